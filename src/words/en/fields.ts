/** Around the fields of every form. */
export const fields = {
  required: '(required)',
  errors: (count: number) => (count === 1 ? 'One answer needs you' : `${count} answers need you`),
  choose: 'Choose one',
  /** An error in the summary: the field's label, then the sentence. */
  about: (label: string, sentence: string) => `${label}: ${sentence}`,
  chooseOne: 'Choose one of these.',
  unreadable: 'Take out the invisible characters; typing it again by hand helps.',
  missing: 'Fill this in.',
  tooLong: (max: number) => `Keep this to ${max} characters.`,
  notAnEmail: 'Give a whole e-mail address, as in name@example.org.',
  notAPostalCode: 'Give a postal code, as in N1E 2A5.',
  notAPhone: 'Give a phone number with its area code, as in 519-555-0142.',
  notADate: 'Give a whole date: year, month and day.',
  notANumber: 'Give a number.',
  files: 'PDF, image or text, up to 10 MB each',
};
