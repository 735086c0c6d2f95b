import type { AnswerValue } from '../domain/forms/answers.ts';
import { inLang, isChoice, unitOf, weightOf } from '../domain/forms/items.ts';
import type { Item } from '../domain/forms/questionnaire.ts';
import { type Ui, useUi } from './context.ts';
import { dayWithYear, number } from './format.ts';

/** An answer to read: a choice in the language of the page, a number as people write it, words as they were typed. */
export function AnswerValueText({ one, value }: { one: Item; value: AnswerValue }) {
  const ui = useUi();
  return <bdi>{answerInWords(ui, one, value)}</bdi>;
}

/** The same as plain text. */
export function answerInWords(ui: Ui, one: Item, value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? ui.words.forms.yes : ui.words.forms.no;
  if (typeof value === 'number') return [number(value, ui.lang), unitOf(one)].filter(Boolean).join(' ');
  if (one.type === 'date') return dayWithYear(String(value), ui);
  if (!isChoice(one)) return String(value);
  const chosen = [value].flat().map(code => {
    const option = one.answerOption!.find(each => each.valueCoding.code === code)?.valueCoding;
    if (!option) return String(code);
    const weight = weightOf(option);
    const label = inLang(option.display, option._display, ui.lang);
    return weight === undefined ? label : `${label} (${weight})`;
  });
  return chosen.join(', ');
}
