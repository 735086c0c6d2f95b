/** Pages that say why a request was not served. Calm, no blame, always with a way on. */
export const errors = {
  reference: (id: string) => `If you ask for help, give this number: ${id}`,
  home: 'Go to the first page',
  back: 'Go back',
  again: 'Try again',
  badInput: {
    title: 'That form was not understood',
    text: 'Something in it is not what this page takes. Nothing was saved or sent.',
    fields: (names: string) => `Not understood: ${names}`,
  },
  forbidden: {
    title: 'This form is out of date',
    text: 'It was open for long, or came from another place. Nothing was saved or sent. Open the page again and send it once more.',
  },
  missing: {
    title: 'There is nothing here for you',
    text: 'The address is wrong, or what it shows is not open to you. If you work at several sites, check that you are at the right one. If a message led you here, ask the office that sent it.',
  },
  tooLarge: {
    title: 'That is too large',
    text: 'A file may have 10 MB, one form 5 files and 25 MB in all. Nothing was saved. Send a smaller file, or fewer at once.',
  },
  wrongType: {
    title: 'That kind of request is not taken here',
    text: 'Nothing was saved or sent.',
  },
  tooMany: {
    title: 'Too many tries',
    text: (seconds: number) =>
      seconds < 90
        ? `Please wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again.`
        : `Please wait ${Math.ceil(seconds / 60)} minutes, then try again.`,
  },
  broken: {
    title: 'Something went wrong on our side',
    text: 'What you sent was not saved. The fault was recorded. Try again; if it stays, tell whoever runs this site.',
  },
  away: {
    title: 'One moment, please',
    text: 'eServices cannot be reached just now. What was sent before is safe. Try again in a few seconds.',
    urgent:
      'If somebody needs help now, do not wait for this page: use your usual emergency route, or call 911. Call or text 988 when it is about suicide.',
  },
};
