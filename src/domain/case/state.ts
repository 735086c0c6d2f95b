import type { Day, Instant } from './time.ts';

export type CaseType = 'econsult' | 'referral';

/** A part somebody plays in a case. `system` is a timer or a partner's machine. */
export const sides = ['requester', 'receiver', 'intake', 'copy', 'patient', 'system'] as const;
export type Side = (typeof sides)[number];

/** A clinician (or who holds a clinician's standing permission), any member, a lead or steward. */
export type Rank = 'c' | 'm' | 'l';

export const urgencies = ['routine', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** Shown on the worklist instead of the status until somebody reviewed it. */
export const flags = [
  'reply-to-review',
  'sent-again',
  'got-worse',
  'call-to-confirm',
  'other-time-asked',
  'tell-by-phone',
  // Of an errand: on the worklist of its party only, never in `CaseState.flag`.
  'link-closed',
] as const;
export type Flag = (typeof flags)[number];

/** What the accountable party does next. */
export const nextSteps = [
  // referral
  'decide',
  'reply',
  'book',
  'confirm',
  'call-to-confirm',
  'answer-other-time',
  'report-visit',
  'send-note',
  'read-note',
  'take-advice',
  'send-on',
  'choose',
  'forward-or-hand-back',
  'cancel-or-resubmit',
  'report-elsewhere',
  // eConsult
  'assign',
  'answer',
  'act-or-close',
  'do-advised',
  'send-elsewhere',
  // both
  'review',
  'send-letter',
  'send-by-fax',
  'chase-by-phone',
  'tell-by-phone',
  'give-link',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** The one party that owes the next step: a side, and inside its site a unit or a member. */
export interface Accountable {
  side: Exclude<Side, 'system' | 'copy'>;
  site?: number;
  unit?: number;
  member?: number;
}

/** Who owes what until when. Before `from` there is nothing to do. */
export interface Hold {
  accountable: Accountable;
  next: NextStep;
  from: Instant;
  due: Instant;
}

/** Who used the verb, as the session or link proves it. Numbers are inside ids. */
export interface By {
  side: Side;
  person?: number;
  member?: number;
  /** The member a delegate acts for. */
  actingFor?: number;
  site?: number;
  unit?: number;
  clinical: boolean;
  lead: boolean;
  /** Gives out the questions of a group. */
  assigner?: boolean;
  /** The patient's or guest's link. */
  link?: number;
  /** The side off the network for which this one records. */
  recordedFor?: Side;
}

export interface RequesterParty {
  /** Absent when a paper came from somebody without a site in the directory. */
  site?: number;
  unit?: number;
  /** The member who signed. */
  clinician?: number;
  /** Not on the network: what it owes is chased by the other side's clerk. */
  offNetwork?: boolean;
  /** As written on the paper it sent. */
  outside?: { name: string; licence?: string; fax?: string };
}

export interface ReceiverParty {
  site: number;
  unit?: number;
  member?: number;
  service?: number;
  offNetwork?: boolean;
  /** Receives for `service`, which is another site's, as its central intake. */
  intake?: boolean;
  /** Is a central intake itself, asked by its own service. */
  central?: boolean;
  /** Nobody yet: the patient chooses, and `site` is the requester's own. Docs/decisions/0031. */
  toBeChosen?: boolean;
}

export interface Intake {
  site: number;
  unit?: number;
  /** Hands on for others and stays until the end; whoever else forwards is followed by the next who does. */
  central?: boolean;
}

/** The eConsult for whose answer this one was asked, by inside id, as the how-many-eth. Docs/decisions/0063. */
export interface Helps {
  case: number;
  nth: number;
}

/** Days, both included, taken out of waits. */
export interface Period {
  from: Day;
  until: Day;
}

export type Medium = 'in-person' | 'phone' | 'video';

/** The appointment that stands; earlier ones are in the events. */
export interface Appointment {
  label: string;
  start: Instant;
  /** Minutes. */
  length?: number;
  medium: Medium;
  place?: string;
  instructions?: string;
  /** Slug of the form that the patient is asked before it. Docs/decisions/0058. */
  form?: string;
  /** Sheets of its kind of visit, and files added to this visit: inside ids. Docs/decisions/0068. */
  sheets?: readonly number[];
  papers?: readonly number[];
  /** Where it stands on a schedule; absent for a date that was typed by hand. Docs/decisions/0014. */
  slot?: TakenSlot;
}

/** Inside ids of a schedule and of a kind of visit; `until`: the next visit may begin. */
export interface TakenSlot {
  schedule: number;
  type: number;
  until: Instant;
}

/** What became of a thing the specialist recommended; its text is in the answer, which only clinicians read. */
export interface Recommendation {
  id: number;
  due?: Day;
  state: 'open' | 'done' | 'not-done' | 'later';
}

/**
 * What both types of case remember (`cases.state`). Nothing of limited audience: question, answers, notes and the
 * consult note live in event bodies.
 */
export interface CaseState {
  type: CaseType;
  status: string;
  title: string;
  requester: RequesterParty;
  receiver: ReceiverParty;
  via?: Intake;
  hops: number;
  urgency: Urgency;
  patient: { reachable: boolean; deceased?: boolean };
  /** The requester tells the patient of this case in their own words, or not at all. Docs/decisions/0062. */
  untold?: true;
  /** Who reads along and moves nothing: the first requester of what `helps`. */
  copy?: RequesterParty;
  helps?: Helps;
  /** Waits count from here: sent, or the original received date of a paper. */
  startedAt: Instant;
  /** Absent when the case is ended. */
  hold?: Hold;
  /** Every clock that runs, when there is more than the status's own: `hold` is the one that shows. */
  clocks?: { main: Hold; flag?: Hold; advised?: Hold };
  flag?: Flag;
  /** What one party owes beside the hold: a new link for the patient. Docs/decisions/0007. */
  errand?: Hold;
  /** The latest escalation of an errand, and of which due time. */
  errandTold?: { due: Instant; level: string };
  /** The link that answers for a receiver off the network, and how long it opens. Docs/decisions/0034. */
  guest?: { link: number; until: Instant };
  /** A letter the requester still owes. */
  letter?: { due: Instant };
  /** The latest reminder or escalation, and of which due time. */
  chased?: { due: Instant; level: string; at: Instant };
  seq: number;
  /** The seq of the last event that changed status, accountable party or what was asked. */
  turn: number;
  unavailable: readonly Period[];
  /** Seqs of struck messages, ids of struck attachments. */
  struck?: { events: readonly number[]; attachments: readonly number[] };
  appointment?: Appointment;
  /** The day by which the receiver expects to see the patient. */
  anticipated?: Day;
  recommendations?: readonly Recommendation[];
}
