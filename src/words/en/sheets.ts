/** Papers that patients get before a visit. */
export const sheets = {
  link: 'Papers for the patient',
  title: (kind: string) => `Papers for the patient: ${kind}`,
  lead: 'Every patient with such a visit finds these on their page: how to prepare, a map, a form to bring. In their language, in the other where there is none. What is booked already keeps what it was given.',
  none: 'None yet.',
  add: 'Add papers',
  file: 'Files',
  language: 'Language of these files',
  submit: 'Add',
  end: (name: string) => `Take off ${name}`,
  noFile: 'Choose a file first.',
  full: 'Five files of a language are the most. Take one off first.',
  /** At booking. */
  forVisit: 'Files for the patient, of this visit',
  forVisitHint:
    'They stand on the patient’s page with the visit. Standing papers of its kind go along by themselves.',
  /** On the patient's page. */
  toRead: 'To read before your visit',
};
