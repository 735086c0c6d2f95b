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

/**
 * What the search made of a text, in the order typed: of more than `mostRead`, those that say most. `weights` belong to
 * `concepts`, each the rarity of one.
 */
export function readingOf(
  text: string,
  { concepts, weights }: { concepts: readonly Concept[]; weights: readonly number[] },
  synonyms: readonly Synonyms[],
): Read[] {
  const best = concepts
    .map((_, n) => n)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, mostRead)
    .sort((a, b) => a - b);
  const names = namesIn(synonyms);
  const said = saidIn(text);
  return best.map(n => readOf(concepts[n]!, said, names));
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
