/**
 * The code of a letter as the token it stands for: spaces and hyphens dropped, and what people read for 1 and 0 in
 * Crockford's base 32. Undefined when it cannot be one.
 */
export function codeOf(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(code) ? code : undefined;
}
