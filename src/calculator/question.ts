import type { ToRead } from '../app/ports/form-reader.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';

/** What the thread is asked: to read answers, or to check the expressions of a form. */
export type Question = ToRead | { form: Questionnaire };
