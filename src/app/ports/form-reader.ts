import type { TypedAnswers } from '../../domain/forms/answers.ts';
import type { Reading } from '../../domain/forms/check.ts';
import type { Fault } from '../../domain/forms/faults.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';

/** What is to be read: `today` as `YYYY-MM-DD`, since expressions have no clock of their own. */
export interface ToRead {
  form: Questionnaire;
  typed: TypedAnswers;
  today: string;
}

/**
 * Reads forms whose scores are formulas of stewards, apart from everything else and within 100 ms. Stores nothing.
 */
export interface FormReader {
  /** As `readAnswers`; `tooSlow` and without scores when the time was up. */
  read(ask: ToRead): Promise<Reading>;
  /** What is wrong with the expressions of a form. */
  check(form: Questionnaire): Promise<Fault[]>;
  close(): Promise<void>;
}
