/**
 * Every notice we send. The first group goes to people who work here, the second to the patient or a caregiver, the third, which
 * is about no request, to whoever asked to keep a listing or has an account.
 */
export const templates = [
  'new',
  'your-turn',
  'news',
  'message',
  'answer',
  'review',
  'urgency',
  'outcome',
  'reminder',
  'late',
  'late-at-your-site',
  'late-in-the-network',
  'nobody-free',
  'nobody-free-network',
  'what-happened',
  'advised-due',
  'advised-overdue',
  'library-waiting',
  'access-ended',
  'link-closed',
  'not-delivered',
  'patient-news',
  'patient-to-do',
  'patient-reminder',
  'patient-visit',
  'patient-survey',
  'patient-outcome',
  'patient-helper',
  'patient-code',
  'guest-invite',
  'guest-code',
  'guest-news',
  'listing-validated',
  'listing-refused',
  'password-reset',
  'password-invite',
  'password-changed',
  'place-added',
] as const;

/** Which text a notice has. A template never carries health information: a reference number and a link, no more. */
export type Template = (typeof templates)[number];
