/** A specialist asks another. Docs/decisions/0063. */
export const colleague = {
  lead: (requester: string) =>
    `Your question goes to a colleague; the answer comes to you. ${requester} reads along and is told. Your own answer stays due when it is.`,
  group: 'Whom to ask?',
  whom: 'Whom in the group',
  whomHint: 'A specialist by name has the question at once.',
  showWhom: 'Show who is in it',
  chosenByGroup: 'Whoever the group chooses',
  title: 'Title of your question',
  titleHint: 'At most 80 characters, without the name of the patient.',
  question: 'Your question',
  questionHint: 'What you think, and what you would like to know.',
  carryHint: 'Of the first question. The patient’s details always do; the messages stay here.',
  send: 'Send the question',
  /** Above the chapter of such a case. */
  helps: (nth: number) => `Asked to help with the answer to question ${nth}.`,
  helpsHere: 'Asked by a specialist, to help with an answer of their own.',
  copyIs: (name: string) => `${name} reads along.`,
  youRead: 'You read along; the specialist who asked acts on it.',
  readsAlong: (site: string) => `Reads along, ${site}`,
  /** Beside the form of an answer. */
  besideTitle: (asked: string) => `Asked of ${asked}`,
  noAnswerYet: 'No answer yet.',
  quoteLegend: 'Put a colleague’s answer into the text',
  quote: (who: string) => `Quote ${who}`,
  quoted: (who: string, day: string) => `${who} wrote on ${day}:`,
};
