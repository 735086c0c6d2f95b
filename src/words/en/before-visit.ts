/** What a clinic asks the patient before a visit. */
export const beforeVisit = {
  toDo: 'To do: answer questions before your visit',
  invite: (when: string) => `The clinic asks a few questions before your visit on ${when}.`,
  link: 'Answer the questions',
  answered: 'You answered the questions of the clinic before your visit.',
  answeredThrough: (who: string, day: string) =>
    `You told the clinic your answers: ${who} typed them for you on ${day}. If something is not right, tell the clinic.`,
  lead: 'What you type is kept. You can stop and go on later. The clinic and your doctor read it once you send it.',
  send: 'Send to the clinic',
  keep: 'Keep it and go on later',
  kept: 'Your answers are kept. They are not sent yet.',
  done: 'Thank you. The clinic has your answers.',
  over: 'The clinic asks nothing before this visit any more.',
  /** For the staff of the clinic. */
  staff: {
    link: 'Type the answers for the patient',
    lead: 'For a patient on the phone or at the desk. The story says that the patient gave these answers and that you typed them; the patient’s page says so too.',
    notKept:
      'What you type is not kept until you record it. What the patient began to type on their own page is discarded then.',
    send: 'Record the answers',
    over: 'Nothing is asked of the patient before this visit now: the questions were answered, or the visit has changed.',
  },
};
