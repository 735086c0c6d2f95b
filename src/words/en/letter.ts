/** The letter with a code, for a patient without e-mail, and the page that makes it. */
export const letter = {
  title: 'Let the patient in: letter with a code',
  lead: 'For a patient without e-mail: print a letter with a code. With the code and the birth date the patient, or whoever helps them, opens their page.',
  make: 'Make a letter',
  again: 'Make a new letter',
  againHint: 'The code of this letter stops working then.',
  closed: (count: number) =>
    count === 1
      ? 'A link that was sent by e-mail is closed.'
      : `${count} links that were sent by e-mail are closed.`,
  closedHint: 'Check the address with the patient first. Then send the latest news again with a new link.',
  renew: 'Send a new link',
  renewed: 'A new link is on its way.',
  back: 'Back to the request',
  print: 'Print this letter',
  subject: (reference: string) => `Your request ${reference}`,
  hello: (name: string) => `Dear ${name},`,
  text: 'You can see where your request is, say if you can come to a visit, and tell us when something changes.',
  go: 'Open this address',
  code: 'Your code',
  date: 'Then give the birth date of the patient. Keep this letter in a safe place.',
  call: 'No computer or phone? Call the office of your doctor. They can do it for you.',
  danger: 'If you are in danger or very ill, call 911. Do not wait for a letter.',
};
