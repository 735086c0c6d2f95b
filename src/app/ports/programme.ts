import type { Accountable, CaseType, NextStep } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';

/** What the programme may know of a late case. Sites are inside ids. */
export interface LateCase {
  id: number;
  reference: string;
  type: CaseType;
  status: string;
  urgency: string;
  due: Instant;
  /** `programme`, or `weekly-3`; `errand-programme` of an errand, which comes beside what the case itself owes. */
  level: string;
  side: Accountable['side'];
  next: NextStep;
  requester: number | null;
  receiver: number | null;
  holder: number | null;
}

/** Lateness across the network, for stewards of the programme's site; for anybody else there is none. */
export interface Programme {
  /** Cases of which the programme was told, the longest overdue first. */
  late(limit: number): Promise<LateCase[]>;
  /** Everything overdue, also what has not climbed so far. */
  countLate(): Promise<number>;
}
