import type { SurveyAnswers } from '../../domain/patient/visit-survey.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { SurveyFigure } from '../ports/visit-surveys.ts';

/** Key of the case whose visit the patient may speak about; null when there is none, or they did. */
export function openSurvey(app: Pick<App, 'db'>, actor: Actor): Promise<string | null> {
  return app.db.as(actor, tx => tx.visitSurveys.open());
}

/** Sends it, once and for all; false when it was sent before. */
export function giveSurvey(
  app: Pick<App, 'db'>,
  actor: Actor,
  given: { caseKey: string; answers: SurveyAnswers },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const kept = await tx.visitSurveys.give(given.caseKey, given.answers);
    await tx.audit.add({
      ...{ act: 'answer-survey', what: 'request', ids: [] },
      result: kept ? 'ok' : 'missing',
    });
    return kept;
  });
}

/** What patients of the actor's site said in the last twelve months. */
export function readSurveys(app: Pick<App, 'db'>, actor: Actor): Promise<SurveyFigure[]> {
  return app.db.as(actor, tx =>
    tx.visitSurveys.figures(`${Number(tx.now.slice(0, 4)) - 1}${tx.now.slice(4, 8)}01T00:00:00.000Z`),
  );
}
