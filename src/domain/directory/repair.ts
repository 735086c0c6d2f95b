/** Where a publisher destroyed an accent, the file has U+FFFD. What stood there is known from a shipped list, or guessed by rule. */
const hole = '\uFFFD';

/** Broken word or phrase, in lower case, to whole. */
export type Repairs = ReadonlyMap<string, string>;

export interface Repaired {
  text: string;
  /** Words that are still broken. */
  unknown: string[];
}

/** Gives the whole word the case of the broken one. */
function likeCase(whole: string, broken: string): string {
  const letters = broken.replaceAll(hole, '').replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return whole.toUpperCase();
  const first = broken[0] === hole ? whole[0]!.toUpperCase() : broken[0];
  if (letters !== letters.toLowerCase() && first === first?.toUpperCase())
    return whole[0]!.toUpperCase() + whole.slice(1);
  return whole;
}

function phrases(text: string, repairs: Repairs): string {
  let mended = text;
  for (const [broken, whole] of repairs) {
    if (!broken.includes(' ')) continue;
    const at = mended.toLowerCase().indexOf(broken);
    if (at < 0) continue;
    const piece = mended.slice(at, at + broken.length);
    mended = mended.slice(0, at) + likeCase(whole, piece) + mended.slice(at + broken.length);
  }
  return mended;
}

/**
 * Puts back what was destroyed: listed phrases, then a hole between spaces as a dash, then listed words, then a hole
 * before a last "s" as an apostrophe. Words that no rule knows stay as they are and are named.
 */
export function repair(text: string, repairs: Repairs): Repaired {
  if (!text.includes(hole)) return { text, unknown: [] };
  const dashed = phrases(text, repairs).replaceAll(` ${hole} `, ' – ');
  const unknown: string[] = [];
  const mended = dashed.replace(/[\p{L}\p{N}\uFFFD']*\uFFFD[\p{L}\p{N}\uFFFD']*/gu, word => {
    const whole = repairs.get(word.toLowerCase());
    if (whole) return likeCase(whole, word);
    if (/^[\p{L}]{2,}\uFFFDs$/iu.test(word)) return word.replace(hole, '’');
    unknown.push(word);
    return word;
  });
  return { text: mended, unknown };
}
