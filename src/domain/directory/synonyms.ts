import { fold, plainWords, stem } from './words.ts';

/** Words that mean the same: whoever types one of them finds what says another, or what says one of `also`. */
export interface Synonyms {
  english: readonly string[];
  french: readonly string[];
  /** Words of the directory that are found too, but do not find these: "lupus" finds rheumatology, not the other way. */
  also: string;
}

/** A list ready to look terms up in. */
export interface SynonymIndex {
  /** Terms of one to four words, by their stems. */
  terms: ReadonlyMap<string, readonly string[]>;
  /** Of a term of which the search passes over all but one word ("passing out"): it is meant where all of it is said. */
  sayings: ReadonlyMap<string, readonly Saying[]>;
}

interface Saying {
  said: string;
  means: readonly string[];
}

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
  const terms = new Map<string, readonly string[]>();
  const sayings = new Map<string, readonly Saying[]>();
  for (const group of list) {
    const keyed = termsOf(group).map(term => ({ key: termKey(term), said: saidIn(term) }));
    const shrunk = keyed.filter(({ key, said }) => !key.includes(' ') && said.trim().includes(' '));
    const whole = keyed.filter(one => !shrunk.includes(one)).map(one => one.key);
    const keys = [...new Set(whole)].filter(key => key !== '');
    const found = foundBy(group, keys);
    for (const key of keys) {
      const stems = found.filter(one => one !== key);
      if (stems.length > 0) terms.set(key, [...new Set([...(terms.get(key) ?? []), ...stems])]);
    }
    for (const { key, said } of shrunk)
      if (key !== '' && found.length > 0)
        sayings.set(key, [...(sayings.get(key) ?? []), { said, means: found.filter(one => one !== key) }]);
  }
  return { terms, sayings };
}

/** Every word by its stem, those too that the search passes over, between spaces. */
function saidIn(text: string): string {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.map(stem).join(' ')} `;
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
  const said = saidIn(text);
  const concepts = new Map<string, Concept>();
  for (let at = 0; at < words.length && concepts.size < limit; ) {
    const { key, length } = termAt(words, at, synonyms);
    const means = synonyms.terms.get(key) ?? sayingIn(said, key, synonyms)?.means ?? [];
    const looked = length === 1 ? { stems: [key, ...means] } : { stems: means, words: key.split(' ') };
    if (!concepts.has(key)) concepts.set(key, { typed: key, ...looked, known: means.length > 0 });
    at += length;
  }
  return [...concepts.values()].slice(0, limit);
}

function sayingIn(text: string, key: string, { sayings }: SynonymIndex): Saying | undefined {
  return sayings.get(key)?.find(({ said }) => text.includes(said));
}

/** The longest known term that begins here, or the word alone. */
function termAt(words: readonly string[], at: number, synonyms: SynonymIndex) {
  for (let length = Math.min(longestTerm, words.length - at); length > 1; length--) {
    const key = keyOf(words.slice(at, at + length));
    if (synonyms.terms.has(key)) return { key, length };
  }
  return { key: stem(words[at]!), length: 1 };
}
