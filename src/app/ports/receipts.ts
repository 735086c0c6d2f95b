import type { CaseType } from '../../domain/case/state.ts';

/** Where a posted form led; shown again to the second click. */
export interface Led {
  caseKey: string;
  requestKey: string;
  reference: string;
  type: CaseType;
  /** Types of the events it caused. */
  events: readonly string[];
}

export interface Receipt {
  /** The hidden value of the form; up to 100 characters, chosen when the form was drawn. */
  key: string;
  /** SHA-256 in hex of what was posted. */
  bodyHash: string;
}

/**
 * Receipts of the actor of the transaction, kept for 30 days. They are written by `Cases.record` and `Cases.open`, in one
 * statement with the events, so a refusal keeps none.
 */
export interface Receipts {
  find(key: string): Promise<{ bodyHash: string; led: Led } | null>;
  /** Removes what is older than 30 days and says how many; for the nightly sweep. */
  sweep(): Promise<number>;
}
