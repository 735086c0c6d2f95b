import type { TypedAnswer, TypedAnswers } from '../domain/forms/answers.ts';
import type { AnswerProblem, Reading } from '../domain/forms/check.ts';
import { inLang } from '../domain/forms/items.ts';
import { answerField } from '../domain/forms/posted.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';
import type { Ui } from './context.ts';
import type { FieldError } from './error-summary.tsx';
import { monthDayShort } from './format.ts';

export interface QuestionnaireProps {
  form: Questionnaire;
  /** As typed or prefilled; shown again right or wrong. */
  typed: TypedAnswers;
  /** What `readAnswers` made of it. */
  reading: Reading;
  /** Draw what is missing or wrong: after the form was sent, not while it is filled in. */
  showProblems?: boolean;
}

/** What is wrong, in the order of the form, for the summary on top. */
export function answerErrors(
  ui: Ui,
  { typed, reading }: Pick<QuestionnaireProps, 'typed' | 'reading'>,
): FieldError[] {
  const items = new Map(reading.asked.map(one => [one.linkId, one]));
  return reading.problems.map(problem => {
    const one = items.get(problem.linkId)!;
    const label = inLang(one.text, one._text, ui.lang);
    const sentence = sentenceOf(ui, problem, typed[problem.linkId]);
    // A label that asks needs no colon.
    const message = label.endsWith('?') ? `${label} ${sentence}` : ui.words.fields.about(label, sentence);
    return { field: answerField(problem.linkId), message };
  });
}

/** The sentence beside a field: what is wrong and what to do. */
export function sentenceOf({ words }: Ui, problem: AnswerProblem, typed: TypedAnswer | undefined): string {
  const { fields, forms } = words;
  const wrote =
    typeof typed?.text === 'string' && typed.text.length <= 40 ? ` ${forms.wrote(typed.text)}` : '';
  switch (problem.code) {
    case 'missing':
      return fields.missing;
    case 'choose':
      return fields.chooseOne;
    case 'too-long':
      return fields.tooLong(problem.max!);
    case 'not-a-date':
      return fields.notADate + wrote;
    case 'not-a-number':
      return fields.notANumber + wrote;
    case 'too-small':
      return forms.tooSmall(problem.max!);
    case 'too-large':
      return forms.tooLarge(problem.max!);
    case 'control-characters':
    case 'direction-marks':
      return fields.unreadable;
    default:
      return problem.code satisfies never;
  }
}

/** Where a prefilled answer came from, as the mark beside its field; undefined when it was typed here. */
export function prefilled(ui: Ui, answer: TypedAnswer | undefined): string | undefined {
  if (!answer?.from) return undefined;
  const { source, day } = answer.from;
  return ui.words.forms.sources[source](day && monthDayShort(day, ui));
}
