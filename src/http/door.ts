import type { ZodType } from 'zod';
import { z } from 'zod';

/** The request as sent is not what the route takes. `fields` names what was wrong: names only, never values. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly fields: readonly string[];
  constructor(fields: readonly string[]) {
    super('bad input');
    this.fields = fields;
  }
}

const nothing = z.strictObject({});
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses with the route's schema, or demands that nothing came. Throws BadInput, naming each refused field. */
export function parse<T>(schema: ZodType<T> | undefined, raw: unknown): T {
  const value = plain(raw);
  const parsed = (schema ?? nothing).safeParse(value);
  if (parsed.success) return parsed.data as T;
  const fields = parsed.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'form'],
  );
  throw new BadInput([...new Set(fields)].map(nameOnly));
}

/** A field name is the sender's text too: only what looks like a name is said back. */
function nameOnly(field: string): string {
  return /^[\w.\-[\]]{1,60}$/.test(field) ? field : '(unnamed)';
}

function plain(raw: unknown): Record<string, unknown> {
  const entries = Object.entries((raw ?? {}) as Record<string, unknown>);
  const bad = entries
    .map(([field]) => field)
    .filter(field => field.split('.').some(part => reserved.has(part)));
  if (bad.length > 0) throw new BadInput(bad);
  return Object.fromEntries(entries);
}

/** The fields every form of ours may carry besides its own. */
export interface Posted {
  csrf: unknown;
  receipt?: string;
  turn?: number;
  fields: Record<string, unknown>;
}

/** Takes csrf, receipt and turn out of a form. Throws BadInput when receipt or turn are not of their shape. */
export function unwrap(raw: unknown): Posted {
  const { csrf, receipt, turn, ...fields } = plain(raw);
  if (receipt !== undefined && !(typeof receipt === 'string' && /^[\w-]{8,64}$/.test(receipt))) {
    throw new BadInput(['receipt']);
  }
  if (turn !== undefined && !(typeof turn === 'string' && /^\d{1,9}$/.test(turn)))
    throw new BadInput(['turn']);
  return { csrf, receipt, turn: turn === undefined ? undefined : Number(turn), fields };
}
