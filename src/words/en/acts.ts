/** The pages on which a verb is done, and what they say when it could not be. */
export const acts = {
  you: 'You',
  thePatient: 'The patient',
  speaks: (language: string, interpreter: string) =>
    interpreter ? `Letters in ${language}; interpreter for ${interpreter}` : `Letters in ${language}`,
  back: 'Back without sending',
  sendAnyway: 'Send anyway',
  refusedTitle: 'This was not done',
  staleTitle: 'Something changed while you wrote',
  staleText: 'Nothing was sent. What you typed is kept below; look at it again.',
  notNow: 'This cannot be done now; what you typed is kept below.',
  alreadySent:
    'This form was sent before with other words. The story shows what was sent; send again to add this.',
  tooLong: 'This is too long.',
  outOfRange: 'This number is out of range.',
  unreadable: 'This cannot be read. Type it again.',
  files: 'Files to send along',
  filesHint: 'PDF, image, text, mp3 or mp4, up to 10 MB each',
  filesWaiting: 'Already added',
  keepFile: (name: string) => `Send ${name} along`,
  asked: 'What was asked',
  question: 'Question',
  questionHint: 'The clock of the answer stops until the requester replies.',
  message: 'Message',
  to: 'Who reads it',
  answerWanted: 'I would like an answer',
};
