import type { Instant } from '../../domain/case/time.ts';
import type { Choices } from '../../domain/notices/choices.ts';
import type { Template } from '../../domain/notices/template.ts';
import type { NoticeParams } from './notices.ts';
import type { Language } from './people.ts';

/** The way a message goes. */
export type Channel = Choices['channel'];

/** Somebody whom a notice is for: a person, a contact of the patient, or a site whose people have left. */
export interface Addressee {
  notice: number;
  /** The notice's own, `key@host`. */
  messageId: string;
  template: Template;
  /** It goes at once. */
  urgent: boolean;
  /** Inside id of somebody who works here. */
  person: number | null;
  /** The site whose address for what nobody reads this is. */
  site: number | null;
  /** Of a contact that the practice's list knows. */
  contact: number | null;
  address: string;
  language: Language;
  /** The link this contact has; null when they have none yet. */
  link: number | null;
  /** The link was closed (wrong dates, "not for me") and nobody has given a new one: nothing goes there. */
  closed: boolean;
  /** What they chose; null: nothing. */
  choices: Choices | null;
}

export interface NewMessage {
  notice: number;
  messageId: string;
  /** `person:5`, `link:7` or `site:3`. */
  recipient: string;
  link: number | null;
  channel: Channel;
  /** An e-mail address or a phone number. */
  address: string;
  language: Language;
  /** Real time before which it waits. */
  sendAfter?: Instant;
  /** With all that wait for the same recipient, as one. */
  together?: boolean;
  /** Kept as one that was stopped. */
  unwanted?: boolean;
}

/** One notice of a message that several are in. */
export interface MessageLine {
  template: Template;
  reference: string;
  requestKey: string;
  nonce: string | null;
}

/** A message that is held by this process for two minutes. */
export interface TakenMessage {
  id: number;
  messageId: string;
  /** Inside id of its case. */
  case: number;
  channel: Channel;
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
  /** The notices in it, oldest first; null when it is of one alone. */
  lines: readonly MessageLine[] | null;
}

/** A message as the demonstration shows it. */
export interface ShownMessage extends Omit<TakenMessage, 'case' | 'tries' | 'tooOld' | 'lines'> {
  /** Name of somebody who works here; null for a contact of the patient. */
  name: string | null;
  state: 'waiting' | 'sent' | 'opened' | 'failed' | 'stopped';
  why: string | null;
  madeAt: Instant;
  /** Waits until then. */
  sendAfter: Instant | null;
}

/** What a site chose for its patients and for what nobody reads. */
export interface SiteChoices {
  /** Its patients get messages. */
  patientMail: boolean;
  /** Hours before a visit at which its patients are reminded, each 1 to 720. */
  reminderHours: readonly number[];
  /** Where messages go that are for people who have left. */
  fallbackEmail: string | null;
  fallbackLanguage: Language;
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
  /** Visits that are to be reminded of now, each once for a rule of its site. For a job. */
  claimReminders(limit: number): Promise<{ case: number; starts: Instant; hours: number }[]>;
  /** A message came back for good: its case, when it was to a patient and is not known yet. For the operator. */
  bounced(messageId: string, why: string): Promise<number | null>;
  /** What the person or patient of this transaction chose; null: nothing. */
  choices(): Promise<Choices | null>;
  /** False for a patient whose link came by text message: mail was not agreed to. */
  mailAgreed(): Promise<boolean>;
  choose(choices: Choices): Promise<void>;
  /** What the actor's own site chose; null for whoever neither leads nor stewards it. */
  siteChoices(): Promise<SiteChoices | null>;
  /** False for whoever may not. */
  chooseForSite(choices: SiteChoices): Promise<boolean>;
  /** Everything a demonstration has sent, newest first; nothing elsewhere. */
  shown(limit: number): Promise<ShownMessage[]>;
}
