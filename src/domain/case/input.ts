import { z } from 'zod';
import { type Checked, oneLine, paragraphs } from '../patient/plain-text.ts';

/** A form posts an empty field as ''; it means the same as a field left out. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    value => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );
}

/** Hands on what `plain-text` says; its refusals become `FieldProblem`s. */
function checked(check: (typed: string) => Checked<string>, max: number) {
  return z.string().transform((typed, context) => {
    const result = check(typed);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', params: { problem: result.problem, max }, input: typed });
    return z.NEVER;
  });
}

/** One line of 1 to `max` characters, trimmed, in NFC. */
export function line(max: number) {
  return checked(typed => oneLine(typed, max, true), max);
}

/** A text of 1 to `max` characters, trimmed, in NFC; new lines are kept. */
export function text(max = 20_000) {
  return checked(typed => paragraphs(typed, max, true), max);
}

export const optionalLine = (max: number) => optional(line(max));
export const optionalText = (max = 20_000) => optional(text(max));
export const optionalOne = <const T extends readonly string[]>(values: T) => optional(z.enum(values));

/** The title of a request, as worklists show it. */
export const title = line(80);

/** Something named in a URL or form: 26 characters of Crockford base 32, lower case. */
export const key = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);
export const optionalKey = optional(key);

/** Keys of attachments; a form posts one as a string, several as a list. */
export const keys = z.preprocess(
  value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(key).max(50),
);

/** A checkbox: absent is no. */
export const tick = z.preprocess(
  value => value === true || value === 'on' || value === 'true' || value === 'yes' || value === '1',
  z.boolean(),
);

/** A whole number between both, also when posted as text. */
export function whole(min: number, max: number) {
  return z.preprocess(
    value => (typeof value === 'string' && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : value),
    z.number().int().min(min).max(max),
  );
}

export const optionalWhole = (min: number, max: number) => optional(whole(min, max));

/** A moment with its zone; kept in UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform(value => new Date(value).toISOString());
export const optionalInstant = optional(instant);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
export const optionalDay = optional(day);
