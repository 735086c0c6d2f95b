import type { TypedAnswers } from '../../domain/forms/answers.ts';

/** What the patient of this link typed before a visit and did not send yet. */
export interface VisitForms {
  /** Null when nothing was typed, or that visit does not ask this form. */
  draft(caseKey: string, form: string): Promise<TypedAnswers | null>;
  /** Kept until it is answered. False when that visit does not ask this form, or not any more. */
  keep(caseKey: string, form: string, answers: TypedAnswers): Promise<boolean>;
}
