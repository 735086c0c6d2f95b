import { type Concept, longestTerm, type Synonyms, termKey, termsOf } from './synonyms.ts';
import { fold, plainWords } from './words.ts';

/** One thing that a search understood of a text. */
export interface Read {
  /** Names it within any text: its stems. */
  key: string;
  /** As typed. */
  said: string;
  /** What the list of synonyms calls it, where that is another word. */
  means: { en: string; fr: string } | null;
  /** The beginning of the word that was looked for instead of one nobody knows; null when it was not mended. */
  mended: string | null;
}

/** Most chips that are shown of one text. */
export const mostRead = 8;

/** What the search made of a text: of each concept, in the order typed. */
export function readIn(
  text: string,
  { concepts }: { concepts: readonly Concept[] },
  synonyms: readonly Synonyms[],
): Read[] {
  const names = namesIn(synonyms);
  const said = saidIn(text);
  return concepts.map(one => readOf(one, said, names));
}

/**
 * Of more than `mostRead` things read, those that what was found speaks of, then those that say most; in the order typed.
 * `weights` belong to `read`, each the rarity of one; `spoken` are keys.
 */
export function mostSaid(
  read: readonly Read[],
  weights: readonly number[],
  spoken: ReadonlySet<string>,
): Read[] {
  const counted = read.map(({ key }) => Number(spoken.has(key)));
  return read
    .map((_, n) => n)
    .sort((a, b) => counted[b]! - counted[a]! || weights[b]! - weights[a]! || a - b)
    .slice(0, mostRead)
    .sort((a, b) => a - b)
    .map(n => read[n]!);
}

type Names = ReadonlyMap<string, { en: string; fr: string }>;

function readOf({ typed, stems, known }: Concept, saidBy: ReadonlyMap<string, string>, names: Names): Read {
  const said = saidBy.get(typed) ?? typed;
  const name = known ? names.get(typed) : undefined;
  const others = name && [name.en, name.fr].every(term => termKey(term) !== typed) ? name : null;
  const mended = known ? undefined : stems.find(stem => stem !== typed);
  // Another form of the word itself is no mending: "assess" is looked for as "assess".
  const same = mended !== undefined && fold(said).startsWith(mended);
  return { key: typed, said, means: others, mended: same ? null : (mended ?? null) };
}

const known = new WeakMap<readonly Synonyms[], Names>();

function namesIn(synonyms: readonly Synonyms[]): Names {
  const names = known.get(synonyms) ?? madeNames(synonyms);
  known.set(synonyms, names);
  return names;
}

/** The first term of each group, by every term of it. A group of one language goes by that one's name in both. */
function madeNames(synonyms: readonly Synonyms[]): Names {
  return new Map(
    synonyms.flatMap(group => {
      const [en = group.french[0], fr = group.english[0]] = [group.english[0], group.french[0]];
      return en === undefined || fr === undefined
        ? []
        : termsOf(group).map(term => [termKey(term), { en, fr }] as const);
    }),
  );
}

/** What French puts before a vowel: "d'énergie" is about "énergie". */
const elided = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/iu;

/** Words and runs of words of the text as typed, by their stems; the first of each. */
function saidIn(text: string): Map<string, string> {
  const words = (text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu) ?? []).filter(
    word => plainWords(word).length === 1,
  );
  const said = new Map<string, string>();
  words.forEach((_, at) => {
    for (let length = 1; length <= longestTerm && at + length <= words.length; length++) {
      const run = words.slice(at, at + length).join(' ');
      const key = termKey(run);
      if (!said.has(key)) said.set(key, run.replace(elided, ''));
    }
  });
  return said;
}
