import { plainWords, stem } from './words.ts';

/** Words that mean the same: whoever types one of them finds what says another, or what says one of `also`. */
export interface Synonyms {
  english: readonly string[];
  french: readonly string[];
  /** Words of the directory that are found too, but do not find these: "lupus" finds rheumatology, not the other way. */
  also: string;
}

/** Terms of one to four words, by their stems. */
export type SynonymIndex = ReadonlyMap<string, readonly string[]>;

/** Words of a term that are compared; a longer one is never found. */
export const longestTerm = 4;

function keyOf(words: readonly string[]): string {
  return words.map(stem).join(' ');
}

/** How the search knows a term: its stems. '' when it passes over every word of it, as over "the". */
export function termKey(term: string): string {
  return keyOf(plainWords(term));
}

/** The terms of both languages. */
export function termsOf({ english, french }: Synonyms): string[] {
  return [...english, ...french];
}

const indexes = new WeakMap<readonly Synonyms[], SynonymIndex>();

/**
 * Makes a list ready to look terms up in; the same list once, so it must not be changed afterwards. Terms that the search
 * passes over are left out.
 */
export function indexSynonyms(list: readonly Synonyms[]): SynonymIndex {
  const index = indexes.get(list) ?? madeIndex(list);
  indexes.set(list, index);
  return index;
}

function madeIndex(list: readonly Synonyms[]): SynonymIndex {
  const index = new Map<string, readonly string[]>();
  for (const group of list) {
    const terms = [...new Set(termsOf(group).map(termKey))].filter(key => key !== '');
    const found = foundBy(group, terms);
    for (const key of terms) {
      const stems = found.filter(one => one !== key);
      if (stems.length > 0) index.set(key, [...new Set([...(index.get(key) ?? []), ...stems])]);
    }
  }
  return index;
}

/** Several words together do not say what each says alone, so they are looked for only where nothing else is. */
function foundBy({ also }: Synonyms, terms: readonly string[]): string[] {
  const stems = [...plainWords(also).map(stem), ...terms.filter(key => !key.includes(' '))];
  return [...new Set(stems.length > 1 || also !== '' ? stems : terms.flatMap(key => key.split(' ')))];
}

/** One thing somebody typed, with the stems that may stand for it; the first is what was typed. */
export interface Concept {
  typed: string;
  stems: readonly string[];
  /** The stems of a term of several words, as typed: an entry that says them all is meant by them. */
  words?: readonly string[];
  /** A term of the synonyms: it is known to mean something here. */
  known?: boolean;
}

/**
 * What a text is about: one concept for each word, but one for a known term of several words, which do not say alone what
 * they say together ("hearing voices" is not about hearing). At most `limit`, in the order typed, repeated words once.
 */
export function conceptsOf(text: string, synonyms: SynonymIndex, limit = 40): Concept[] {
  const words = plainWords(text);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length && concepts.size < limit; ) {
    const { key, length } = termAt(words, at, synonyms);
    const means = synonyms.get(key) ?? [];
    const said = length === 1 ? { stems: [key, ...means] } : { stems: means, words: key.split(' ') };
    if (!concepts.has(key)) concepts.set(key, { typed: key, ...said, known: means.length > 0 });
    at += length;
  }
  return [...concepts.values()].slice(0, limit);
}

/** The longest known term that begins here, or the word alone. */
function termAt(words: readonly string[], at: number, synonyms: SynonymIndex) {
  for (let length = Math.min(longestTerm, words.length - at); length > 1; length--) {
    const key = keyOf(words.slice(at, at + length));
    if (synonyms.has(key)) return { key, length };
  }
  return { key: stem(words[at]!), length: 1 };
}
