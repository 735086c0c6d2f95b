import type { SurveyFigure, VisitSurveys } from '../app/ports/visit-surveys.ts';
import type { Querier } from './querier.ts';

/** Surveys after visits in one transaction: every call is one function of the database. */
export function visitSurveysOf(q: Querier): VisitSurveys {
  return {
    open: async () => (await q.one<{ key: string | null }>('select survey_open() as key'))?.key ?? null,
    claim: async limit =>
      (await q.rows<{ case: number }>('select "case" from claim_survey_asks($1)', [limit])).map(
        one => one.case,
      ),
    give: async (caseKey, answers) =>
      (await q.one<{ ok: boolean }>('select give_survey($1, $2) as ok', [caseKey, JSON.stringify(answers)]))
        ?.ok === true,
    figures: since =>
      q.rows<SurveyFigure>(
        'select question, answer, people, mean::text as mean, agree from survey_figures($1)',
        [since],
      ),
  };
}
