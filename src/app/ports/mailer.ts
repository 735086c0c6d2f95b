import type { Template } from '../../domain/notices/template.ts';

/** One message as it leaves us: a notice and a link, never health information. The mailer writes it out in words. */
export interface Mail {
  /** `key@host`, made with the event. A re-send carries the same, so that nobody gets two (RFC 5322, 3.6.4). */
  messageId: string;
  to: string;
  lang: 'en' | 'fr';
  template: Template;
  /** Of the request. */
  reference: string;
  /** Where it is read, an address of ours. */
  link: string;
}

/** Hands messages to the post. */
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
