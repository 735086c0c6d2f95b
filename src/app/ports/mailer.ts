import type { Instant } from '../../domain/case/time.ts';
import type { Template } from '../../domain/notices/template.ts';

/** One of several notices in a message. */
export interface MailLine {
  template: Template;
  reference: string;
  link: string;
}

/** A visit as a reminder tells it. */
export interface MailVisit {
  /** Names the visit for good in calendars. */
  uid: string;
  sequence: number;
  start: Instant;
  /** Minutes. */
  length?: number;
  confirmed: boolean;
  /** When the message was made. */
  made: Instant;
  /** Where the patient says that they come, and that they cannot. */
  confirmLink: string;
  /** Questions before it are not answered yet. */
  form?: true;
  /** There is something to read before it. */
  papers?: true;
  cannotLink: string;
}

/** One message as it leaves us: a notice and a link, never health information. The mailer writes it out in words. */
export interface Mail {
  /** `key@host`, made with the event. A re-send carries the same, so that nobody gets two (RFC 5322, 3.6.4). */
  messageId: string;
  /** An e-mail address; a phone number for what goes as a text. */
  to: string;
  lang: 'en' | 'fr';
  template: Template;
  /** Of the request. */
  reference: string;
  /** Where it is read, an address of ours. */
  link: string;
  /** What the programme wrote with its answer: about a site or a public listing, never about a patient. */
  reason?: string;
  /** The visit that it reminds of, for a calendar; times alone. */
  visit?: MailVisit;
  /** The notices of a daily message, oldest first; `template` and `link` are of the first. */
  lines?: readonly MailLine[];
}

/** Hands messages to the post, or to whoever sends texts. */
export interface Mailer {
  /**
   * Resolves when the server took responsibility for the message. Throws `MailRefused` when it never will (a wrong
   * address), `MailUnavailable` when asking again later may work.
   */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** The server said a lasting no (5xx) to this message. `reason` is its code alone, for the log. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** The server is away, slow, or said not now (4xx). */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}
