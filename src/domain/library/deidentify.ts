import { namesIn } from './names-in-notes.ts';
import { numbersAndPlaces, placesIn } from './note-patterns.ts';

/** What may tell who somebody is. */
export const identifierKinds = [
  'name',
  'health-number',
  'phone',
  'email',
  'address',
  'postal-code',
  'record-number',
  'web-address',
  'date',
  'age',
  'place',
  'institution',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A stretch of a text, in UTF-16 units: from the first to before the last. */
export interface Mark {
  from: number;
  to: number;
  kind: IdentifierKind;
}

/**
 * What in a clinical text, English or French, may tell who it is about, in order and without overlaps. It marks too much rather
 * than too little: a person looks at every mark, and at what is not marked, before anything is shown to others. The kind is a guess.
 * `known`: words that are in a name of the patient, found in any case.
 */
export function identifiersIn(text: string, known: readonly string[] = []): Mark[] {
  const found: Mark[] = [];
  const add = (mark: Mark) => {
    if (!found.some(one => one.from < mark.to && mark.from < one.to)) found.push(mark);
  };
  for (const mark of numbersAndPlaces(text)) add(mark);
  for (const name of known) for (const mark of wordIn(text, name)) add(mark);
  for (const mark of placesIn(text)) add(mark);
  for (const mark of namesIn(text, found)) add(mark);
  return found.sort((a, b) => a.from - b.from);
}

function wordIn(text: string, name: string): Mark[] {
  if (name.length < 2) return [];
  const word = new RegExp(`(?<![\\p{L}])${name.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}])`, 'giu');
  return [...text.matchAll(word)].map(({ index, 0: said }) => ({
    kind: 'name',
    from: index,
    to: index + said.length,
  }));
}

/** The text with each mark replaced by what `word` says for its kind, as "[name]". */
export function withoutIdentifiers(
  text: string,
  marks: readonly Mark[],
  word: (kind: IdentifierKind) => string,
): string {
  let at = 0;
  let out = '';
  for (const { from, to, kind } of [...marks].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    out += `${text.slice(at, from)}[${word(kind)}]`;
    at = to;
  }
  return out + text.slice(at);
}
