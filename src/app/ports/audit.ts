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

/** Append-only. Written in the transaction of what it tells; when it cannot be written the request fails. */
export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
}
