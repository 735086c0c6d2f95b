/** A part of a group's field, as its lead named it. */
export interface SubSpecialty {
  /** What specialists are marked with: the name itself. */
  name: string;
  /** Words and phrases of questions that belong to it, in any language. */
  words: readonly string[];
}

/** Lower case without accents, each run of letters or figures between single spaces. */
function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function times(text: string, wanted: string): number {
  const phrase = plain(wanted).trim();
  if (phrase === '') return 0;
  // The simple plural of English and French is the same word.
  return text.split(` ${phrase} `).length - 1 + (text.split(` ${phrase}s `).length - 1);
}

/** Name of the sub-specialty that a text speaks of most; undefined for none, or for two as much as each other. */
export function subSpecialtyOf(text: string, list: readonly SubSpecialty[]): string | undefined {
  const said = plain(text);
  const counted = list
    .map(({ name, words }) => ({
      name,
      count: [name, ...words].reduce((sum, word) => sum + times(said, word), 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [most, next] = counted;
  return most && most.count > (next?.count ?? 0) ? most.name : undefined;
}
