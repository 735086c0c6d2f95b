/** Why a text cannot be kept as typed. */
export type TextProblem = 'missing' | 'too-long' | 'control-characters' | 'direction-marks';

export type Checked<T> = { value: T } | { problem: TextProblem };

/** C0, DEL, C1, lone surrogates, noncharacters, zero-width space and byte order mark. Tab and line feed are apart. */
const control =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\u2060\ufeff\ufff9-\uffff]|\p{Cs}/u;
const lineBreaks = /[\t\n]/;

/**
 * Invisible marks that turn the direction of what follows. Scripts written from the right need none of them: pages isolate
 * every name. See Unicode TR 36, 3.3 and TR 9.
 */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Characters as people count them for a limit: code points of the composed (NFC) form. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * One line in NFC with single spaces, at most `max` code points. Every script, apostrophe and hyphen is kept, `<b>` too:
 * pages escape it. An empty line is `missing` only when `required`.
 */
export function oneLine(typed: string, max: number, required = false): Checked<string> {
  const text = typed.normalize('NFC').trim();
  if (lineBreaks.test(text) || control.test(text)) return { problem: 'control-characters' };
  if (directionMarks.test(text)) return { problem: 'direction-marks' };
  const value = text.replace(/\s+/gu, ' ');
  if (value === '' && required) return { problem: 'missing' };
  return lengthOf(value) > max ? { problem: 'too-long' } : { value };
}

/** Text of several lines in NFC with `\n` between them, at most `max` code points; otherwise as `oneLine`. */
export function paragraphs(typed: string, max: number, required = false): Checked<string> {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (control.test(text)) return { problem: 'control-characters' };
  if (directionMarks.test(text)) return { problem: 'direction-marks' };
  if (text === '' && required) return { problem: 'missing' };
  return lengthOf(text) > max ? { problem: 'too-long' } : { value: text };
}
