import type { TestService } from '../support/cases.ts';
import type { KillWorld, Staff } from './kill-world.ts';

export type Typed = Record<string, string | Blob | readonly string[]>;

/** A press of a button: whose, which verb, what was typed. */
export interface Press {
  who: Staff | 'patient';
  verb: string;
  /** Worked out when it is pressed, where the time matters. */
  fields: Typed | (() => Typed);
  /** The case of the request it is pressed on, by its place; else the newest. */
  nth?: number;
  /** The visit begins a minute after it was booked; this comes after that. */
  afterVisit?: true;
}

/** What happens to a request from its arrival on. */
export interface Course {
  asked: TestService;
  presses: readonly Press[];
}

const press = (
  who: Press['who'],
  verb: string,
  fields: Press['fields'] = {},
  more: Partial<Press> = {},
): Press => ({
  ...{ who, verb, fields },
  ...more,
});
const local = (at: number) => new Date(at).toLocaleString('sv-SE', { timeZone: 'America/Toronto' });
const day = (days: number) => local(Date.now() + days * 86_400_000).slice(0, 10);
const paper = () => new Blob(['%PDF-1.4\ntrailer <<>>\n%%EOF\n'], { type: 'application/pdf' });
const carry = ['question', 'answers', 'attachments', 'advice'];
const visit = (days: number) => ({
  ...{ slot: '', label: 'initial-visit', day: day(days), time: '10:00', medium: 'phone' },
});
const booked = press('clerk', 'book', visit(20));

/** Courses of referrals that together use every verb of people. */
export function referralCourses({ services, keys }: KillWorld): Course[] {
  const { clinic, second, intake, outside } = services;
  return [
    {
      asked: clinic,
      presses: [
        press('physician', 'message', { text: 'Hello', to: 'all' }),
        press('physician', 'strike', { what: 'words-3', why: 'Wrong patient' }),
        press('clerk', 'assign', { member: keys.specialist }),
        press('specialist', 'triage', { priority: '2' }),
        press('clerk', 'note', { text: 'Ring her.' }),
        press('clerk', 'ask-info', { of: 'requester', text: 'Since when?' }),
        press('physician', 'supply-info', { text: 'June.' }),
        press('clerk', 'ask-info', { of: 'requester', text: 'And her sleep?' }),
        press('clerk', 'withdraw-question', { comment: 'Found it.' }),
        press('clerk', 'accept', { weeks: '8' }),
        press('clerk', 'expect', { day: day(70), weeks: '' }),
        booked,
        press('patient', 'ask-other-time', { times: 'Mornings' }),
        press('clerk', 'rebook', visit(30)),
        press('patient', 'confirm'),
        press('patient', 'cannot-come', { why: 'A wedding' }),
        press('patient', 'short-notice', { wanted: 'on', hours: '24' }),
        press('clerk', 'offer', { ...visit(10), untilDay: day(5), untilTime: '12:00' }),
        press('patient', 'take-slot'),
        press('clerk', 'unbook', { why: 'clinic-changed', told: '' }),
        press('clerk', 'visited', { day: day(0), time: '00:00' }),
        press('specialist', 'decide-to-treat', { on: day(0) }),
        press('clerk', 'complete', { outcome: 'discharged', note: 'Exercise.', patientReads: 'on' }),
        press('physician', 'acknowledge'),
        press('clerk', 'reopen', { reason: 'A bed came free.' }),
        press('physician', 'cancel', { reason: 'no-longer-needed' }),
      ],
    },
    {
      asked: clinic,
      presses: [
        press('specialist', 'advise', { text: 'Exercise.', minutes: '5' }),
        press('physician', 'insist', { reason: 'She cannot walk.' }),
        press('physician', 'report-worse', { text: 'Cannot walk.' }),
        press('clerk', 'review', { comment: 'Read.' }),
        press('physician', 'change-urgency', { urgency: 'urgent', reason: 'Fever.' }),
        press('patient', 'report-worse', { text: 'Cannot sit.' }),
        press('patient', 'set-unavailable', { from: day(3), until: day(9) }),
        press('physician', 'correct-patient', { phone: '519-555-0188' }),
        press('clerk', 'log-contact', {
          ...{ day: day(0), time: '00:01', how: 'phone', outcome: 'reached', comment: '' },
        }),
        press('clerk', 'attach', { what: 'An image', to: 'all', file: paper() }),
        press('specialist', 'advise', { text: 'Rest.', minutes: '5' }),
        press('physician', 'take-advice', { comment: 'Thanks.' }),
      ],
    },
    {
      asked: clinic,
      presses: [
        press('clerk', 'decline', { reason: 'no-capacity', way: 'none', comment: 'Full' }),
        press('physician', 'resubmit', { changed: 'An X-ray.' }),
        press('clerk', 'decline', { reason: 'no-capacity', way: 'none', comment: 'Still full' }),
        press('physician', 'shortlist', { services: [second.key, intake.key] }),
        press('patient', 'choose-none', { why: 'Far.' }),
        press('physician', 'shortlist', { services: [second.key, intake.key] }),
        press('patient', 'choose', { service: second.key }),
        press('other', 'accept', {}),
        press('physician', 'redirect', { service: clinic.key, carry }),
        press('clerk', 'manage-elsewhere', { where: 'In Ottawa', until: day(90) }),
        press('patient', 'withdraw', { why: 'Moved.' }),
      ],
    },
    {
      asked: intake,
      presses: [
        press('intake', 'forward', { service: clinic.key, carry }),
        press('clerk', 'decline', { reason: 'no-capacity', way: 'none', comment: 'Full' }),
        press('intake', 'hand-back', { reason: 'Nobody takes it.' }),
        press('physician', 'close', { why: 'She moved.' }),
      ],
    },
    {
      asked: intake,
      presses: [
        press('intake', 'split', { services: [clinic.key, second.key], carry }),
        press('clerk', 'accept', {}, { nth: 1 }),
        press('other', 'decline', { reason: 'duplicate' }, { nth: 2 }),
        press('clerk', 'offer', { ...visit(9), untilDay: day(4), untilTime: '12:00' }, { nth: 1 }),
        press('clerk', 'lapse', {}, { nth: 1 }),
        press('physician', 'void', { why: 'Wrong patient.' }, { nth: 2 }),
        press('clerk', 'transfer', { to: `member ${keys.specialist}`, why: 'Leave.' }, { nth: 1 }),
      ],
    },
    {
      asked: outside,
      presses: [
        press('physician', 'invite', {
          channel: 'mail',
          email: 'c@example.test',
          number: '',
          language: 'en',
        }),
        press('physician', 'close-invitation'),
        press('physician', 'cancel', { reason: 'other', comment: 'By letter' }),
      ],
    },
  ];
}

/** Somebody does not come: the only course that has to wait for the time of a visit. */
export function absentCourse({ services }: KillWorld): Course {
  const soon = () => {
    const at = local(Date.now() + 61_000);
    return { ...visit(0), day: at.slice(0, 10), time: at.slice(11, 16) };
  };
  const absent = { decline: '', comment: 'No word' };
  return {
    asked: services.clinic,
    presses: [
      press('clerk', 'accept'),
      press('clerk', 'book', soon),
      press('clerk', 'did-not-attend', absent, { afterVisit: true }),
    ],
  };
}

/** Courses of questions for advice that together use every verb of people. */
export function adviceCourses({ services, keys }: KillWorld): Course[] {
  const { group, group2, clinic } = services;
  const survey = {
    ...{ outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' },
    ...{ quality: '5', educationalValue: '4' },
  };
  const answer = {
    kind: 'advice',
    text: 'Iron first.',
    minutes: '12',
    task: ['Oral iron'],
    kindOf: ['drug'],
  };
  const assigned = press('assigner', 'assign', { member: keys.adviser, why: 'best-match' });
  return [
    {
      asked: group,
      presses: [
        assigned,
        press('adviser', 'release', { why: 'Away' }),
        press('assigner', 'assign', { member: keys.adviser2, why: 'other', comment: 'Knows her' }),
        press('assigner', 'assign', { member: keys.adviser, why: 'best-match' }),
        press('adviser', 'ask-info', { question: 'Ferritin?' }),
        press('physician', 'supply-info', { answer: 'It is 11.' }),
        press('adviser', 'ask-info', { question: 'And B12?' }),
        press('adviser', 'withdraw-question', { why: 'Found it.' }),
        press('adviser', 'ask-colleague', {
          ...{ service: group2.key, title: 'A rash', question: 'Does it fit?', carry: ['question'] },
        }),
        press('adviser', 'answer', answer, { nth: 0 }),
        press('physician', 'tick', { recommendation: '1', state: 'done' }, { nth: 0 }),
        press('adviser', 'amend', { text: 'Iron later.', why: 'Order', task: ['B12'] }, { nth: 0 }),
        press('physician', 'follow-up', { question: 'And if she sleeps badly?' }, { nth: 0 }),
        press('adviser', 'answer', answer, { nth: 0 }),
        press('physician', 'close', survey, { nth: 0 }),
        press('physician', 'report-outcome', { outcome: 'as-advised', effect: 'better' }, { nth: 0 }),
      ],
    },
    {
      asked: group,
      presses: [
        press('assigner', 'turn-back', {
          reason: 'not-our-field',
          text: 'Sleep.',
          suggestion: 'Sleep group',
        }),
        press('physician', 'resubmit', { text: 'Here is the diary.' }),
        press('physician', 'redirect', { service: group2.key, carry }),
        press('physician', 'cancel', { reason: 'no-longer-needed' }),
      ],
    },
    {
      asked: group,
      presses: [
        assigned,
        press('adviser', 'convert', {
          ...{ ...answer, kind: 'please-refer' },
          ...{ service: clinic.key, urgency: 'routine', carry },
        }),
        press('clerk', 'accept'),
      ],
    },
  ];
}
