import type { Withheld } from './access.ts';
import type { Span } from './deadline.ts';
import type { By, Helps, Intake, Medium, ReceiverParty, RequesterParty, Side } from './state.ts';
import type { Instant } from './time.ts';

/** A service named by its key in the input, as the directory says in the same transaction. */
export interface ServiceFacts {
  key: string;
  service: number;
  site: number;
  unit?: number;
  member?: number;
  accepting: boolean;
  offNetwork?: boolean;
  /** Advice (an eConsult group) or visits (referrals). */
  type: 'econsult' | 'referral';
  promise?: Promised;
  /** The central intake through which it takes referrals, always or as the sender likes. Docs/decisions/0018. */
  intake?: { site: number; always: boolean };
  /** Its own site is a central intake. */
  central?: boolean;
}

/** How soon a service promises to move on, by status. */
export type Promised = Readonly<Partial<Record<string, Span>>>;

/** A member named by its key in the input. */
export interface MemberFacts {
  key: string;
  member: number;
  site: number;
  unit?: number;
  /** Has a licence and decides clinically. */
  clinical: boolean;
  /** Absent on a day that matters, or suspended. */
  away?: boolean;
  /** Has all the cases of this week it agreed to. */
  overCap?: boolean;
  /** Must not see this request (family, the patient themself). */
  conflict?: boolean;
}

/** A site of the network, or a unit of one, named by its key in the input. */
export interface PlaceFacts {
  key: string;
  site: number;
  unit?: number;
}

/** An attachment named by its key in the input; `side` is who put it into the case. */
export interface AttachmentFacts {
  key: string;
  id: number;
  side?: Side;
}

/** A slot of a schedule of the service, named by its key in the input. */
export interface SlotFacts {
  key: string;
  /** Inside ids. */
  schedule: number;
  type: number;
  start: Instant;
  /** Minutes with the patient. */
  length: number;
  /** When the next visit may begin. */
  until: Instant;
  label: string;
  medium: Medium;
  place: string;
  /** Slug of the form that is asked before it; empty where none is. */
  form: string;
  /** How to prepare, in the patient's language. */
  instructions: string;
  /** Inside ids of the sheets that go with it. */
  sheets?: readonly number[];
  /** Kept for urgent patients up to this moment. */
  keptUntil?: Instant;
  /** Somebody else has it, or has the clinician at that time. */
  taken: boolean;
  /** Patients may choose it themselves. */
  patients: boolean;
}

/** Who asks whom, at the beginning of a case. */
export interface OpeningFacts {
  requester: RequesterParty;
  receiver: ReceiverParty;
  via?: Intake;
  hops: number;
  patient: { reachable: boolean; deceased?: boolean };
  /** False when the service takes nobody new. */
  accepting: boolean;
  /** Opened by a forward, split, redirect or conversion: whoever used that verb opens it, for the requester. */
  handedOver?: boolean;
  /** The first case's start, when this one continues it. */
  startedAt?: Instant;
  /** For a colleague who is asked: for whose answer, and who reads along. */
  helps?: Helps;
  copy?: RequesterParty;
}

/** Everything decide may know besides the state, read in the transaction that will write the events. */
export interface Facts {
  now: Instant;
  by: By;
  /** Parties and persons shut out of the request. */
  withheld?: Withheld;
  /** IANA time zones of the sites; a patient's page shows the receiver's. */
  zones: { requester: string; receiver: string; intake?: string };
  /** What the service promises, by status; it may be less than the table, never more. */
  promise?: Promised;
  /** Services, members and attachments the input names by key; one that is not here does not exist for this actor. */
  services?: readonly ServiceFacts[];
  members?: readonly MemberFacts[];
  attachments?: readonly AttachmentFacts[];
  /** Sites and units the input names by key (transfer). */
  places?: readonly PlaceFacts[];
  /** May the patient of this service book for themself. */
  patientBooks?: boolean;
  /** The slot that the input names; absent when no schedule of the service has it. */
  slot?: SlotFacts;
  /** Of the event a verb points at (strike, amend): who wrote it and what it was. */
  target?: { seq: number; type: string; by: By };
  opening?: OpeningFacts;
}
