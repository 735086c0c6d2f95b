import { type Kind, kinds } from '../../support/cast.ts';
import type { Story, Things } from '../../support/cast-story.ts';

/**
 * What an actor gets: a status; `sign-in` is a redirect to that page, or for a patient's page to the door of links. Several statuses stand for a form that does what it
 * does for the first and says to the next that it is done (or what is still missing).
 */
export type Outcome = number | 'sign-in' | readonly number[];

/** Who gets what. Every kind of actor is in exactly one place; the matrix fails otherwise. */
export type Cells = ReadonlyMap<Kind, Outcome>;

/** The belongings that an address may name: those of the practice of the story, or those of the stranger site. */
export type Place = Things & Partial<Story['ours']>;

/** One route with who gets what of whose. */
export interface Row {
  /** The address with its keys; without it the pattern itself. */
  path?: (place: Place, story: Story) => string;
  /** A form that does something, for those who may send it. */
  form?: (place: Place, story: Story) => Record<string, string>;
  /** Files that go with the form, by field. */
  files?: Record<string, string>;
  /** For what belongs to the practice, and for what belongs to the stranger site. One map when it names nothing. */
  ours: Cells;
  theirs?: Cells;
  /** What its success writes into the log; more than one act when pages do it in several steps. */
  act?: RegExp;
  /** Asked as data (`Accept: application/json`) it answers 401 instead of leading to sign-in. */
  json?: true;
}

const visitors: readonly Kind[] = ['visitor', 'suspended person', 'suspended site'];
/** Roles that work with the patients of their site. */
const working = ['clinician', 'resident', 'nurse', 'delegate', 'clerk', 'assigner', 'lead'] as const;
const practice: readonly Kind[] = ['requester clinician', 'requester delegate', 'requester clerk'];
const strangers: readonly Kind[] = working.map(role => `stranger ${role}` as const);
/** Everybody who works with patients, wherever. */
const workers: readonly Kind[] = [
  ...practice,
  ...strangers,
  ...(['receiver clerk', 'receiver clinician', 'intake clerk', 'copy clinician', 'declined clerk'] as const),
];
const persons: readonly Kind[] = kinds.filter(
  kind => !visitors.includes(kind) && kind !== 'guest' && !kind.endsWith('patient'),
);

/** These get `outcome`; visitors and the suspended are led to sign in; everybody else learns nothing. */
function only(who: readonly Kind[], outcome: Outcome, outside: Outcome = 'sign-in'): Cells {
  return new Map(
    kinds.map(kind => [kind, who.includes(kind) ? outcome : visitors.includes(kind) ? outside : 404]),
  );
}

/** Everybody gets this. */
function all(outcome: Outcome): Cells {
  return new Map(kinds.map(kind => [kind, outcome]));
}

/** As those, but these get that. */
function but(cells: Cells, who: readonly Kind[], outcome: Outcome): Cells {
  return new Map([...cells].map(([kind, was]) => [kind, who.includes(kind) ? outcome : was]));
}

const open = { ours: all(200) };
const nobody = only([], 200);
const ofWorkers = (outcome: Outcome) => only(workers, outcome);
/** What a site has for itself alone. */
const ofSite = (outcome: Outcome) => ({ ours: only(practice, outcome), theirs: only(strangers, outcome) });
/** A draft is its author's and of the clinician in whose name it goes out. */
const ofAuthor = (outcome: Outcome) => ({
  ours: only(['requester clinician', 'requester delegate'], outcome),
  theirs: only(['stranger clinician', 'stranger delegate'], outcome),
});
/** Everybody of a site that is a party, also those who do not work with patients. */
const atPractice: readonly Kind[] = [
  ...practice,
  ...(['requester steward', 'requester privacy officer'] as const),
];

const newPatient = {
  ...{ given: 'Rosalind', family: 'Achterberg', birthDate: '1984-03-05', sexAtBirth: 'female' },
  ...{ gender: 'not-said', cardKind: 'none', cardReason: 'lost', language: 'en', nobodyElse: 'yes' },
};
/** Who takes part in the referral of the story. */
const clinical: readonly Kind[] = [...atPractice, 'receiver clerk', 'receiver clinician'];
const onReferral: readonly Kind[] = [...clinical, 'intake clerk', 'copy clinician', 'patient', 'guest'];

/** A file of a draft is for those of the draft; in a case it is of those whom it was meant for. */
const ofFile = (tail: string, outcome: Outcome): Row[] => [
  {
    path: place => `/attachments/${place.draftFile}${tail}`,
    ...ofAuthor(outcome),
  },
  {
    path: place => `/attachments/${place.openFile ?? place.draftFile}${tail}`,
    ...{ ...ofAuthor(outcome), ours: only(onReferral, outcome) },
  },
  {
    path: place => `/attachments/${place.clinicalFile ?? place.otherDraftFile}${tail}`,
    ...{ ours: only(clinical, outcome), theirs: only(['stranger clerk'], outcome) },
  },
];

/** Of those on the referral, who work with patients. */
const workingOn: readonly Kind[] = onReferral.filter(kind => workers.includes(kind));

/** Acts on a case. One address that everybody on it may use, one for the receiver alone, one that names another type. */
const acts = (method: 'GET' | 'POST'): Row[] => {
  const done = method === 'GET' ? 200 : 303;
  return [
    {
      path: place => `/referrals/${place.referral}/message`,
      form: () => ({ text: 'Please bring the list of medicines', to: 'all' }),
      ...{ ours: only(workingOn, done), theirs: only(strangers, done) },
    },
    // A case of the other type under this one's address.
    { path: place => `/econsults/${place.referral}/message`, ours: nobody, theirs: nobody },
  ];
};
const econsultActs = (outcome: Outcome): Row[] => [
  {
    path: place => `/econsults/${place.econsult ?? place.referral}/message`,
    form: () => ({ text: 'Thank you', to: 'clinical' }),
    ...{ ours: only(practice, outcome), theirs: nobody },
  },
  { path: place => `/referrals/${place.econsult ?? place.patient}/message`, ours: nobody, theirs: nobody },
];

/** The patient's own page and what is asked there; a visitor is led to the door where links open. */
const patients: readonly Kind[] = ['patient', 'other patient'];
const patientPage = (outcome: Outcome) => ({ ours: only(patients, outcome) });
/** A form on a case of the practice: for its patient it does what it says, to another patient it is not there. */
const patientForm = (fields: Record<string, string>, outcome: Outcome) => ({
  form: (place: Place) => ({ case: place.referral, ...fields }),
  ours: but(only(patients, 409), ['patient'], outcome),
});
/** The door of patients: nobody learns from it whether a link was ever made. */
const noLink = '0'.repeat(26);

/** The declared table: a route of the product without a row here fails the build. */
export const table: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /': open,
  'GET /accessibility': open,
  'GET /privacy': open,
  'GET /join': open,
  'GET /join/received': open,
  'POST /join': { ours: all(422) },
  'GET /directory': open,
  'GET /directory/:key': { path: (_, story) => `/directory/${story.services.referral}`, ours: all(200) },
  'GET /language/:lang': { path: () => '/language/fr', ours: all(303) },
  'GET /sign-in': { ours: but(all(200), persons, 303) },
  'POST /sign-in': { form: () => ({ email: 'a@b.test', password: 'x', next: '' }), ours: all([422, 429]) },
  'POST /demo/sign-in': { form: () => ({ as: 'x'.repeat(26), next: '' }), ours: all(422) },
  'POST /sign-out': { ours: all(303) },
  'GET /account': { ours: only(persons, 200) },
  'POST /account/password': {
    form: () => ({ oldPassword: 'not this', newPassword: 'a sentence to keep in mind' }),
    ours: only(persons, [422, 429]),
  },
  'POST /switch': { form: () => ({ member: 'x'.repeat(26) }), ours: only(persons, 404) },
  'POST /sign-out/everywhere': { ours: only(persons, 303) },
  'GET /patients': { ours: ofWorkers(200) },
  'POST /patients': { form: () => ({ words: 'Whitcombe' }), ours: ofWorkers(200) },
  'GET /patients/new': { ours: ofWorkers(200) },
  'POST /patients/new': { form: () => newPatient, ours: ofWorkers([303, 422]) },
  'GET /patients/:key': { path: place => `/patients/${place.patient}`, ...ofSite(200) },
  'GET /patients/:key/edit': { path: place => `/patients/${place.patient}/edit`, ...ofSite(200) },
  'POST /patients/:key/edit': {
    path: place => `/patients/${place.patient}/edit`,
    form: () => ({ ...newPatient, version: '1' }),
    ...ofSite([303, 409, 422]),
  },
  'POST /drafts/:key/files': {
    path: place => `/drafts/${place.draft}/files`,
    files: { file: 'note.pdf' },
    ...ofAuthor(303),
  },
  'POST /drafts/:key/files/:file/leave-out': [
    { path: place => `/drafts/${place.draft}/files/${place.draftFile}/leave-out`, ...ofAuthor([303, 404]) },
    // A file of another draft, under this one.
    {
      path: place => `/drafts/${place.draft}/files/${place.otherDraftFile}/leave-out`,
      ours: nobody,
      theirs: nobody,
    },
  ],
  'GET /referrals/:key/appointment.ics': {
    path: place => `/referrals/${place.referral}/appointment.ics`,
    ours: only(workingOn, 200),
    // Theirs has no visit yet, so it leads to the story.
    theirs: only(strangers, 303),
  },
  'GET /requests/:key': {
    path: place => `/requests/${place.request}`,
    // Whoever declined sees the request as it was then.
    ours: only([...workingOn, 'declined clerk'], 200),
    theirs: only(strangers, 200),
  },
  'POST /requests/:key/card': {
    path: place => `/requests/${place.request}/card`,
    ours: only([...workingOn, 'declined clerk'], 200),
    theirs: only(strangers, 200),
  },
  'GET /referrals/:key/:verb': acts('GET'),
  'POST /referrals/:key/:verb': acts('POST'),
  'GET /econsults/:key/:verb': econsultActs(200),
  'POST /econsults/:key/:verb': econsultActs(303),
  'GET /demo/mailbox': open,
  'GET /p': patientPage(200),
  'GET /p/record': patientPage(200),
  // The patient of the stranger site has no visit yet.
  'GET /p/calendar': { ours: but(only(patients, 200), ['other patient'], 303) },
  'POST /p/confirm': patientForm({}, 303),
  'POST /p/take-slot': patientForm({}, 409),
  'POST /p/set-unavailable': patientForm({ from: '2027-03-01', until: '2027-03-05' }, 303),
  'GET /p/ask-other-time': { ours: but(only(patients, 200), ['other patient'], 409) },
  'POST /p/ask-other-time': patientForm({ times: 'Mondays' }, 303),
  'GET /p/cannot-come': { ours: but(only(patients, 200), ['other patient'], 409) },
  'POST /p/cannot-come': patientForm({ case: 'x', why: '' }, 409),
  'GET /p/report-worse': patientPage(200),
  'POST /p/report-worse': patientForm({ text: 'I sleep no more' }, 303),
  'GET /p/withdraw': patientPage(200),
  'POST /p/withdraw': patientForm({ case: 'x', why: '' }, 409),
  'GET /p/supply-info': patientPage(409),
  'POST /p/supply-info': patientForm({ text: 'Since May' }, 409),
  'GET /p/open': open,
  'POST /p/open': { form: () => ({ code: noLink, birthDate: '1990-01-01' }), ours: all(410) },
  'GET /p/closed': open,
  'GET /p/:token': { path: () => `/p/${noLink}`, ours: all(410) },
  'POST /p/:token': {
    path: () => `/p/${noLink}`,
    form: () => ({ birthDate: '1990-01-01' }),
    ours: all(410),
  },
  'POST /p/:token/not-me': { path: () => `/p/${noLink}/not-me`, ours: all(303) },
  'GET /attachments/:key': ofFile('', 200),
  'GET /attachments/:key/look': ofFile('/look', 200),
  'GET /attachments/:key/picture': ofFile('/picture', 200),
};

/** The rows of one route. */
export function rowsOf(name: string): readonly Row[] {
  const found = table[name];
  return found === undefined ? [] : [found].flat();
}
