/** What a clinic asks the patient before a visit. */
export const beforeVisit = {
  toDo: 'To do: answer questions before your visit',
  invite: (when: string) => `The clinic asks a few questions before your visit on ${when}.`,
  link: 'Answer the questions',
  answered: 'You answered the questions of the clinic before your visit.',
  lead: 'What you type is kept. You can stop and go on later. The clinic and your doctor read it once you send it.',
  send: 'Send to the clinic',
  keep: 'Keep it and go on later',
  kept: 'Your answers are kept. They are not sent yet.',
  done: 'Thank you. The clinic has your answers.',
  over: 'The clinic asks nothing before this visit any more.',
};
