import { localDay } from '../../domain/case/deadline.ts';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import { answerSet, type Reading } from '../../domain/forms/check.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type Outcome, runVerb } from '../run-verb.ts';
import { readPatientPage } from './portal.ts';

/** What is asked before the visit that stands, read with what was typed. */
export interface AskedBefore {
  caseKey: string;
  turn: number;
  form: Questionnaire;
  typed: TypedAnswers;
  reading: Reading;
}

type Reads = Pick<App, 'db' | 'formReader' | 'clock'>;

/**
 * The form before the visit, as it was kept; with `change` as that makes it, which is kept. Null when nothing is asked of this
 * patient now.
 */
export async function askedBefore(
  app: Reads,
  actor: Actor,
  change?: (before: TypedAnswers) => TypedAnswers,
): Promise<AskedBefore | null> {
  const page = await readPatientPage(app, actor);
  const current = page?.current;
  const slug = current?.state.appointment?.form;
  const asks = current?.may.some(({ side, verbs }) => side === 'patient' && verbs.includes('answer-form'));
  if (!current || !slug || !asks) return null;
  const { key: caseKey, turn, state } = current;
  const found = await app.db.as(actor, async tx => {
    const form = await tx.forms.bySlug(slug);
    const kept = (await tx.visitForms.draft(caseKey, slug)) ?? {};
    if (!form || !change) return form && { form, typed: kept };
    const typed = change(kept);
    return (await tx.visitForms.keep(caseKey, slug, typed)) ? { form, typed } : null;
  });
  if (!found) return null;
  const zone = page.story.names.sites[state.receiver.site]?.zone ?? 'America/Toronto';
  const today = localDay(app.clock.now(), zone);
  const reading = await app.formReader.read({ ...found, today });
  return { caseKey, turn, ...found, reading };
}

/** Sends sound answers to the clinic, once. The database forgets what was kept of them in the same transaction. */
export function answerBefore(
  app: Reads & Pick<App, 'config'>,
  actor: Actor,
  { asked, receipt }: { asked: AskedBefore; receipt?: string | undefined },
): Promise<Outcome> {
  const { caseKey, turn, form, reading } = asked;
  return runVerb(app, actor, {
    ...{ caseKey, verb: 'answer-form', side: 'patient', turn },
    input: { answers: answerSet(form, reading) },
    ...(receipt !== undefined && { receipt }),
  });
}
