import type { Instant } from '../../domain/case/time.ts';

/** `unready`: the draft or its category is none of which one asks. `limited`: too many questions in this hour. */
export type Overlap = 'similar' | 'none' | 'limited' | 'unready';

/** Open requests of the same person and category anywhere; nothing of them is told but that there is one. */
export interface Overlaps {
  /** Of a draft of the actor's, by key. Counted and remembered for good. */
  notice(draftKey: string, hash: Buffer): Promise<Overlap>;
  /** Of a request opened in this transaction, by inside id. Nothing is kept of a silent category. */
  keep(request: number, hash: Buffer): Promise<void>;
  /** A request opened in this transaction is sent beside those that are open. */
  sendBeside(request: number, hash: Buffer): Promise<void>;
  /** For its requester: one that was sent in parallel is booked, and this one is not. */
  bookedBeside(request: number): Promise<boolean>;
  /** For a patient: when somebody was told of this request, newest first, at most 20. */
  told(): Promise<Instant[]>;
}
