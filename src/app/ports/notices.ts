import type { Instant } from '../../domain/case/time.ts';
import type { Template } from '../../domain/notices/template.ts';

/** Whom a notice is for: a member; those who work the list of a unit or site, or lead it; the patient's contacts; a link. */
export interface Recipient {
  kind: 'member' | 'unit' | 'site' | 'leads' | 'patient' | 'link' | 'programme';
  /** Inside id of the member, unit, site (leads, programme too), request (patient) or link. */
  id: number;
}

/** Codes, numbers and times for the text; never health information. */
export type NoticeParams = Record<string, string | number | boolean>;

export interface NewNotice {
  caseId: number;
  /** The event that causes it. */
  seq: number;
  /** Stable from here on: `key@host`. A re-send carries the same. */
  messageId: string;
  to: Recipient;
  template: Template;
  params: NoticeParams;
}

/** `opened`: the recipient followed its link. `stopped`: no longer to be sent. */
export const noticeStates = ['queued', 'sent', 'delivered', 'opened', 'failed', 'stopped'] as const;
export type NoticeState = (typeof noticeStates)[number];

export interface Notice extends NewNotice {
  id: number;
  state: NoticeState;
  madeAt: Instant;
  stateAt: Instant;
}

/** What a timeline says of a notice. */
export interface NoticeLine {
  caseId: number;
  seq: number;
  to: Recipient['kind'];
  template: Template;
  state: NoticeState;
  stateAt: Instant;
}

/** Messages to people, made in the transaction of their event and sent by the job `send-notice`. */
export interface Notices {
  /** Inside ids, in the order given. */
  add(notices: readonly NewNotice[]): Promise<number[]>;
  /** For the job of its case. */
  byId(id: number): Promise<Notice | null>;
  /** Says how far it got; only forward, so a late receipt never undoes a later one. False when it was further already. */
  moved(id: number, state: NoticeState, why?: string): Promise<boolean>;
  /** Of these cases, oldest first. Not for patients. */
  ofCases(caseIds: readonly number[]): Promise<NoticeLine[]>;
}
