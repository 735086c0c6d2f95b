import type { Standing } from '../case/events.ts';
import type { CaseState, Intake, ReceiverParty, RequesterParty, Urgency } from '../case/state.ts';
import type { Instant } from '../case/time.ts';

/** What begins a referral: everything its state starts with. Question and answers are in `question`. */
export interface SentBody extends Standing {
  status: 'sent';
  title: string;
  urgency: Urgency;
  requester: RequesterParty;
  receiver: ReceiverParty;
  via?: Intake;
  /** The family physician, who reads along. Docs/decisions/0074. */
  copy?: RequesterParty;
  hops: number;
  patient: CaseState['patient'];
  startedAt: Instant;
}

/** What begins a referral whose patient chooses first: the services on offer, and nobody who receives it yet. */
export interface ProposedBody extends Omit<SentBody, 'status'> {
  status: 'shortlisted';
  services: readonly number[];
  mayContact: true;
}
