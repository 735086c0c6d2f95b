import type { Instant } from '../../domain/case/time.ts';
import type { Template } from '../../domain/notices/template.ts';
import type { NoticeParams } from './notices.ts';
import type { Language } from './people.ts';

/** Somebody whom a notice is for. Exactly one of `person` and `link` is what its messages are known by. */
export interface Addressee {
  notice: number;
  /** The notice's own, `key@host`. */
  messageId: string;
  /** Inside id of somebody who works here; null for a contact of the patient. */
  person: number | null;
  /** Of a contact that the practice's list knows. */
  contact: number | null;
  address: string;
  language: Language;
  /** The link this contact has; null when they have none yet. */
  link: number | null;
  /** The link was closed (wrong dates, "not for me") and nobody has given a new one: nothing goes there. */
  closed: boolean;
}

export interface NewMessage {
  notice: number;
  messageId: string;
  /** `person:5` or `link:7`. */
  recipient: string;
  link: number | null;
  address: string;
  language: Language;
}

/** A message that is held by this process for two minutes. */
export interface TakenMessage {
  id: number;
  messageId: string;
  /** Inside id of its case. */
  case: number;
  address: string;
  language: Language;
  template: Template;
  params: NoticeParams;
  requestKey: string;
  /** Of the patient's link; null for people who work here. */
  nonce: string | null;
  /** 1 on the first try. */
  tries: number;
  /** Three days have gone by. */
  tooOld: boolean;
}

/** A message as the demonstration shows it. */
export interface ShownMessage extends Omit<TakenMessage, 'case' | 'tries' | 'tooOld'> {
  /** Name of somebody who works here; null for a contact of the patient. */
  name: string | null;
  state: 'waiting' | 'sent' | 'opened' | 'failed' | 'stopped';
  why: string | null;
  madeAt: Instant;
}

/** Messages to persons, made of notices. For jobs alone. */
export interface Messages {
  /** Finds whom the notices of the job's case are for, up to this one and in their order; each notice once. */
  address(uptoNotice: number): Promise<Addressee[]>;
  /** A patient's link for one address, for the job of its case. `tokenHash` is sha256 in hexadecimal. */
  makeLink(link: {
    nonce: string;
    tokenHash: string;
    contact: number | null;
    address: string;
    language: Language;
  }): Promise<number>;
  /** Nobody gets two for one event. A notice that is for nobody is stopped. */
  add(messages: readonly NewMessage[]): Promise<void>;
  /** The oldest that waits for this recipient; null when there is none, or another process holds it. */
  take(recipient: string): Promise<TakenMessage | null>;
  /** `waiting`: to be tried again. */
  settle(message: number, state: 'sent' | 'failed' | 'waiting', why?: string): Promise<void>;
  /** Everything a demonstration has sent, newest first; nothing elsewhere. */
  shown(limit: number): Promise<ShownMessage[]>;
}
