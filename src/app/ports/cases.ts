import type { Audience, RecordedEvent } from '../../domain/case/events.ts';
import type { Facts, MemberFacts, PlaceFacts, ServiceFacts } from '../../domain/case/facts.ts';
import type { By, CaseState, CaseType, Side } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { PatientSnapshot } from '../../domain/patient/patient.ts';
import type { Led, Receipt } from './receipts.ts';

/** A case as its verb decides on it, locked until the transaction ends. */
export interface LockedCase {
  id: number;
  key: string;
  requestId: number;
  requestKey: string;
  reference: string;
  /** In the list of the requester's site. */
  patientId: number | null;
  type: CaseType;
  state: CaseState;
  version: number;
  turn: number;
  requesterPatient: PatientSnapshot;
  receiverPatient: PatientSnapshot | null;
  /** Sides of the actor's party; also one that has declined and sees nothing later. */
  sides: readonly Side[];
  zones: { requester: string | null; receiver: string | null; intake: string | null };
  /** What the service promises, by status; may its patients book for themselves. */
  promise?: Facts['promise'];
  patientBooks: boolean;
  /** The receipt of the same key, if this form was posted before. */
  receipt: { bodyHash: string; led: Led } | null;
}

/** An event ready to be written: `body` is canonical text. Who did it, the database reads from its own settings. */
export interface EventRow {
  type: string;
  audience: Audience;
  at: Instant;
  by: By;
  body: string;
}

/** What a verb made of a case. */
export interface CaseChange {
  case: number;
  /** The version it was decided on. */
  version: number;
  state: CaseState;
  turn: number;
  events: readonly EventRow[];
  requesterPatient?: PatientSnapshot;
  receiverPatient?: PatientSnapshot;
  receipt?: Receipt & { led: Led };
}

export interface NewCase {
  /** An existing request by inside id, or a new one. */
  request: { id: number } | { key: string; reference: string; patient: number | null };
  key: string;
  type: CaseType;
  state: CaseState;
  turn: number;
  patient: PatientSnapshot;
  events: readonly EventRow[];
  receipt?: Receipt & { led: Led };
}

/** A body that was purged, or that is not for this party although the event is. */
export type ReadBody = Record<string, unknown> | 'purged' | 'withheld';

/** An event as one party may read it. */
export interface ReadEvent extends Omit<RecordedEvent, 'body'> {
  body: ReadBody;
}

/** A case as one party may read it. */
export interface ReadCase {
  id: number;
  key: string;
  type: CaseType;
  /** For a party that has left: as it was then. */
  state: CaseState;
  version: number;
  turn: number;
  openedAt: Instant;
  patient: PatientSnapshot;
  sides: readonly Side[];
  /** Set when the party sees nothing after this seq. */
  until: number | null;
  /** Nobody of the party opened it before. */
  unread: boolean;
  events: readonly ReadEvent[];
}

export interface ReadRequest {
  id: number;
  key: string;
  reference: string;
  patientId: number | null;
  openedAt: Instant;
  /** Oldest first; only those on which the party has access. */
  cases: readonly ReadCase[];
  /** For requester and patient: cases of the request that are not theirs, without saying whose. */
  elsewhere: readonly { type: CaseType; status: string; openedAt: Instant }[];
}

export interface HeldRequest {
  id: number;
  key: string;
  reference: string;
  patientId: number | null;
}

/** A request of a patient that is still open, asked by this party. */
export interface OpenRequest {
  key: string;
  title: string;
  type: CaseType;
  openedAt: Instant;
}

/** Requests and cases, for the party of the transaction. Writes go through functions of the database that check it again. */
export interface Cases {
  /** `missing`: there is none of that key. A number: there is, with that inside id, but not for this party. */
  lock(key: string, receipt?: string): Promise<LockedCase | number | 'missing'>;
  /** Throws `ReceiptTaken` when the receipt was used meanwhile. */
  record(change: CaseChange): Promise<void>;
  /** Throws `ReceiptTaken`, and `ReferenceTaken` when the new reference number exists. */
  open(opened: NewCase): Promise<{ caseId: number; requestId: number }>;
  /** What colleagues are still to answer for this case, which this transaction has changed. */
  helpersWaiting(caseId: number): Promise<{ id: number; key: string }[]>;
  /** Lets a copy or a guest in, after an event of this transaction says so. */
  share(caseId: number, party: { site: number } | { link: number }, side: 'copy' | 'receiver'): Promise<void>;
  /** What this party may read of the events after `seq`. */
  eventsAfter(caseId: number, seq: number): Promise<ReadEvent[]>;
  /** One event, null when it is not for this party. */
  event(caseId: number, seq: number): Promise<ReadEvent | null>;
  /** Null when there is none for this party. */
  readRequest(key: string): Promise<ReadRequest | null>;
  /** Inside id of a request of that key, held or not: for the log of somebody who asks for what is not theirs. */
  requestNumber(key: string): Promise<number | null>;
  /** Services, members, sites and units by key, for decisions. Unknown keys are left out. */
  named(
    keys: readonly string[],
  ): Promise<{ services: ServiceFacts[]; members: MemberFacts[]; places: PlaceFacts[] }>;
  /** Key of the request of a case of that type that the party holds or held; null for any other case. */
  requestKeyOf(caseKey: string, type: CaseType): Promise<string | null>;
  /** A request of which the party holds a case. */
  heldRequest(key: string): Promise<HeldRequest | null>;
  /** Words that move along when this transaction hands the case on, in order. */
  toCarry(caseId: number): Promise<{ seq: number; type: string; body: Record<string, unknown> }[]>;
  /** Names of services, also of those that take nobody any more. */
  serviceNames(
    ids: readonly number[],
  ): Promise<{ service: number; key: string; en: string; fr: string; site: { en: string; fr: string } }[]>;
  /** Open requests that this party asked for a patient of its own list, newest first, at most 5. */
  openOf(patientId: number): Promise<OpenRequest[]>;
  /** Remembers that somebody of the party has opened them. */
  noteOpened(caseIds: readonly number[]): Promise<void>;
  /** Open cases at which it is time to look: changed since the last look, or their next moment has come. For the timer. */
  due(limit: number): Promise<{ caseId: number; caseKey: string }[]>;
  /** The timer looks again then, null: not before the case changes. */
  looked(caseId: number, next: Instant | null): Promise<void>;
}

/** Another click with the same receipt was quicker. The action runs again and finds what that one led to. */
export class ReceiptTaken extends Error {
  override readonly name = 'ReceiptTaken';
}

/** Somebody else has the time since the decision: the database keeps two people apart. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken';
}

/** The random reference number is another request's. */
export class ReferenceTaken extends Error {
  override readonly name = 'ReferenceTaken';
}
