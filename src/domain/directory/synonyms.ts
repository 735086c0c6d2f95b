import { plainWords, stem } from './words.ts';

/** One line of the open list a steward may edit: a term, and the words that mean it in the directory, both languages. */
export interface Synonym {
  term: string;
  means: string;
}

/** Terms of one to four words, by their stems. */
export type SynonymIndex = ReadonlyMap<string, readonly string[]>;

const longest = 4;

function keyOf(words: readonly string[]): string {
  return words.map(stem).join(' ');
}

/** Makes the list ready to look terms up in. Lines with an empty side are left out. */
export function indexSynonyms(list: readonly Synonym[]): SynonymIndex {
  const index = new Map<string, string[]>();
  for (const { term, means } of list) {
    const key = keyOf(plainWords(term));
    const found = [...new Set(plainWords(means).map(stem))];
    if (key === '' || found.length === 0) continue;
    index.set(key, [...new Set([...(index.get(key) ?? []), ...found])]);
  }
  return index;
}

/** One thing somebody typed, with the stems that may stand for it; the first is what was typed. */
export interface Concept {
  typed: string;
  stems: readonly string[];
}

/**
 * What a text is about: one concept for each word, and one for each known term of several words. At most `limit`, in
 * the order typed, repeated words once.
 */
export function conceptsOf(text: string, synonyms: SynonymIndex, limit = 40): Concept[] {
  const words = plainWords(text);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length && concepts.size < limit; at++) {
    for (let length = Math.min(longest, words.length - at); length > 1; length--) {
      const key = keyOf(words.slice(at, at + length));
      const means = synonyms.get(key);
      if (means && !concepts.has(key)) concepts.set(key, { typed: key, stems: means });
    }
    const key = stem(words[at]!);
    if (!concepts.has(key)) concepts.set(key, { typed: key, stems: [key, ...(synonyms.get(key) ?? [])] });
  }
  return [...concepts.values()].slice(0, limit);
}
