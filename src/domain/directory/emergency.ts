import { fold } from './words.ts';

/** Of a longer text only the beginning is read. */
const readCharacters = 20_000;

interface Token {
  word: string;
  /** Where it begins and ends in the folded text. */
  from: number;
  to: number;
}

/** Said shortly before, in the same clause, it means that there is none, or that it is long past. */
const denied =
  /\b(?:no|not|denies|denied|without|never|negative for|history of|previous|prior|past|aucune?s?|pas|jamais|sans|nie|antecedents?|ancien(?:ne)?)\b([^.;:,!?\n]{0,24})$/;
/** After these the denial is over: "no fever but chest pain". */
const turns = /\b(?:but|however|yet|now|except|mais|cependant|maintenant|sauf|only)\b/;
const endings = new Set(['', 's', 'e', 'es', 'x']);

/**
 * The phrases, as listed, that a text says and does not deny ("no chest pain", "pas suicidaire"). Accents, case, plurals and
 * the French feminine do not matter, nor one slip in a long word. In the order of the list.
 */
export function urgentIn(text: string, phrases: readonly string[]): string[] {
  const plain = fold(text.slice(0, readCharacters));
  const tokens = tokensOf(plain);
  return phrases.filter(phrase => {
    const words = tokensOf(fold(phrase)).map(token => token.word);
    return words.length > 0 && tokens.some((_, at) => saysAt({ plain, tokens }, at, words));
  });
}

function tokensOf(plain: string): Token[] {
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
}

function saysAt(
  { plain, tokens }: { plain: string; tokens: readonly Token[] },
  at: number,
  words: readonly string[],
): boolean {
  const says = words.every((word, n) => {
    const token = tokens[at + n];
    if (token === undefined || !isLike(token.word, word)) return false;
    // Of one clause: "tight chest. Pain in the knee" is another thing.
    return n === 0 || /^[\s'/-]*$/.test(plain.slice(tokens[at + n - 1]!.to, token.from));
  });
  if (!says) return false;
  const { from } = tokens[at]!;
  const denial = denied.exec(plain.slice(Math.max(0, from - 48), from));
  return denial === null || turns.test(denial[1]!);
}

/** The same word, with an ending of the plural or the feminine, or with one slip. */
function isLike(said: string, word: string): boolean {
  if (said.startsWith(word) && endings.has(said.slice(word.length))) return true;
  if (said[0] !== word[0] || Math.abs(said.length - word.length) > 1) return false;
  if (word.length >= 5 && swapped(said, word)) return true;
  return word.length >= 7 && oneOff(said, word);
}

/** Two neighbours changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** One letter too many, too few, or another. */
function oneOff(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const at = firstDifference(long, short);
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
