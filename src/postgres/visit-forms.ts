import type { VisitForms } from '../app/ports/visit-forms.ts';
import type { TypedAnswers } from '../domain/forms/answers.ts';
import type { Querier } from './querier.ts';

/** Drafts of forms before visits in one transaction: every call is one function of the database. */
export function visitFormsOf(q: Querier): VisitForms {
  return {
    draft: async (caseKey, form) =>
      (
        await q.one<{ answers: TypedAnswers | null }>('select visit_form_draft($1, $2) as answers', [
          caseKey,
          form,
        ])
      )?.answers ?? null,
    keep: async (caseKey, form, answers) =>
      (
        await q.one<{ ok: boolean }>('select keep_visit_form_draft($1, $2, $3) as ok', [
          ...[caseKey, form],
          JSON.stringify(answers),
        ])
      )?.ok === true,
  };
}
