/** Who does a step. */
export type Doer = 'requester' | 'clerk' | 'assessor' | 'clinic';

/** What became of a visit. */
export type Fate = 'booked' | 'confirmed' | 'seen' | 'missed' | 'freed';

/** `days` ago somebody did something. */
export interface Step {
  days: number;
  by: Doer;
  verb: string;
  input?: Record<string, unknown>;
  /** Name of the service that the input names by key. */
  service?: string;
  /** E-mail of the member that the input names by key. */
  member?: string;
}

const clerk = 'beatriz.falconer@demo.example';
const assessor = 'ngozi.adeyemi-clark@demo.example';

const accept = (days: number, comment?: string): Step => ({
  ...{ days, by: 'clerk', verb: 'accept' },
  ...(comment && { input: { comment } }),
});
const assign = (days: number, member: string): Step => ({
  ...{ days, by: 'clerk', verb: 'assign', member },
});
const triage = (days: number, priority: string, protocol: string): Step => ({
  ...{ days, by: 'assessor', verb: 'triage', input: { priority, protocol } },
});
const forward = (days: number): Step => ({
  ...{ days, by: 'assessor', verb: 'forward', service: 'Hip and knee replacement' },
  input: { comment: 'Assessed here: failed exercise and injections, wants surgery.' },
});

/** Nobody here has touched it. */
export const untouched: readonly Step[] = [];

export const assigned = (days: number): readonly Step[] => [assign(days, clerk)];

export const triaged = (days: number, priority: string): readonly Step[] => [
  triage(days, priority, 'Low back pain pathway'),
  assign(days, assessor),
];

export const asked = (days: number, text: string): readonly Step[] => [
  assign(days, clerk),
  { days, by: 'clerk', verb: 'ask-info', input: { text } },
];

export const replied = (days: number, text: string, reply: string): readonly Step[] => [
  ...asked(days, text),
  { days: days - 2, by: 'requester', verb: 'supply-info', input: { text: reply } },
];

/** Taken, and to be booked. */
export const taken = (days: number, comment?: string): readonly Step[] => [
  accept(days, comment),
  assign(days, clerk),
];

export const atShortNotice = (days: number): readonly Step[] => [
  ...taken(days),
  { days, by: 'clerk', verb: 'short-notice', input: { wanted: 'on', hours: '24' } },
];

/** Rung and not reached. */
export const rung = (days: number): readonly Step[] => [
  ...taken(days),
  {
    ...{ days: days - 1, by: 'clerk', verb: 'log-contact' },
    input: { how: 'phone', outcome: 'no-answer', comment: 'Rang at noon, no voice mail.' },
  },
];

/** Seen at the intake and sent on to the clinic, of which more is told by `more`. */
export const sentOn = (days: number, ...more: readonly Step[]): readonly Step[] => [
  accept(days + 9),
  forward(days),
  ...more,
];

export const taken2 = (days: number): Step => ({ days, by: 'clinic', verb: 'accept' });

export const refused = (days: number): Step => ({
  ...{ days, by: 'clinic', verb: 'decline' },
  input: { reason: 'no-capacity', noneExists: 'on', comment: 'Both surgeons are booked into the spring.' },
});

export const declined = (days: number, reason: string, comment: string): readonly Step[] => [
  { days, by: 'clerk', verb: 'decline', input: { reason, noneExists: 'on', comment } },
];

export const duplicate = (days: number): readonly Step[] => [
  {
    ...{ days, by: 'clerk', verb: 'decline' },
    input: { reason: 'duplicate', comment: 'The hospital booked the same last month.' },
  },
];
