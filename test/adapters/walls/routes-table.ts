import { partNames } from '../../../src/domain/directory/listing.ts';
import {
  all,
  atPractice,
  but,
  type Kind,
  nobody,
  type Outcome,
  ofAuthor,
  ofSite,
  ofWorkers,
  only,
  open,
  type Place,
  persons,
  practice,
  programme,
  type Row,
  strangers,
  workers,
} from './who.ts';

/** Leads and stewards. */
const keepers: readonly Kind[] = [
  ...['requester steward', 'stranger steward', 'stranger lead', 'programme steward'],
] as Kind[];
const officers = [
  ...['requester privacy officer', 'stranger privacy-officer', 'programme privacy officer'],
] as Kind[];
/** Who keep the members of their site. */
const stewards: readonly Kind[] = keepers.filter(kind => kind.endsWith('steward'));
const absentMember = `/members/${'0'.repeat(26)}`;
const absentSchedule = `/schedules/${'0'.repeat(26)}`;
/** Everybody who works with patients, and leads. */
const readers = workers;
/** Who may approve for a group of their site. */
const approvers: readonly Kind[] = [
  ...['requester clinician', 'receiver clinician', 'copy clinician'],
  ...['stranger clinician', 'stranger assigner', 'stranger lead'],
] as Kind[];
/** Who sees what is paid: those who may be paid, and who keep a group or the programme. */
const payees: readonly Kind[] = [
  ...['requester clinician', 'receiver clinician', 'copy clinician', 'stranger clinician'],
  ...['stranger lead', 'requester steward', 'stranger steward', 'programme steward'],
] as Kind[];
/** Who sees figures. */
const reported: readonly Kind[] = ['stranger lead', 'programme steward'];
const aMonth = '?month=2026-01';
const absentAnswer = `/pay/answers/${'0'.repeat(26)}`;
const absentClaim = `/pay/claims/C${'0'.repeat(12)}`;
const anEntry = { title: 'x', question: 'x', answer: 'x', questionType: '' };
const absentEntry = `/learning/${'0'.repeat(26)}`;
const noEntry = {
  ...{ day: '', kind: '', minutes: '', topic: '', asked: '', learnt: '', changed: '', sources: '' },
  ...{ seen: '', do: 'keep' },
};
const absentGroup = `/groups/${'0'.repeat(26)}`;
const absentListing = `/listings/${'0'.repeat(26)}`;

export type { Cells, Kind, Outcome, Row } from './who.ts';

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
    path: place => `/attachments/${place.clinicalFile ?? place.draftFile}${tail}`,
    ...{ ours: only([...clinical, 'copy clinician', 'guest'], outcome), theirs: ofAuthor(outcome).theirs },
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

/** A story is told to everybody on one of its cases; also to who declined, up to then. */
const ofStory = (tail: string): Row => ({
  path: place => `/requests/${place.request}${tail}`,
  ours: only([...workingOn, 'declined clerk'], 200),
  theirs: only(strangers, 200),
});
const ofQuestion = (outcome: Outcome): Row => ({
  path: place => `/econsults/${place.econsult ?? place.referral}/convert`,
  form: () => ({ service: '' }),
  ...{ ours: only(practice, outcome), theirs: nobody },
});

/** The patient's own page and what is asked there; a visitor is led to the door where links open. */
const patients: readonly Kind[] = ['patient', 'other patient'];
const patientPage = (outcome: Outcome) => ({ ours: only(patients, outcome) });
/** A form on a case of the practice: for its patient it does what it says, to another patient it is not there. */
const patientForm = (fields: Record<string, string>, outcome: Outcome) => ({
  form: (place: Place) => ({ case: place.referral, ...fields }),
  ours: but(only(patients, 409), ['patient'], outcome),
});
/** A code to the patient's page is given by who sends or receives the request. */
const ofLetter = (tail: string, outcome: Outcome): Row => ({
  path: place => `/requests/${place.request}/letter${tail}`,
  ours: only([...practice, 'receiver clerk', 'receiver clinician'], outcome),
  theirs: only(strangers, outcome),
});
/** On a case of their own, and yet for nobody. */
const ofNobody = (tail: string): Row => ({
  path: place => `/referrals/${place.referral}${tail}`,
  ...{ ours: nobody, theirs: nobody },
});
const ofWorking = (tail: string, outcome: Outcome): Row => ({
  path: place => `/referrals/${place.referral}${tail}`,
  ...{ ours: only(workingOn, outcome), theirs: only(strangers, outcome) },
});
const ofNoFax = (tail: string): Row => ({
  path: () => `/faxes/${'0'.repeat(26)}${tail}`,
  ...{ ours: nobody, theirs: nobody },
});
const ofSender = (tail: string, outcome: Outcome): Row => ({
  path: place => `/referrals/${place.referral}${tail}`,
  ...{ ours: only(practice, outcome), theirs: only(strangers, outcome) },
});
const guestVerbs = ['accept', 'book', 'rebook', 'ask-info', 'complete', 'advise', 'message', 'decline'];
const guestActs = Object.fromEntries(
  guestVerbs.flatMap(verb => [
    [`GET /w/act/${verb}`, { ours: only(['guest'], 303) }],
    [`POST /w/act/${verb}`, { ours: only(['guest'], 409) }],
  ]),
) as Record<string, Row>;
/** The door of patients: nobody learns from it whether a link was ever made. */
const noLink = '0'.repeat(26);

/** Their sites have none on their list, so there is nothing to show. */
const withoutPatients = workers.filter(kind => !practice.includes(kind) && !strangers.includes(kind));

/** The declared table: a route of the product without a row here fails the build. */
export const table: Readonly<Record<string, Row | readonly Row[]>> = {
  'GET /': open,
  'GET /accessibility': open,
  'GET /privacy': open,
  'GET /terms': open,
  // No version holds, so there is none to accept.
  'POST /terms': {
    form: () => ({ draft: '0'.repeat(26), version: '1' }),
    ours: only(persons, 409),
  },
  'GET /robots.txt': open,
  'GET /sitemap.xml': open,
  'GET /waits/method': open,
  'GET /join': open,
  'GET /join/received': open,
  'POST /join': { ours: all(422) },
  'GET /directory': open,
  'GET /directory/export/:format': { path: () => '/directory/export/fhir', ours: all(200) },
  'GET /directory/:key': { path: (_, story) => `/directory/${story.services.referral}`, ours: all(200) },
  'POST /directory/:key/keep': {
    path: (_, story) => `/directory/${story.services.referral}/keep`,
    form: () => ({ keep: 'yes' }),
    ours: ofWorkers(303),
  },
  'POST /directory/:key/tell-when-open': {
    path: (_, story) => `/directory/${story.services.referral}/tell-when-open`,
    form: () => ({ wish: 'yes' }),
    ours: ofWorkers(303),
  },
  'GET /directory/searches': { ours: ofWorkers(200) },
  'POST /directory/searches': { form: () => ({ name: 'Sleep', asked: 'q=sleep' }), ours: ofWorkers(303) },
  'POST /directory/searches/:key/rename': {
    path: () => `/directory/searches/${'0'.repeat(26)}/rename`,
    form: () => ({ name: 'Sleep' }),
    ours: ofWorkers(303),
  },
  'POST /directory/searches/:key/remove': {
    path: () => `/directory/searches/${'0'.repeat(26)}/remove`,
    ours: ofWorkers(303),
  },
  'GET /directory/:key/ask': {
    path: (_, story) => `/directory/${story.services.referral}/ask`,
    ours: all(303),
  },
  'GET /text-size/:size': { path: () => '/text-size/large', ours: all(303) },
  'GET /language/:lang': { path: () => '/language/fr', ours: all(303) },
  'GET /sign-in': { ours: but(all(200), persons, 303) },
  'POST /sign-in': { form: () => ({ email: 'a@b.test', password: 'x', next: '' }), ours: all([422, 429]) },
  'POST /demo/sign-in': { form: () => ({ as: 'x'.repeat(26), next: '' }), ours: all(422) },
  'GET /sign-in/forgotten': { ours: all(200) },
  'POST /sign-in/forgotten': { form: () => ({ email: 'a@b.test' }), ours: all(200) },
  'GET /password/:token': { ours: all(410) },
  'POST /password/:token': { form: () => ({ password: 'a long sentence' }), ours: all(410) },
  'POST /sign-out': { ours: all(303) },
  'GET /account': { ours: only(persons, 200) },
  'GET /account/notices': { ours: only(persons, 200) },
  'POST /account/notices': {
    form: () => ({ channel: 'mail', wanted: 'news', quiet: 'yes', quietFrom: '21:00', quietUntil: '08:00' }),
    ours: only(persons, 303),
  },
  'GET /account/advice': {
    ours: only(
      persons.filter(kind => /clinician/.test(kind)),
      200,
    ),
  },
  'POST /account/advice/away': {
    form: () => ({ from: '', until: '' }),
    ours: only(
      persons.filter(kind => /clinician/.test(kind)),
      422,
    ),
  },
  // Taking back what is gone already changes nothing.
  'POST /account/advice/back': {
    form: () => ({ absence: '0'.repeat(26) }),
    ours: only(
      persons.filter(kind => /clinician/.test(kind)),
      303,
    ),
  },
  // Nobody of the cast is in a group.
  'POST /account/advice/:key': {
    path: () => `/account/advice/${'0'.repeat(26)}`,
    ...{ form: () => ({ weeklyCap: '3' }), ours: nobody, theirs: nobody },
  },
  'POST /account/regions': {
    form: () => ({ first: 'N', second: '', third: '' }),
    ours: only(persons, 303),
  },
  'POST /account/notices/site': {
    form: () => ({ patientMail: 'yes', reminders: '168, 48', fallbackEmail: '', fallbackLanguage: 'en' }),
    ours: only(
      persons.filter(kind => /lead|steward/.test(kind)),
      303,
    ),
  },
  'POST /account/password': {
    form: () => ({ oldPassword: 'not this', newPassword: 'a sentence to keep in mind' }),
    ours: only(persons, [422, 429]),
  },
  'POST /account/delegates': {
    form: () => ({}),
    ours: only(
      persons.filter(kind => /clinician|resident|nurse/.test(kind)),
      303,
    ),
  },
  'GET /members': { ours: only(stewards, 200) },
  'GET /members/new': { ours: only(stewards, 200) },
  'POST /members/new': { form: () => ({ email: 'x' }), ours: only(stewards, 422) },
  // Nobody of the story's own: a key is looked for at the steward's own site alone.
  'GET /members/:key': { path: () => absentMember, ours: nobody },
  'POST /members/:key': { path: () => absentMember, form: () => ({ roles: 'clerk' }), ours: nobody },
  'POST /members/:key/suspend': { path: () => `${absentMember}/suspend`, ours: nobody },
  'POST /members/:key/settle-mail': { path: () => `${absentMember}/settle-mail`, ours: nobody },
  'POST /members/:key/resume': { path: () => `${absentMember}/resume`, ours: nobody },
  'POST /members/:key/invite': { path: () => `${absentMember}/invite`, ours: nobody },
  'POST /members/:key/come-back': { path: () => `${absentMember}/come-back`, ours: nobody },
  'POST /members/:key/end': {
    ...{ path: () => `${absentMember}/end`, form: () => ({ until: '2030-01-01' }), ours: nobody },
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
  'GET /referrals/:key/appointment.ics': {
    path: place => `/referrals/${place.referral}/appointment.ics`,
    ours: only(workingOn, 200),
    // Theirs has no visit yet, so it leads to the story.
    theirs: only(strangers, 303),
  },
  'GET /demo/mailbox': open,
  'GET /demo/clock': open,
  'POST /demo/clock': { form: () => ({ amount: 'soon' }), ours: all(422) },
  'GET /programme': { ours: only(['programme steward'], 200) },
  // Any steward may press; the database starts it for the programme's alone.
  'POST /programme/start-again': {
    form: () => ({ job: '0' }),
    ours: only(['programme steward', 'requester steward', 'stranger steward'], 303),
  },
  'GET /programme/joining/:key': { path: () => `/programme/joining/${'0'.repeat(26)}`, ours: nobody },
  'POST /programme/joining/:key': {
    path: () => `/programme/joining/${'0'.repeat(26)}`,
    form: () => ({ answer: 'duplicate', note: '' }),
    ours: nobody,
  },
  'GET /programme/imports': { ours: only(['programme steward'], 200) },
  // Without a file, and of nobody's import: those of a list are tried in their own test.
  'POST /programme/imports': {
    form: () => ({ source: 'a list', do: 'try' }),
    files: { other: 'note.pdf' },
    ours: only(['programme steward'], 422),
  },
  'GET /programme/imports/:key/report': {
    path: () => `/programme/imports/${'0'.repeat(26)}/report`,
    ours: nobody,
  },
  'GET /programme/imports/:key/undo': {
    path: () => `/programme/imports/${'0'.repeat(26)}/undo`,
    ours: nobody,
  },
  'POST /programme/imports/:key/undo': {
    path: () => `/programme/imports/${'0'.repeat(26)}/undo`,
    ours: nobody,
  },
  'GET /programme/claims': { ours: only(['programme steward'], 200) },
  'GET /programme/claims/:key': { path: () => `/programme/claims/${'0'.repeat(26)}`, ours: nobody },
  'POST /programme/claims/:key': {
    path: () => `/programme/claims/${'0'.repeat(26)}`,
    form: () => ({ answer: 'approved', note: '' }),
    ours: nobody,
  },
  'GET /programme/categories': { ours: only(['programme steward'], 200) },
  'GET /programme/categories/new': { ours: only(['programme steward'], 200) },
  'POST /programme/categories/new': {
    form: () => ({ code: 'X', nameEn: '', nameFr: '', terms: '', parent: '' }),
    ours: only(['programme steward'], 422),
  },
  'GET /programme/categories/:code': { path: () => '/programme/categories/nothing', ours: nobody },
  'POST /programme/categories/:code': {
    path: () => '/programme/categories/nothing',
    form: () => ({ code: '', nameEn: 'Mine', nameFr: 'La mienne', terms: '', parent: '' }),
    ours: nobody,
  },
  // What is kept there is tried in src/postgres/listings.test.ts; here, that nobody learns of a listing that is not theirs.
  'GET /library': { ours: only(readers, 200) },
  'POST /library': { form: () => ({ problem: 'Iron', page: '1' }), ours: only(readers, 200) },
  'GET /library/:key': { path: () => `/library/${'0'.repeat(26)}`, ours: nobody },
  'POST /library/:key/settles': { path: () => `/library/${'0'.repeat(26)}/settles`, ours: nobody },
  'GET /learning': { ours: only(workers, 200) },
  'GET /learning/file': {
    path: () => '/learning/file?from=2026-01-01&until=2026-12-31&as=csv',
    ours: only(workers, 422),
  },
  'GET /learning/new': { ours: only(workers, 200) },
  'POST /learning/new': { form: () => ({ ...noEntry }), ours: only(workers, 422) },
  'GET /learning/:key': { path: () => absentEntry, ours: nobody },
  'POST /learning/:key': { path: () => absentEntry, form: () => ({ ...noEntry }), ours: nobody },
  'POST /learning/:key/remove': { path: () => `${absentEntry}/remove`, ours: nobody },
  'GET /library/propose/:key': {
    path: () => `/library/propose/${'0'.repeat(26)}`,
    ours: nobody,
    theirs: nobody,
  },
  'POST /library/propose/:key': {
    path: () => `/library/propose/${'0'.repeat(26)}`,
    ...{ form: () => ({ ...anEntry, confirmed: 'yes' }), ours: nobody, theirs: nobody },
  },
  'GET /library/mine': { ours: only(workers, 200) },
  'GET /library/waiting': { ours: only(approvers, 200) },
  'POST /library/waiting/:key': {
    path: () => `/library/waiting/${'0'.repeat(26)}`,
    ...{ form: () => ({ ...anEntry, do: 'publish' }), ours: nobody, theirs: nobody },
  },
  // Before an answer there is nothing to write about, to anybody.
  'GET /econsults/:key/patient-letter': {
    path: () => `/econsults/${'0'.repeat(26)}/patient-letter`,
    ...{ ours: nobody, theirs: nobody },
  },
  'POST /econsults/:key/patient-letter': {
    path: () => `/econsults/${'0'.repeat(26)}/patient-letter`,
    ...{ form: () => ({ text: 'x', do: 'show', in: 'en' }), ours: nobody, theirs: nobody },
  },
  'GET /standard-answers': { ours: only(workers, 200) },
  'POST /standard-answers': {
    form: () => ({ title: '', words: '', whose: 'own', usedFor: 'answer', do: 'keep' }),
    ours: only(workers, 422),
  },
  'GET /pay': { ours: only(payees, 200), unlogged: payees },
  'GET /pay/file': { path: () => '/pay/file?month=2026-01', ours: only(payees, 200), unlogged: payees },
  'POST /pay': {
    form: () => ({ month: '2099-01' }),
    ours: only(['stranger lead'], 303),
    unlogged: ['stranger lead'],
  },
  'GET /pay/statement.pdf': {
    path: () => `/pay/statement.pdf${aMonth}`,
    ...{ ours: only(payees, 200), unlogged: payees },
  },
  'GET /pay/reconcile': {
    path: () => `/pay/reconcile${aMonth}`,
    ours: only(reported, 200),
    unlogged: reported,
  },
  'POST /pay/reconcile': {
    form: () => ({ month: '2026-01' }),
    ours: only(reported, 422),
    unlogged: reported,
  },
  'GET /pay/outstanding': {
    path: () => `/pay/outstanding${aMonth}`,
    ...{ ours: only(reported, 200), unlogged: reported },
  },
  'GET /pay/answer-example': {
    path: () => `/pay/answer-example${aMonth}`,
    ...{ ours: only(reported, 200), unlogged: reported },
  },
  'POST /pay/settle': {
    form: () => ({ month: '2026-01' }),
    ...{ ours: only(reported, 303), unlogged: reported },
  },
  'GET /pay/answers/:key': { path: () => absentAnswer, ours: nobody, theirs: nobody },
  'POST /pay/answers/:key': {
    ...{ path: () => absentAnswer, form: () => ({ do: 'take', why: '' }), ours: nobody, theirs: nobody },
  },
  'GET /pay/claims/:claim': { path: () => absentClaim, ours: nobody, theirs: nobody },
  'POST /pay/claims/:claim': {
    ...{ path: () => absentClaim, form: () => ({ what: 'again', why: 'x' }), ours: nobody, theirs: nobody },
  },
  'GET /figures': { ours: only(reported, 200) },
  'GET /figures/file': { ours: only(reported, 200) },
  'GET /figures/saved': { ours: only(reported, 200) },
  'GET /groups': { ours: only(keepers, 200) },
  'GET /legal-holds': { ours: only(officers, 200) },
  'POST /legal-holds': { form: () => ({ reference: 'ES-0', why: 'A claim' }), ours: only(officers, 422) },
  'POST /legal-holds/:key/lift': {
    path: () => `/legal-holds/${'0'.repeat(26)}/lift`,
    ...{ form: () => ({ why: 'Settled' }), ours: nobody, theirs: nobody },
  },
  'GET /surveys': { ours: only(keepers, 200) },
  'GET /surveys.csv': { ours: only(keepers, 200) },
  'GET /groups/:key': { path: () => absentGroup, ours: nobody },
  'POST /groups/:key': {
    path: () => absentGroup,
    form: () => ({ escalation: '', subSpecialties: '' }),
    ours: nobody,
  },
  'POST /groups/:key/reviews': {
    path: () => `${absentGroup}/reviews`,
    ...{ form: () => ({ perMonth: '3' }), ours: nobody },
  },
  'POST /groups/:key/unsafe': {
    path: () => `${absentGroup}/unsafe`,
    ...{ form: () => ({ review: '0'.repeat(26) }), ours: nobody },
  },
  'POST /groups/:key/harm': {
    path: () => `${absentGroup}/harm`,
    ...{ form: () => ({ case: '0'.repeat(26), seq: '1' }), ours: nobody },
  },
  'GET /quality': {
    ours: only(
      persons.filter(kind => /clinician|resident/.test(kind)),
      200,
    ),
  },
  'POST /quality/reviewing': {
    form: () => ({ group: '0'.repeat(26), on: 'yes' }),
    ours: nobody,
  },
  // A review is one member's, drawn once a month: nobody of the cast has one.
  'GET /reviews/:key': { path: () => `/reviews/${'0'.repeat(26)}`, ours: nobody, theirs: nobody },
  'POST /reviews/:key': {
    path: () => `/reviews/${'0'.repeat(26)}`,
    form: () => ({ answers: '5', evidence: '5', clear: '5', actionable: '5', safe: 'yes', comment: '' }),
    ...{ ours: nobody, theirs: nobody },
  },
  'POST /reviews/:key/decline': {
    path: () => `/reviews/${'0'.repeat(26)}/decline`,
    ...{ form: () => ({}), ours: nobody, theirs: nobody },
  },
  'POST /groups/:key/:member': {
    ...{
      path: () => `${absentGroup}/${'0'.repeat(26)}`,
      form: () => ({ weeklyCap: '3', conflicts: '' }),
      ours: nobody,
    },
  },
  'POST /groups/:key/:member/away': {
    path: () => `${absentGroup}/${'0'.repeat(26)}/away`,
    ...{ form: () => ({ from: '2999-01-01', until: '2999-01-01' }), ours: nobody },
  },
  // Taking back what is gone already changes nothing.
  'POST /groups/:key/:member/back': {
    path: () => `${absentGroup}/${'0'.repeat(26)}/back`,
    ...{ form: () => ({ absence: '0'.repeat(26) }), ours: only(keepers, 303) },
  },
  'GET /listings': { ours: only(keepers, 200) },
  'GET /listings/new': { ours: only(keepers, 200) },
  'POST /listings/new': {
    form: () => ({ site: '', kind: '', category: '', nameEn: '', nameFr: '' }),
    ours: only(keepers, 422),
  },
  // Kept apart from what others see: one who may not say so changes nothing.
  'POST /listings/intake': { form: () => ({ on: 'no' }), ours: only(keepers, 303) },
  'GET /listings/:key': { path: () => absentListing, ours: nobody },
  'GET /listings/:key/history': { path: () => `${absentListing}/history`, ours: nobody },
  'GET /listings/facilities/:key': { path: () => `/listings/facilities/${'0'.repeat(26)}`, ours: nobody },
  'POST /listings/facilities/:key': {
    path: () => `/listings/facilities/${'0'.repeat(26)}`,
    ...{ form: () => ({ nameEn: 'x', nameFr: 'x' }), ours: nobody },
  },
  'POST /listings/:key/verify': { path: () => `${absentListing}/verify`, ours: nobody },
  'POST /listings/:key/wait': {
    ...{ path: () => `${absentListing}/wait`, form: () => ({ days: '3' }), ours: nobody },
  },
  'POST /listings/:key/split': { path: () => `${absentListing}/split`, ours: nobody },
  'POST /listings/:key/end': { path: () => `${absentListing}/end`, ours: nobody },
  ...Object.fromEntries(
    partNames.flatMap(part =>
      ['GET', 'POST'].map(method => [
        `${method} /listings/:key/${part}`,
        { path: () => `${absentListing}/${part}`, ours: nobody },
      ]),
    ),
  ),
  'GET /forms': { ours: only(keepers, 200) },
  'GET /forms/new': { ours: only(keepers, 200) },
  'GET /forms/import': { ours: only(keepers, 200) },
  'POST /forms/new': {
    form: () => ({ titleEn: 'Ours', titleFr: 'Le nôtre', kind: 'referral', serves: 'listing' }),
    ours: only(keepers, 303),
  },
  'POST /forms/import': {
    form: () => ({ titleEn: 'Ours', titleFr: 'Le nôtre', json: '{}' }),
    files: {},
    ours: only(keepers, 422),
  },
  // Nobody's form: those of the story are tried with their keys in their own test.
  ...Object.fromEntries(
    [
      ...[
        'GET ',
        'GET /questionnaire',
        'GET /edit',
        'GET /items/x',
        'GET /try',
        'GET /burden',
        'POST /publish',
        'POST /retire',
      ],
      ...['POST /reuse', 'POST /discard', 'POST /edit', 'POST /items/x', 'POST /try'],
    ].map(said => {
      const [method, rest = ''] = said.split(' ') as [string, string?];
      const url = `/forms/:key${rest.replace('/items/x', '/items/:item')}`;
      return [`${method} ${url}`, { path: () => `/forms/${'0'.repeat(26)}${rest}`, ours: nobody }];
    }),
  ),
  'GET /directory/:key/claim': { path: () => `/directory/${'0'.repeat(26)}/claim`, ours: nobody },
  'POST /directory/:key/claim': { path: () => `/directory/${'0'.repeat(26)}/claim`, ours: nobody },
  'GET /programme/synonyms': { ours: only(['programme steward'], 200) },
  'GET /programme/synonyms/new': { ours: only(['programme steward'], 200) },
  'POST /programme/synonyms/new': {
    form: () => ({ english: 'ticker', french: 'palpitant', also: 'cardiology' }),
    ours: only(['programme steward'], 303),
  },
  'GET /programme/synonyms/file': { ours: only(['programme steward'], 200) },
  'GET /programme/synonyms/file.csv': { ours: only(['programme steward'], 200) },
  'POST /programme/synonyms/file': {
    form: () => ({ do: 'try' }),
    files: { other: 'note.pdf' },
    ours: only(['programme steward'], 422),
  },
  // Nobody's group: those of the story are tried with their keys in their own test.
  'GET /programme/synonyms/:key': { path: () => `/programme/synonyms/${'0'.repeat(26)}`, ours: nobody },
  'POST /programme/synonyms/:key': {
    path: () => `/programme/synonyms/${'0'.repeat(26)}`,
    form: () => ({ english: 'heart', french: 'coeur', also: '' }),
    ours: nobody,
  },
  'POST /programme/synonyms/:key/remove': {
    path: () => `/programme/synonyms/${'0'.repeat(26)}/remove`,
    ours: nobody,
  },
  'GET /programme/unmet': { ours: only(['programme steward'], 200) },
  'GET /programme/unmet.csv': { ours: only(['programme steward'], 200) },
  'GET /programme/terms': { ours: only(['programme steward'], 200) },
  // Another version than was looked at: nothing is published, so that the others may go on sending.
  'POST /programme/terms': {
    form: () => ({ after: '7', en: 'Terms', fr: 'Conditions' }),
    ours: only(['programme steward'], 409),
  },
  'GET /programme/urgent': { ours: only(['programme steward'], 200) },
  'POST /programme/urgent': {
    form: () => ({ language: 'en', phrase: 'crushing headache' }),
    ours: only(['programme steward'], 303),
  },
  'GET /programme/urgent/:key': { path: () => `/programme/urgent/${'0'.repeat(26)}`, ours: nobody },
  'POST /programme/urgent/:key': {
    path: () => `/programme/urgent/${'0'.repeat(26)}`,
    form: () => ({ phrase: 'crushing headache' }),
    ours: nobody,
  },
  'POST /programme/urgent/:key/remove': {
    path: () => `/programme/urgent/${'0'.repeat(26)}/remove`,
    ours: nobody,
  },
  'GET /ask': { ours: ofWorkers(200), unlogged: withoutPatients },
  'POST /ask': {
    form: place => ({ patient: place.patient, problem: 'low mood' }),
    ...ofSite(303),
  },
  'GET /ask/:key': { path: place => `/ask/${place.draft}`, ...ofAuthor(200) },
  'POST /ask/:key': {
    path: place => `/ask/${place.draft}`,
    form: place => ({ patient: place.patient, problem: 'low mood' }),
    ...ofAuthor(303),
  },
  'GET /econsults/:key/convert': ofQuestion([200, 409]),
  'POST /econsults/:key/convert': ofQuestion([200, 409, 422]),
  'GET /requests/:key': ofStory(''),
  'POST /requests/:key/card': ofStory('/card'),
  // It names colleagues of one's own site alone.
  'POST /requests/:key/looking': {
    ...ofStory('/looking'),
    unlogged: [...workingOn, 'declined clerk', ...strangers],
  },
  'GET /requests/:key/copy.pdf': ofStory('/copy.pdf'),
  'GET /requests/:key/text': ofStory('/text'),
  'GET /requests/:key/export.json': ofStory('/export.json'),
  'GET /drafts': { ours: ofWorkers(200), unlogged: workers },
  // Without a route it leads back to Ask.
  'GET /drafts/:key': { path: place => `/drafts/${place.draft}`, ...ofAuthor([200, 303]) },
  'POST /drafts/:key': [
    { path: place => `/drafts/${place.draft}`, ...ofAuthor([200, 303, 409, 422]) },
    {
      path: place => `/drafts/${place.draft}`,
      files: { file: 'note.pdf' },
      form: () => ({ do: 'files' }),
      ...ofAuthor([200, 409, 422]),
    },
  ],
  // Without a patient, or of an eConsult that goes on, there is nothing to choose for.
  'GET /drafts/:key/options': { path: place => `/drafts/${place.draft}/options`, ...ofAuthor([200, 404]) },
  'POST /drafts/:key/options': {
    path: place => `/drafts/${place.draft}/options`,
    form: () => ({ look: 'mood', services: '' }),
    ...ofAuthor([422, 404]),
  },
  'POST /drafts/:key/discard': {
    path: place => `/drafts/${place.otherDraft}/discard`,
    ...{ ours: only(['requester clerk'], 303), theirs: only(['stranger clerk'], 303) },
  },
  'GET /requests/:key/letter': ofLetter('', 200),
  'POST /requests/:key/letter': ofLetter('', 303),
  'POST /requests/:key/letter/new-link': ofLetter('/new-link', 303),
  'GET /p': patientPage(200),
  'GET /p/notices': patientPage(200),
  'POST /p/notices': { form: () => ({ channel: 'mail', wanted: 'news' }), ours: only(patients, 303) },
  'GET /p/people': patientPage(200),
  // Without an address; what it does is tried in test/adapters/portal/people.test.ts.
  'POST /p/people': { form: () => ({ name: 'Sam', email: '', language: 'en' }), ours: only(patients, 422) },
  'POST /p/people/take-back': { form: () => ({ key: '0'.repeat(26) }), ours: nobody },
  'GET /p/all': patientPage(200),
  'POST /p/all': { form: () => ({ code: '000000' }), ours: only(patients, 422) },
  // No text can be sent here; codes are tried in test/adapters/portal/people.test.ts.
  'POST /p/all/code': { ours: only(patients, 409) },
  'POST /p/all/go': { form: () => ({ key: '0'.repeat(26) }), ours: nobody },
  'GET /p/record': patientPage(200),
  'GET /p/before-visit': patientPage(409),
  'POST /p/before-visit': { form: () => ({ do: 'keep' }), ours: only(patients, 409) },
  'GET /p/survey': patientPage(409),
  'POST /p/survey': patientForm({ satisfied: '5' }, 409),
  // The patient of the stranger site has no visit yet.
  'GET /p/calendar': { ours: but(only(patients, 200), ['other patient'], 303) },
  'POST /p/confirm': patientForm({}, 303),
  'POST /p/take-slot': patientForm({}, 409),
  // Nothing is on offer to this patient.
  'POST /p/choose': patientForm({ service: '0'.repeat(26) }, 409),
  'GET /p/choose-none': patientPage(409),
  'POST /p/choose-none': patientForm({ why: '' }, 409),
  'POST /p/set-unavailable': patientForm({ from: '2027-03-01', until: '2027-03-05' }, 303),
  'GET /p/ask-other-time': { ours: but(only(patients, 200), ['other patient'], 409) },
  'POST /p/ask-other-time': patientForm({ times: 'Mondays' }, 303),
  'GET /p/cannot-come': { ours: but(only(patients, 200), ['other patient'], 409) },
  'POST /p/cannot-come': patientForm({ case: 'x', why: '' }, 409),
  'GET /p/attach': patientPage(200),
  'POST /p/attach': { ...patientForm({ what: 'A letter' }, 303), files: { file: 'note.pdf' } },
  'GET /p/report-worse': patientPage(200),
  'POST /p/report-worse': patientForm({ text: 'I sleep no more' }, 303),
  'GET /p/withdraw': patientPage(200),
  'POST /p/withdraw': patientForm({ case: 'x', why: '' }, 409),
  'GET /p/message': { ours: but(only(patients, 409), ['patient'], 200) },
  'POST /p/message': patientForm({ text: 'Thank you' }, 303),
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
  'GET /p/times': patientPage(409),
  'POST /p/times': patientForm({ slot: '' }, [409, 422]),
  'POST /p/short-notice': patientForm({ wanted: 'yes', hours: '24' }, 303),
  'POST /p/lapse': patientForm({}, 409),
  'GET /w': { ours: only(['guest'], 200) },
  // The guest of the story reads a case of a clinic that works here: nothing is theirs to do.
  ...guestActs,
  'GET /w/open': open,
  'POST /w/open': { form: () => ({ code: noLink }), ours: all(422) },
  'GET /w/:token': { path: () => `/w/${noLink}`, ours: all(410) },
  'POST /w/:token': {
    path: () => `/w/${noLink}`,
    form: () => ({ code: '123456', birthDate: '', holder: 'Somebody' }),
    ours: all(410),
  },
  'POST /w/:token/code': { path: () => `/w/${noLink}/code`, ours: all(410) },
  // The receiver of the story works here, so that there is nobody to send it out to.
  'GET /referrals/:key/invite': ofNobody('/invite'),
  'POST /referrals/:key/invite': {
    ...ofNobody('/invite'),
    form: () => ({ channel: 'paper', email: '', number: '', language: 'en' }),
  },
  'POST /referrals/:key/close-invitation': ofNobody('/close-invitation'),
  // The visit of the story asks nothing.
  'GET /referrals/:key/answer-form': ofWorking('/answer-form', 409),
  'POST /referrals/:key/answer-form': {
    ...ofWorking('/answer-form', 409),
    form: () => ({ do: 'send' }),
  },
  'GET /referrals/:key/requisition': ofSender('/requisition', 200),
  // The referral of the story is booked, so it is nobody's to claim; that of the strangers waits for its answer.
  'POST /referrals/:key/requisition': {
    ...{ ...ofSender('/requisition', 409), theirs: only(strangers, 303) },
  },
  'GET /referrals/:key/requisition.pdf': {
    ...{ ...ofSender('/requisition.pdf', 200), ours: nobody },
  },
  // A list of faxes is of a site; nobody of the story has one. What is done with one is tried in src/postgres/faxes-in.test.ts.
  'GET /faxes': { ours: ofWorkers(200) },
  'POST /faxes': { ours: ofWorkers(422) },
  'GET /faxes/:key': ofNoFax(''),
  'POST /faxes/:key/find': { ...ofNoFax('/find'), form: () => ({ words: '' }) },
  'POST /faxes/:key/patient': { ...ofNoFax('/patient'), form: () => newPatient },
  'POST /faxes/:key/transcribe': ofNoFax('/transcribe'),
  'POST /faxes/:key/aside': { ...ofNoFax('/aside'), form: () => ({ state: 'duplicate', why: '' }) },
  'GET /claim': { ours: ofWorkers(200) },
  'POST /claim': { form: () => ({ code: '0'.repeat(16), birthDate: '1990-01-01' }), ours: ofWorkers(422) },
  'GET /schedules': { ours: ofWorkers(200) },
  'GET /schedules/rebooking': { ours: ofWorkers(200) },
  'GET /schedules/short-notice': { ours: ofWorkers(200) },
  'GET /schedules/new': { ours: ofWorkers(200) },
  'POST /schedules/new': {
    form: () => ({ nameEn: 'Mornings', nameFr: 'Matinées', offer: '60' }),
    ours: ofWorkers(303),
  },
  'GET /schedules/:key': { path: place => `/schedules/${place.schedule}`, many: true, ...ofSite(200) },
  'GET /schedules/:key/edit': { path: () => `${absentSchedule}/edit`, ours: nobody },
  'POST /schedules/:key/edit': { path: () => `${absentSchedule}/edit`, ours: nobody },
  'POST /schedules/:key/end': { path: () => `${absentSchedule}/end`, ours: nobody },
  'GET /schedules/:key/plan': { path: () => `${absentSchedule}/plan`, ours: nobody },
  'POST /schedules/:key/plan': {
    path: () => `${absentSchedule}/plan`,
    ...{ form: () => ({ do: 'closure' }), ours: nobody },
  },
  'GET /schedules/:key/types/:type/sheets': {
    path: () => `${absentSchedule}/types/${'0'.repeat(26)}/sheets`,
    ours: nobody,
  },
  'POST /schedules/:key/types/:type/sheets': {
    path: () => `${absentSchedule}/types/${'0'.repeat(26)}/sheets`,
    ...{ form: () => ({ language: 'en', file: '' }), ours: nobody },
  },
  'POST /schedules/:key/types/:type/sheets/end': {
    path: () => `${absentSchedule}/types/${'0'.repeat(26)}/sheets/end`,
    ...{ form: () => ({ sheet: 'x' }), ours: nobody },
  },
  'GET /schedules/:key/cancel-day': {
    path: place => `/schedules/${place.schedule}/cancel-day?day=2031-12-02`,
    ...{ many: true, ...ofSite(200) },
  },
  'POST /schedules/:key/cancel-day': {
    path: place => `/schedules/${place.schedule}/cancel-day`,
    ...{ form: () => ({ day: '2031-12-02', why: 'x' }), many: true, ...ofSite(303) },
  },
  'GET /worklist': {
    ours: but(only(persons, 200), programme, 303),
    unlogged: persons.filter(kind => !workers.includes(kind)),
  },
  'GET /worklist/:folder': { path: () => '/worklist/waits-on-others', ours: ofWorkers(200) },
  'POST /worklist/:folder': {
    path: () => '/worklist/waits-on-others',
    form: () => ({ q: 'Whitcombe' }),
    ours: ofWorkers(200),
  },
  'POST /worklist/assign': {
    form: (place, story) => ({ from: 'needs-me', member: story.services.referral, pick: place.referral }),
    ...{ ours: ofWorkers(422), theirs: ofWorkers(422) },
    // The member is nobody's colleague, so no case is looked at.
    unlogged: workers,
  },
  'POST /worklist/say-when': {
    form: place => ({ from: 'needs-me', member: '', weeks: '', pick: place.referral }),
    // Without weeks nothing is looked at.
    ...{ ours: ofWorkers(422), theirs: ofWorkers(422), unlogged: workers },
  },
  'POST /worklist/print': {
    form: place => ({ from: 'needs-me', member: '', weeks: '', pick: place.referral }),
    ours: but(but(ofWorkers(422), workingOn, 200), ['declined clerk'], [200, 422]),
    theirs: but(ofWorkers(422), strangers, 200),
  },
  'POST /worklist/:folder/export': {
    path: () => '/worklist/needs-me/export',
    ...{ form: () => ({ q: '', here: '' }), ours: ofWorkers(200) },
  },
  'GET /worklist/settings': { ours: ofWorkers(200), theirs: ofWorkers(200) },
  'POST /worklist/settings': {
    ...{ form: () => ({ columns: 'priority' }), ours: ofWorkers(303), theirs: ofWorkers(303) },
  },
  'POST /worklist/views': {
    form: () => ({ folder: 'needs-me', name: 'Mine', type: 'referral' }),
    ...{ ours: ofWorkers(303), theirs: ofWorkers(303) },
  },
  'POST /worklist/views/:key/remove': {
    path: () => `/worklist/views/${'0'.repeat(26)}/remove`,
    ours: nobody,
  },
  'GET /worklist/triage': { ours: only(keepers, 200) },
  'POST /worklist/triage': {
    form: () => ({ kind: 'priority', en: 'Soon', fr: '' }),
    ours: only(keepers, 303),
  },
  'GET /referrals/:key/:verb': acts('GET'),
  'POST /referrals/:key/:verb': acts('POST'),
  'GET /econsults/:key/:verb': econsultActs(200),
  'POST /econsults/:key/:verb': econsultActs(303),
  'GET /attachments/:key': ofFile('', 200),
  'GET /attachments/:key/look': ofFile('/look', 200),
  'GET /attachments/:key/picture': ofFile('/picture', 200),
};

/** The rows of one route. */
export function rowsOf(name: string): readonly Row[] {
  const found = table[name];
  return found === undefined ? [] : [found].flat();
}
