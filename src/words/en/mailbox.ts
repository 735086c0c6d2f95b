/** The mailbox of a demonstration: every message that the system sent. */
export const mailbox = {
  title: 'Mail that was sent',
  lead: 'Each message the system has written, newest first, word for word. In a demonstration nothing leaves: open the links here.',
  none: 'Nothing was sent yet. A message appears here when something happens to a request.',
  to: 'To',
  contact: 'Patient, or somebody who helps them',
  language: 'Language:',
  envelope: 'Envelope',
  languages: { en: 'English', fr: 'French' },
  id: 'Message-ID:',
  sms: 'Text message.',
  waitsUntil: (when: string) => `Waits until ${when}, as was chosen`,
  states: {
    waiting: 'Waiting to be sent',
    sent: 'Sent',
    opened: 'Sent, and its link was opened',
    failed: 'Could not be delivered',
    stopped: 'Not sent: it was of no use any more',
  },
  birthDate: 'The page behind a patient’s link asks for the birth date that is on the patient’s record.',
};
