import type { Instant } from '../../domain/case/time.ts';
import type { Channel } from './messages.ts';
import type { Language } from './people.ts';

/** Somebody whom a patient let in to one request. */
export interface Helper {
  key: string;
  name: string;
  email: string;
  givenAt: Instant;
}

/** Another request of the same patient. */
export interface OtherRequest {
  /** Inside id. */
  id: number;
  key: string;
  reference: string;
}

/** A code on its way. */
export interface CodeToSend {
  nonce: string;
  channel: Channel;
  address: string;
  language: Language;
}

/** Helpers of a request, and all requests of a patient behind a code. Hashes are sha256 in hexadecimal. */
export interface PortalPeople {
  /** For the patient; none for a helper. */
  helpers(): Promise<Helper[]>;
  /** May the holder of this link let others in? */
  mayLetIn(): Promise<boolean>;
  /** Null for a helper, for somebody who has a link already, and after five. */
  letIn(helper: {
    key: string;
    name: string;
    email: string;
    language: Language;
  }): Promise<{ helper: number; case: number } | null>;
  /** Their link and open page are dead from here on. */
  takeBack(key: string): Promise<boolean>;

  /** The way that a code would take; null when there is none. */
  secondChannel(): Promise<{ channel: Channel; address: string } | null>;
  /** False when there is no such way, or three were asked for within an hour. */
  askCode(nonce: string): Promise<boolean>;
  /** For the job that sends it; null when it is too old. */
  codeToSend(link: number): Promise<CodeToSend | null>;
  /** Counts a try: what the right code is derived from; null when there is none any more. */
  tryCode(): Promise<string | null>;
  /** The code was right: this session sees all requests. */
  passCode(session: string, nonce: string): Promise<boolean>;
  /** Newest first, this one too; none before the code was given. */
  requests(session: string): Promise<OtherRequest[]>;
  /** The session goes on with that request. `nonce` and `tokenHash` are of a link in case there is none. */
  goTo(session: string, to: { key: string; nonce: string; tokenHash: string }): Promise<boolean>;
}
