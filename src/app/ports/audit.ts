/** One line of the log: who is the actor of the transaction, when is the database's clock. */
export interface AuditEntry {
  /** The verb or page, as `decline`, `open`, `search`; at most 40 characters. */
  act: string;
  what: string;
  /** At most 25 inside ids; a list of results is one row. */
  ids: readonly number[];
  /** Inside id of the patient whose information it was. */
  patient?: number;
  /** The reason a person gave; kept to 80 characters. Never health information. */
  why?: string;
  result: 'ok' | 'denied' | 'missing';
}

/** A seal of the log, to be kept where nobody who can change the database can change it. */
export interface Anchor {
  number: number;
  /** Hexadecimal. */
  hash: string;
}

/** The first thing wrong with the log. */
export interface AuditFault {
  seal: number;
  row: number | null;
  problem: string;
}

/** Append-only. Written in the transaction of what it tells; when it cannot be written the request fails. */
export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  /** Seals what was there at the last call and is settled since; the new seal, or null. For a job, every 2 seconds. */
  seal(): Promise<Anchor | null>;
  /** For the operator: checks every sealed row, and that `anchor` is still in its place. Null when nothing is wrong. */
  verify(anchor?: Anchor): Promise<AuditFault | null>;
  /** For the operator: the newest seal, or null before the first. */
  newest(): Promise<Anchor | null>;
}
