import { longestTerm, type Synonyms, termKey, termsOf } from '../../domain/directory/synonyms.ts';
import { plainWords } from '../../domain/directory/words.ts';
import { oneLine } from '../../domain/patient/plain-text.ts';

/** The form as typed: one word, or a few that belong together, on a line; a comma or semicolon also parts them. */
export interface TypedSynonyms {
  english: string;
  french: string;
  also: string;
}
export type SynonymField = keyof TypedSynonyms;

/** What is wrong with a field, and with which of its words. */
export type SynonymProblem =
  | { code: 'unreadable' | 'too-many' | 'alone' | 'missing' | 'says-nothing'; field: SynonymField }
  | { code: 'too-long' | 'many-words' | 'passed-over'; field: SynonymField; word: string }
  | { code: 'taken'; field: SynonymField; word: string; by: { key: string; words: string } };

/** Longest term and longest `also`, in characters; most terms of a language. */
export const synonymLimits = { term: 100, also: 300, terms: 30 };

/** The group as it is kept and how the search knows its words, or everything that is wrong with it. */
export function checkSynonyms(
  typed: TypedSynonyms,
): { group: Synonyms; words: string[] } | { problems: SynonymProblem[] } {
  const problems: SynonymProblem[] = [];
  const english = readTerms('english', typed.english, problems);
  const french = readTerms('french', typed.french, problems);
  const also = readAlso(typed.also, problems);
  if (problems.length > 0) return { problems };
  const group = { english, french, also };
  const words = [...new Set(termsOf(group).map(termKey))];
  if (words.length === 0) return { problems: [{ code: 'missing', field: 'english' }] };
  if (words.length === 1 && also === '') return { problems: [{ code: 'alone', field: 'english' }] };
  return { group, words };
}

function readTerms(field: 'english' | 'french', typed: string, problems: SynonymProblem[]): string[] {
  const terms = new Set<string>();
  for (const part of typed.split(/[\r\n,;]+/)) {
    const read = oneLine(part, synonymLimits.term);
    if ('value' in read) {
      if (read.value !== '') terms.add(read.value);
    } else if (read.problem === 'too-long') {
      problems.push({ code: 'too-long', field, word: `${part.trim().slice(0, 40)}…` });
    } else {
      problems.push({ code: 'unreadable', field });
      return [];
    }
  }
  for (const word of terms) {
    const count = plainWords(word).length;
    if (count === 0) problems.push({ code: 'passed-over', field, word });
    if (count > longestTerm) problems.push({ code: 'many-words', field, word });
  }
  if (terms.size > synonymLimits.terms) problems.push({ code: 'too-many', field });
  return [...terms];
}

function readAlso(typed: string, problems: SynonymProblem[]): string {
  const read = oneLine(typed.replace(/[\r\n,;]+/g, ' '), synonymLimits.also);
  if ('problem' in read) {
    const word = `${typed.trim().slice(0, 40)}…`;
    const long = read.problem === 'too-long';
    problems.push(long ? { code: 'too-long', field: 'also', word } : { code: 'unreadable', field: 'also' });
    return '';
  }
  if (read.value !== '' && plainWords(read.value).length === 0)
    problems.push({ code: 'says-nothing', field: 'also' });
  return read.value;
}
