import {
  asked,
  assigned,
  atShortNotice,
  declined,
  duplicate,
  type Fate,
  refused,
  replied,
  rung,
  type Step,
  sentOn,
  taken,
  taken2,
  triaged,
  untouched,
} from './courses.ts';

/** A patient: given and family name, birth date, sex, language. */
export type Who = readonly [string, string, string, 'female' | 'male', 'en' | 'fr'];

/** The last one, the one of now, the next. */
export type Week = -1 | 0 | 1;

/** One referral to the intake. */
export interface IntakeCase {
  who: Who;
  title: string;
  service: 'Hip and knee replacement' | 'Low back pain rapid assessment';
  /** Days ago. */
  sent: number;
  /** Why it is urgent. */
  urgent?: string;
  steps: readonly Step[];
  /** In the last week, this or the next, and what became of the visit. */
  visit?: { week: Week; fate: Fate };
}

const back = 'Low back pain rapid assessment';
const joint = 'Hip and knee replacement';

/** What waits for somebody at the intake, or for others. */
const waiting: readonly IntakeCase[] = [
  {
    ...{ who: ['Ottilie', 'Brackenbury', '1958-04-17', 'female', 'en'], service: back, sent: 0 },
    ...{ title: 'Leg weakness with back pain, new since Friday', urgent: 'Weakness is getting worse' },
    steps: untouched,
  },
  {
    ...{ who: ['Desmond', 'Achampong', '1971-11-02', 'male', 'en'], service: joint, sent: 1 },
    ...{ title: 'Knee locks, cannot climb stairs', steps: untouched },
  },
  {
    ...{ who: ['Réjeanne', 'Coulombe', '1949-09-23', 'female', 'fr'], service: joint, sent: 2 },
    ...{ title: 'Hip pain at night, uses a walker', steps: untouched },
  },
  {
    ...{ who: ['Bartholomew', 'Nguyen-Price', '1983-06-30', 'male', 'en'], service: back, sent: 3 },
    ...{ title: 'Back pain for 7 weeks after lifting at work', steps: assigned(2) },
  },
  {
    ...{ who: ['Ilse', 'Vanderhoeven', '1946-01-12', 'female', 'en'], service: joint, sent: 16 },
    ...{ title: 'Both knees, injections no longer help', steps: untouched },
  },
  {
    ...{ who: ['Tariq', 'Hosseini', '1990-03-08', 'male', 'en'], service: back, sent: 4 },
    ...{ title: 'Sciatica on the left, off work', urgent: 'Cannot sit', steps: triaged(3, '2') },
  },
  {
    ...{ who: ['Winifred', 'Obuya', '1962-12-05', 'female', 'en'], service: joint, sent: 12 },
    ...{ title: 'Hip osteoarthritis, on warfarin', steps: asked(9, 'Please send the X-ray of this year.') },
  },
  {
    ...{ who: ['Leopold', 'Szczepanski', '1955-07-19', 'male', 'en'], service: joint, sent: 14 },
    title: 'Knee pain after a fall in August',
    steps: replied(11, 'Is there a standing X-ray?', 'Done on Tuesday; the report is in our letter.'),
  },
  {
    ...{ who: ['Shanice', 'Tomlinson-Roy', '1979-02-27', 'female', 'en'], service: back, sent: 8 },
    ...{ title: 'Back pain with morning stiffness', steps: taken(6, 'First visit within three weeks.') },
  },
  {
    ...{ who: ['Émile', 'Robitaille', '1968-10-14', 'male', 'fr'], service: back, sent: 9 },
    ...{ title: 'Sciatica again, earlier surgery in 2019', steps: atShortNotice(7) },
  },
  {
    ...{ who: ['Gwendolyn', 'Marsh', '1951-05-06', 'female', 'en'], service: joint, sent: 34 },
    ...{ title: 'Hip replaced on the right in 2020, left now worse', steps: rung(29) },
  },
  {
    ...{ who: ['Rafael', 'Quintero', '1987-08-21', 'male', 'en'], service: back, sent: 7 },
    ...{ title: 'Back pain, wants to return to the line', steps: taken(5) },
  },
];

/** What the intake sent on to the clinic, and what has ended. */
const further: readonly IntakeCase[] = [
  {
    ...{ who: ['Harriet', 'Lindqvist', '1950-11-28', 'female', 'en'], service: joint, sent: 27 },
    ...{ title: 'Knee osteoarthritis, end stage', steps: sentOn(2) },
  },
  {
    ...{ who: ['Moses', 'Kariuki', '1957-03-15', 'male', 'en'], service: joint, sent: 31 },
    ...{ title: 'Hip osteoarthritis, cannot work', steps: sentOn(10, taken2(7)) },
  },
  {
    ...{ who: ['Fernande', 'Beausoleil', '1944-06-09', 'female', 'fr'], service: joint, sent: 29 },
    ...{ title: 'Both hips, lives alone', steps: sentOn(8, refused(1)) },
  },
  {
    ...{ who: ['Curtis', 'Delahaye', '1992-09-01', 'male', 'en'], service: back, sent: 19 },
    title: 'Back pain for 5 days',
    steps: declined(17, 'not-eligible', 'Six weeks of pain first; exercises are in the letter.'),
  },
  {
    ...{ who: ['Marigold', 'Petrakis', '1966-04-04', 'female', 'en'], service: joint, sent: 22 },
    ...{ title: 'Knee pain, seen at the hospital in May', steps: duplicate(20) },
  },
];

const visit = (
  who: Who,
  of: Pick<IntakeCase, 'service' | 'title' | 'sent'>,
  fate: Fate,
  week: Week = 0,
): IntakeCase => ({ who, ...of, steps: taken(of.sent - 3), visit: { week, fate } });

/** In the order of their times within each week. */
const seen: readonly IntakeCase[] = [
  visit(
    ['Augustin', 'Bellefleur', '1961-01-30', 'male', 'fr'],
    { service: back, title: 'Sciatica for 3 months', sent: 24 },
    'seen',
    -1,
  ),
  visit(
    ['Theodora', 'Wickremasinghe', '1975-12-12', 'female', 'en'],
    { service: back, title: 'Back pain since a collision', sent: 25 },
    'missed',
    -1,
  ),
  visit(
    ['Jonas', 'Eberhardt', '1959-02-18', 'male', 'en'],
    { service: joint, title: 'Knee gives way', sent: 26 },
    'seen',
    -1,
  ),
  visit(
    ['Clementine', 'Oyelaran', '1963-11-24', 'female', 'en'],
    { service: back, title: 'Back pain, worse after sitting', sent: 18 },
    'seen',
  ),
  visit(
    ['Percival', 'Jansen', '1952-04-29', 'male', 'en'],
    { service: joint, title: 'Knee swells after every walk', sent: 29 },
    'confirmed',
  ),
  visit(
    ['Philomena', 'Castonguay', '1953-08-08', 'female', 'fr'],
    { service: joint, title: 'Hip pain for two years', sent: 28 },
    'confirmed',
  ),
  visit(
    ['Ambrose', 'Okonjo', '1980-05-25', 'male', 'en'],
    { service: back, title: 'Back pain, numb foot', sent: 21 },
    'confirmed',
  ),
  visit(
    ['Henrietta', 'Sloane', '1947-10-03', 'female', 'en'],
    { service: joint, title: 'Knee, wants to avoid surgery', sent: 30 },
    'booked',
  ),
  visit(
    ['Dashiell', 'Moreno', '1994-07-07', 'male', 'en'],
    { service: back, title: 'Back pain, hockey', sent: 20 },
    'freed',
  ),
  visit(
    ['Annelise', 'Thibodeau', '1964-03-20', 'female', 'fr'],
    { service: joint, title: 'Hip, cannot tie shoes', sent: 23 },
    'confirmed',
  ),
  visit(
    ['Cornelius', 'Abara', '1956-09-16', 'male', 'en'],
    { service: joint, title: 'Both knees, diabetes', sent: 27 },
    'confirmed',
    1,
  ),
  visit(
    ['Beatrix', 'Lamontagne', '1970-06-22', 'female', 'fr'],
    { service: back, title: 'Back pain after shingles', sent: 22 },
    'booked',
    1,
  ),
  visit(
    ['Sunil', 'Raghunathan', '1985-11-11', 'male', 'en'],
    { service: back, title: 'Sciatica, second episode', sent: 21 },
    'booked',
    1,
  ),
  visit(
    ['Eudora', 'Pennington', '1948-02-02', 'female', 'en'],
    { service: joint, title: 'Knee, waits since spring', sent: 33 },
    'confirmed',
    1,
  ),
];

/** About thirty referrals, as many as an intake has in hand on a quiet day. */
export const intakeCases: readonly IntakeCase[] = [...seen, ...waiting, ...further];
