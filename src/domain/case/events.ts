import type { By, Flag, Hold, Urgency } from './state.ts';
import type { Day, Instant } from './time.ts';

/**
 * Who may read an event's body: `everyone` also the patient; `all` every side but the patient; `clinical` requester,
 * receiver and copies; the others that side only. Decisions: docs/decisions/0002-audiences.md, 0063
 */
export const audiences = ['everyone', 'all', 'clinical', 'requester', 'receiver', 'intake'] as const;
export type Audience = (typeof audiences)[number];

/** What a verb says has happened. One that moves the case carries `body.status` and `body.hold` (null: ended). */
export interface NewEvent {
  type: string;
  audience: Audience;
  body: Record<string, unknown>;
}

/** An event as it stands in the log of its case; `seq` counts from 1. */
export interface RecordedEvent extends NewEvent {
  seq: number;
  at: Instant;
  by: By;
}

/**
 * Where the case stands after an event, written into it so that a changed promise never rewrites history. `flag`,
 * `clocks` and `letter` are absent when there is none.
 */
export type Standing<Status extends string = string> = {
  status: Status;
  hold: Hold | null;
  clocks?: { main: Hold; flag?: Hold; advised?: Hold };
  flag?: Flag;
  letter?: { due: Instant };
};

/** An event of one type with its body. */
export type Said<Type extends string, Body> = { type: Type; audience: Audience; body: Body };

/** Inside ids of attachments. */
type Papers = readonly number[];

/** What may happen to either type of case. */
export type CommonEvent =
  | Said<'messaged', { text: string; to: Audience; answerWanted: boolean; attachments: Papers }>
  | Said<'attached', { attachments: Papers; what?: string; owedLetter?: boolean } & Partial<Standing>>
  | Said<'noted', { text: string }>
  /** Words that go with another event and are for fewer eyes than the fact itself. */
  | Said<'remarked', { about: string; text: string }>
  | Said<'urgency-changed', { urgency: Urgency; reason: string } & Standing>
  | Said<
      'patient-corrected',
      {
        reachable?: boolean;
        deceased?: boolean;
        changed: readonly string[];
        values: Readonly<Record<string, string>>;
      } & Partial<Standing>
    >
  | Said<'unavailable-set', { from: Day; until: Day; why?: string }>
  | Said<'worsened', { text: string } & Standing>
  | Said<'reviewed', { cleared: Flag } & Standing>
  | Said<'contact-logged', { when: Instant; how: string; outcome: string; comment?: string }>
  | Said<'struck', { seq?: number; attachment?: number; why: string }>
  | Said<'voided', { why: string } & Standing>
  | Said<
      'transferred',
      { side: 'requester' | 'receiver'; site: number; unit?: number; member?: number; why: string } & Standing
    >
  | Said<'reminded', { level: string; due: Instant }>
  | Said<'escalated', { level: string; due: Instant; errand?: true }>
  | Said<'passed-on', { from: string } & Standing>
  | Said<'link-closed', { errand: Hold; why?: 'not-delivered' }>
  | Said<'link-given', Record<string, never>>
  | Said<'recorded', { verb: string; side: string; saidBy: string; how: string; attachments: Papers }>;

/** Types of the events of both machines. */
export const commonEventTypes = [
  'messaged',
  'attached',
  'noted',
  'remarked',
  'urgency-changed',
  'patient-corrected',
  'unavailable-set',
  'worsened',
  'reviewed',
  'contact-logged',
  'struck',
  'voided',
  'transferred',
  'reminded',
  'escalated',
  'passed-on',
  'link-closed',
  'link-given',
  'recorded',
] as const satisfies readonly CommonEvent['type'][];
