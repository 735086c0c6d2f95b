import { z } from 'zod';

/** Control characters never belong in a line; a text may hold new lines and tabs. */
const badInLine = /[\u0000-\u001f\u007f\u2028\u2029]/;
const badInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A form posts an empty field as ''; it means the same as a field left out. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    value => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );
}

/** One line of 1 to `max` characters, trimmed. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(value => !badInLine.test(value), 'control-character');
}

/** A text of 1 to `max` characters, trimmed; new lines are kept. */
export function text(max = 20_000) {
  return z
    .string()
    .transform(value => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine(value => !badInText.test(value), 'control-character'),
    );
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
