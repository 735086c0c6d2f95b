import type { ItemProblem, TypedCondition } from './item-form.ts';
import { allItems, inLang, isChoice } from './items.ts';
import type { Condition, Item, Questionnaire } from './questionnaire.ts';

const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;

/** The answer of a condition as one types it: a code, `true`, a number, a day. */
export function typedAnswerOf(when: Condition): string {
  const {
    answerCoding,
    answerBoolean,
    answerInteger,
    answerDecimal,
    answerQuantity,
    answerDate,
    answerString,
  } = when;
  const value =
    answerCoding?.code ??
    answerBoolean ??
    answerInteger ??
    answerDecimal ??
    answerQuantity?.value ??
    answerDate ??
    answerString;
  return value === undefined ? '' : String(value);
}

/** Conditions as typed; rows without a question are passed over. An answer is a code or one of the words of an option. */
export function typedConditions(
  form: Questionnaire,
  rows: readonly TypedCondition[],
  problems: ItemProblem[],
): Condition[] {
  const items = new Map(allItems(form.item).map(one => [one.linkId, one]));
  return rows
    .filter(row => row.question !== '')
    .flatMap((row): Condition[] => {
      const question = items.get(row.question);
      const operator = operators.find(one => one === row.operator) ?? '=';
      if (!question) {
        problems.push({ field: 'conditions', code: 'question', detail: row.question });
        return [];
      }
      if (operator === 'exists')
        return [{ question: row.question, operator, answerBoolean: !no.has(row.value.trim().toLowerCase()) }];
      const answer = answerIn(question, row.value.trim());
      if (answer) return [{ question: row.question, operator, ...answer }];
      problems.push({ field: 'conditions', code: 'answer', detail: row.value });
      return [];
    });
}

const yes = new Set(['true', 'yes', 'oui', '1']);
const no = new Set(['false', 'no', 'non', '0']);

function answerIn(question: Item, text: string): Omit<Condition, 'question' | 'operator'> | undefined {
  const small = text.toLowerCase();
  if (isChoice(question)) {
    const option = question.answerOption?.find(({ valueCoding: { code, display, _display } }) =>
      [code, display, inLang(display, _display, 'fr')].some(one => one.toLowerCase() === small),
    );
    return option && { answerCoding: { code: option.valueCoding.code } };
  }
  const number = Number(text.replace(',', '.'));
  const isNumber = text !== '' && Number.isFinite(number);
  switch (question.type) {
    case 'boolean':
      return yes.has(small) || no.has(small) ? { answerBoolean: yes.has(small) } : undefined;
    case 'integer':
      return isNumber && Number.isInteger(number) ? { answerInteger: number } : undefined;
    case 'decimal':
      return isNumber ? { answerDecimal: number } : undefined;
    case 'quantity':
      return isNumber ? { answerQuantity: { value: number } } : undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { answerDate: text } : undefined;
    case 'string':
    case 'text':
      return text === '' ? undefined : { answerString: text.slice(0, 200) };
    default:
      return undefined;
  }
}
