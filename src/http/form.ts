import { z } from 'zod';

const oneOf = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** PostgreSQL keeps every character but this one. */
const storable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value);

/** One line or text as typed, trimmed, without NUL; '' when absent. `max` in characters; longer is a 400. */
export function text(max = 10_000) {
  return z.preprocess(value => storable(oneOf(value) ?? ''), z.string().max(max).trim());
}

/** A text that keeps its spaces, for passwords. */
export function secret(max = 1_000) {
  return z.preprocess(value => oneOf(value) ?? '', z.string().max(max));
}

/** A ticked box: true when the field came with anything but '' or 'false'. */
export function tick() {
  return z.preprocess(value => {
    const one = oneOf(value);
    return one !== undefined && one !== '' && one !== 'false';
  }, z.boolean());
}

/** All values of a repeated field, in order, without the empty ones; [] when absent. `max` values. */
export function many(max = 200) {
  return z.preprocess(
    value =>
      [value]
        .flat()
        .map(storable)
        .filter(one => one !== undefined && one !== ''),
    z.array(z.string().max(10_000)).max(max),
  );
}

/** All values of a repeated field, in order, also the empty ones: for the cells of a table. `max` values. */
export function cells(max = 200) {
  return z.preprocess(
    value => (value === undefined ? [] : [value].flat().map(one => storable(one) ?? '')),
    z.array(z.string().max(10_000)).max(max),
  );
}

/** A key of a URL: 26 characters of Crockford's base 32 in lower case. */
export const key = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);
