/** Words of the page of texts for answers, and of the form that uses them. */
export const standardAnswers = {
  title: 'Standard answers',
  lead: 'Texts you put into answers again and again: your own, and those of your group. A click puts one behind what you have typed.',
  none: 'There are none yet.',
  add: 'Add a text',
  fields: { title: 'Title', words: 'Text' },
  wordsHint: 'Never a name or number of a patient.',
  whose: 'Whose is it?',
  own: 'Mine alone',
  group: 'Of the group',
  keep: 'Save',
  remove: 'Delete',
  kept: 'Saved.',
  full: 'It could not be kept: there are 200 already, or somebody deleted it meanwhile.',
  insert: 'Insert a standard answer',
  insertHint: 'It goes behind what you have typed.',
  manage: 'Keep standard answers',
};
