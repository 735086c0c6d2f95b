import { questionsIn } from '../../domain/econsult/questions-in.ts';
import type { AnswerSet } from '../../domain/forms/answers.ts';
import { reasonItem } from '../../domain/forms/populate.ts';
import type { Actor, PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import { openRequest } from '../open-request.ts';
import type { Draft } from '../ports/drafts.ts';
import type { Led } from '../ports/receipts.ts';
import { type Outcome, runVerb } from '../run-verb.ts';
import type { FilledDraft } from './fill-draft.ts';

export interface SendAsk {
  filled: FilledDraft;
  /** The checked answers. */
  answers: AnswerSet;
  /** The closing questions of the eConsult that becomes this referral, as its verb takes them. */
  survey?: Record<string, unknown>;
  /** Why it is sent although a similar request is open. */
  beside?: string;
  receipt?: string;
}

/**
 * Sends what a draft says: a new request, or the referral an eConsult becomes. One transaction, the draft gone with it, and a
 * second click gets the first outcome.
 */
export async function sendDraft(app: App, actor: PersonActor, ask: SendAsk): Promise<Outcome> {
  const { draft, form } = ask.filled;
  const outcome = await (draft.converts === '' ? sendNew(app, actor, ask) : convert(app, actor, ask));
  // Of nobody: how long the questions took is no part of the request.
  if (outcome.ok) await app.db.as(actor, tx => tx.formBurden.note(form.name, draft.spent));
  return outcome;
}

/** Where the form with this receipt led when it was sent before; null when it was not. */
export function sentBefore(app: App, actor: Actor, receipt: string): Promise<Led | null> {
  return app.db.as(actor, async tx => (await tx.receipts.find(receipt))?.led ?? null);
}

/** The patient chooses among several services before anything is sent. */
export function isChoice({ kind, options }: Pick<Draft, 'kind' | 'options'>): boolean {
  return kind === 'referral' && options.length > 0;
}

function choiceOf({ options, forPatient }: Draft) {
  return { services: options, ...(forPatient !== '' && { comment: forPatient }) };
}

/** The words of the request: its question is the answer to the form's own, where the form asks it. */
function wordsOf({ filled: { draft, form }, answers }: SendAsk) {
  const asks = reasonItem(form);
  const question = asks ? String(answers.answers[asks.linkId]?.value ?? '') : draft.question;
  return { title: draft.title, question, answers };
}

/** Whom in the group the question is for. */
function wantedOf({ draft: { wanted }, whom }: FilledDraft) {
  if (wanted === '' || whom.specialists.length === 0) return { wanted: 'group' };
  return wanted === 'best-match' ? { wanted } : { wanted: 'specialist', specialist: wanted };
}

/** What an eConsult says besides its story. */
function apartOf({ questions, plan, adviceConsent, tell }: Draft) {
  return { questions: questionsIn(questions), plan, consent: adviceConsent, tell };
}

function urgencyOf({ draft }: FilledDraft) {
  const urgent = draft.urgency === 'urgent';
  return urgent
    ? { urgency: 'urgent' as const, reason: draft.urgencyReason }
    : { urgency: 'routine' as const };
}

function sendNew(app: App, actor: PersonActor, ask: SendAsk): Promise<Outcome> {
  const { filled, receipt, beside = '' } = ask;
  const { draft, patient, service, attachments } = filled;
  const own =
    draft.kind === 'econsult'
      ? { mayConvert: draft.mayConvert, ...wantedOf(filled), ...apartOf(draft) }
      : {
          ...{ ...urgencyOf(filled), mayContact: draft.mayContact === 'yes' },
          ...(isChoice(draft) ? choiceOf(draft) : { letterDue: draft.letterDue, copy: filled.copy?.key }),
        };
  return openRequest(app, actor, {
    type: draft.kind,
    ...(isChoice(draft) && { verb: 'propose' }),
    patientKey: patient?.key ?? '',
    service: service?.key ?? '',
    input: { ...wordsOf(ask), attachments: attachments.map(file => file.key), ...own },
    draft: draft.key,
    ...(draft.through && { through: true }),
    ...(beside !== '' && { beside }),
    ...(receipt !== undefined && { receipt }),
  });
}

function convert(app: App, actor: PersonActor, ask: SendAsk): Promise<Outcome> {
  const { filled, survey, receipt } = ask;
  const { draft, service, attachments } = filled;
  const moves = (part: 'advice' | 'attachments') => !draft.leaveBehind.includes(part);
  const files = attachments.map(file => file.key);
  return runVerb(app, actor, {
    caseKey: draft.converts,
    verb: 'convert',
    draft: draft.key,
    ...(receipt !== undefined && { receipt }),
    input: {
      service: service?.key ?? '',
      carry: { question: true, answers: true, advice: moves('advice'), attachments: moves('attachments') },
      anew: { ...wordsOf(ask), ...urgencyOf(filled), attachments: files },
      ...(draft.whyVisit !== '' && { comment: draft.whyVisit }),
      ...(survey && { survey }),
    },
  });
}
