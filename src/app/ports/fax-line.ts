import type { Mail } from './mailer.ts';

/** What goes to a number: a document as it is, or a notice that the line writes out as a page. */
export type FaxPages = { pdf: Uint8Array } | { notice: Omit<Mail, 'to' | 'messageId'> };

/** What became of a fax that was handed over. */
export interface FaxResult {
  id: string;
  ok: boolean;
  /** What the line said; '' when nothing. */
  why: string;
}

/** Whoever sends faxes. It takes a document now and says later what became of it. */
export interface FaxLine {
  /** Takes it over; the same id again is the same fax. Throws when asking again later may work. */
  hand(id: string, to: string, pages: FaxPages): Promise<void>;
  /** What has come back and was not forgotten yet. */
  results(): Promise<FaxResult[]>;
  /** Its result is written down here. */
  forget(id: string): Promise<void>;
}
