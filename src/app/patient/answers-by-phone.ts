import { localDay } from '../../domain/case/deadline.ts';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import { answerSet } from '../../domain/forms/check.ts';
import { askedForm } from '../../domain/referral/answer-form.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type CaseInStory, readCaseIn } from '../read-request.ts';
import { type Outcome, runVerb } from '../run-verb.ts';
import type { AskedBefore } from './before-visit.ts';

/** The case of a visit; `asked` is missing when nothing is asked before it that this person may type. */
export interface AskedByPhone extends CaseInStory {
  asked?: Omit<AskedBefore, 'caseKey' | 'turn'>;
}

/** What the clinic asks before a visit, for who types what the patient says; null when there is no such case for them. */
export async function askedByPhone(
  app: Pick<App, 'db' | 'formReader' | 'clock'>,
  actor: Actor,
  { caseKey, typed }: { caseKey: string; typed: TypedAnswers },
): Promise<AskedByPhone | null> {
  const found = await app.db.as(actor, async tx => {
    const read = await readCaseIn(tx, caseKey, 'referral');
    if (!read) return null;
    const { state, may } = read.one;
    const slug = askedForm(state as Referral);
    const asks = may.some(({ side, verbs }) => side === 'receiver' && verbs.includes('answer-form'));
    return { read, form: slug && asks ? await tx.forms.bySlug(slug) : null };
  });
  if (!found) return null;
  const { read, form } = found;
  if (!form) return read;
  const zone = read.story.names.sites[read.one.state.receiver.site]?.zone ?? 'America/Toronto';
  const reading = await app.formReader.read({ form, typed, today: localDay(app.clock.now(), zone) });
  return { ...read, asked: { form, typed, reading } };
}

/** Records sound answers as the patient's own, typed by this person. */
export function answerByPhone(
  app: Pick<App, 'db' | 'config'>,
  actor: Actor,
  {
    caseKey,
    asked: { form, reading },
    ...as
  }: {
    caseKey: string;
    asked: NonNullable<AskedByPhone['asked']>;
    turn?: number | undefined;
    receipt?: string | undefined;
  },
): Promise<Outcome> {
  return runVerb(app, actor, {
    ...{ caseKey, type: 'referral', verb: 'answer-form', side: 'receiver' },
    input: { answers: answerSet(form, reading) },
    ...(as.turn !== undefined && { turn: as.turn }),
    ...(as.receipt !== undefined && { receipt: as.receipt }),
  });
}
