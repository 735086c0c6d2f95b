import type { AnswerSet } from '../domain/forms/answers.ts';
import type { PersonActor } from './actor.ts';
import type { App } from './app.ts';
import type { FilledDraft } from './fill-draft.ts';
import { openRequest } from './open-request.ts';
import { type Outcome, runVerb } from './run-verb.ts';

export interface SendAsk {
  filled: FilledDraft;
  /** The checked answers. */
  answers: AnswerSet;
  receipt?: string;
  /** Inside id of the clinician who signs, when the writer may not. */
  signedBy?: number;
}

/**
 * Sends what a draft says: a new request, or the referral an eConsult becomes. One transaction, and a second click gets
 * the first outcome. The draft is gone afterwards.
 */
export async function sendDraft(app: App, actor: PersonActor, ask: SendAsk): Promise<Outcome> {
  const { filled } = ask;
  if (filled.draft.converts === '') return sendNew(app, actor, ask);
  const outcome = await convert(app, actor, ask);
  if (outcome.ok) await app.db.as(actor, tx => tx.drafts.discard(filled.draft.key));
  return outcome;
}

/**
 * The request that this form led to when it was sent before: its draft is gone, so a second click, or a retry after an answer
 * that was lost, is led where the first one was. Null when it led nowhere.
 */
export function sentBefore(
  app: App,
  actor: PersonActor,
  receipt: string | undefined,
): Promise<string | null> {
  if (receipt === undefined) return Promise.resolve(null);
  return app.db.as(actor, async tx => (await tx.receipts.find(receipt))?.led.requestKey ?? null);
}

function sendNew(
  app: App,
  actor: PersonActor,
  { filled, answers, receipt, signedBy }: SendAsk,
): Promise<Outcome> {
  const { draft, patient, service, attachments } = filled;
  const words = { title: draft.title, question: draft.question, answers };
  const files = { attachments: attachments.map(file => file.key) };
  const own =
    draft.kind === 'econsult'
      ? { mayConvert: draft.mayConvert, wanted: 'group' }
      : {
          urgency: draft.urgency === 'urgent' ? 'urgent' : 'routine',
          reason: draft.urgencyReason,
          mayContact: draft.mayContact === 'yes',
        };
  return openRequest(app, actor, {
    type: draft.kind,
    patientKey: patient?.key ?? '',
    service: service?.key ?? '',
    input: { ...words, ...files, ...own },
    draft: draft.key,
    ...(receipt !== undefined && { receipt }),
    ...(signedBy !== undefined && { signedBy }),
  });
}

function convert(app: App, actor: PersonActor, { filled, answers, receipt }: SendAsk): Promise<Outcome> {
  const { draft, service, attachments } = filled;
  const moves = (part: 'advice' | 'attachments') => !draft.leaveBehind.includes(part);
  return runVerb(app, actor, {
    caseKey: draft.converts,
    verb: 'convert',
    ...(receipt !== undefined && { receipt }),
    input: {
      service: service?.key ?? '',
      carry: { question: true, answers: true, advice: moves('advice'), attachments: moves('attachments') },
      anew: {
        ...{ title: draft.title, question: draft.question, answers },
        urgency: draft.urgency === 'urgent' ? 'urgent' : 'routine',
        reason: draft.urgencyReason,
        attachments: attachments.map(file => file.key),
      },
    },
  });
}
