/** The list of words that mean the same, which stewards of the programme keep. */
export const synonyms = {
  title: 'Words that mean the same',
  lead: 'Whoever types one word of a group finds services that say another, in both languages. A change holds from the next search on.',
  back: 'Words that mean the same',
  toProgramme: 'Programme',
  search: 'Find a word',
  find: 'Find',
  clear: 'Show all',
  add: 'Add a group',
  count: (total: string, one: boolean) => (one ? '1 group' : `${total} groups`),
  none: 'No group has this word.',
  english: 'English',
  french: 'French',
  also: 'Also finds',
  state: 'Where from',
  shipped: 'Shipped',
  shippedChanged: 'Shipped, changed',
  own: 'Added here',
  by: (name: string) => (name === '' ? '' : `${name}, `),
  saved: 'Saved. The search finds by it from now on.',
  removed: 'Removed. The search finds by it no more.',
  form: {
    add: 'Add words that mean the same',
    change: 'Change words that mean the same',
    english: 'English words',
    french: 'French words',
    termsHint: 'One on each line, as people type them; up to four words that belong together',
    also: 'Also finds',
    alsoHint:
      'Words of the directory that these find, in either language, but that do not find these: a disease finds its specialty',
    save: 'Save',
    saveAnyway: 'Save anyway',
    remove: 'Remove this group',
    shipped:
      'These words came with the product. Once you change them they are yours: a new version leaves them alone.',
    changedBy: (name: string, moment: string) => `Changed by ${name} on ${moment}.`,
    removedBy: (name: string, moment: string) =>
      `${name} removed this group on ${moment}. Saving brings it back.`,
    stale: (name: string, moment: string) =>
      `${name} changed this group on ${moment}, while you were writing. It now says:`,
    somebody: 'Somebody',
    yours: 'What you typed is below.',
    nothing: 'nothing',
  },
  problems: {
    missing: 'Type at least two words that mean the same.',
    alone:
      'One word alone has nothing that means the same: add another, in either language, or a word it also finds.',
    unreadable: 'There is a character here that nobody can see. Type it again.',
    'too-many': 'A group has at most 30 words in each language.',
    'says-nothing': 'The search passes over all of these words. Type what the directory says.',
    'too-long': (word: string) => `“${word}” is too long.`,
    'many-words': (word: string) =>
      `“${word}” has more than four words that count. The search would not find it.`,
    'passed-over': (word: string) =>
      `The search passes over “${word}”: too short, or too common to say anything.`,
    taken: (word: string, group: string) => `“${word}” is in another group: ${group}. Change that one.`,
    open: (word: string) => `Open the group of “${word}”`,
  },
};
