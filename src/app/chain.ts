import { createHash } from 'node:crypto';
import type { Instant } from '../domain/case/time.ts';

/** The head of a recorded event, as its chain hash covers it. Hashes are lower-case hex of SHA-256. */
export interface ChainLink {
  seq: number;
  type: string;
  audience: string;
  at: Instant;
  side: string;
  person: number | null;
  member: number | null;
  actingFor: number | null;
  responsible: number | null;
  site: number | null;
  unit: number | null;
  link: number | null;
  recordedFor: string | null;
  clinical: boolean;
  lead: boolean;
  bodyHash: string;
  chainHash: string;
}

/**
 * One text for one value: JSON with sorted names and no spaces, so that a body always hashes the same.
 * Absent (`undefined`) members are left out, as JSON does.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner) => (isPlain(inner) ? sorted(inner) : inner));
}

/** SHA-256 of the text of a body, in hex. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

/** Where the chain of a case begins. */
export function firstHash(caseKey: string): string {
  return bodyHash(caseKey);
}

/** The hash that ties an event to everything before it. `event_line()` in the database says the same. */
export function chainHash(previous: string, caseKey: string, link: Omit<ChainLink, 'chainHash'>): string {
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(lineOf(caseKey, link), 'utf8')
    .digest('hex');
}

function lineOf(caseKey: string, link: Omit<ChainLink, 'chainHash'>): string {
  const ids = [link.person, link.member, link.actingFor, link.responsible, link.site, link.unit, link.link];
  return [
    caseKey,
    link.seq,
    link.type,
    link.audience,
    link.at,
    link.side,
    ...ids.map(id => id ?? ''),
    link.recordedFor ?? '',
    link.clinical ? 't' : 'f',
    link.lead ? 't' : 'f',
    link.bodyHash,
  ].join('|');
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
