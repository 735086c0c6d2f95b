/** What sounds like an emergency: the list that stewards of the programme keep. */
export const urgent = {
  title: 'What sounds like an emergency',
  lead: 'When the problem typed on Ask says one of these, the way to 911 and 988 is shown first.',
  link: 'See and change these words',
  how: 'Accents, plurals and a slip in a long word do not matter. “No chest pain” and “history of stroke” do not count. A change holds at once; a new version of the product leaves it alone.',
  language: 'Language',
  phrase: 'Word or phrase',
  hint: 'As people write it, at most 80 characters',
  add: 'Add it',
  change: 'Change a phrase',
  save: 'Save',
  remove: 'Take it out',
  none: 'Nothing is listed. No text in this language shows the emergency route.',
  shipped: 'Shipped',
  own: 'Changed here',
  saved: 'Saved. It holds from now on.',
  isRemoved: 'This was taken out. Saving brings it back.',
  history: 'What was changed',
  noHistory: 'Nobody has changed the list.',
  changed: (was: string, now: string) => {
    if (was === '') return `“${now}” added`;
    return now === '' ? `“${was}” taken out` : `“${was}” became “${now}”`;
  },
  now: (phrase: string) => (phrase === '' ? 'It is taken out now.' : `It now says “${phrase}”.`),
  problems: {
    missing: 'Type a word or a phrase.',
    'too-long': 'At most 80 characters.',
    unreadable: 'There is a character here that nobody can see. Type it again.',
    'no-words': 'Type a word of at least two letters.',
    taken: 'This is in the list already.',
    stale: 'Somebody changed this while you were writing.',
  },
};
