import type { AnswerValue } from './answers.ts';
import type { Condition, Item, Questionnaire } from './questionnaire.ts';

/** Values known so far, by linkId; only those of questions that are asked. */
export type Values = ReadonlyMap<string, AnswerValue>;

/**
 * The items that are asked, given the values, in the order of the form. An item is left out when its condition fails, when
 * its group is left out, or when it depends on one that is left out: an answer to a question that is no longer asked
 * counts for nothing.
 */
export function askedItems(form: Questionnaire, values: Values): Item[] {
  let asked = new Set(collect(form.item, values, undefined).map(one => one.linkId));
  // Dropping one question may drop those that hang on it; each pass only drops, so this ends.
  for (;;) {
    const visible = new Map([...values].filter(([linkId]) => asked.has(linkId)));
    const items = collect(form.item, visible, asked);
    if (items.length === asked.size) return items;
    asked = new Set(items.map(one => one.linkId));
  }
}

function collect(items: readonly Item[], values: Values, within: ReadonlySet<string> | undefined): Item[] {
  return items
    .filter(one => (within?.has(one.linkId) ?? true) && isEnabled(one, values))
    .flatMap(one => [one, ...collect(one.item ?? [], values, within)]);
}

/** Its own conditions hold; of the group it stands in this says nothing. */
export function isEnabled(one: Item, values: Values): boolean {
  if (!one.enableWhen) return true;
  const results = one.enableWhen.map(when => holds(when, values.get(when.question)));
  return one.enableBehavior === 'any' ? results.some(Boolean) : results.every(Boolean);
}

function holds(when: Condition, value: AnswerValue | undefined): boolean {
  if (when.operator === 'exists') return (value !== undefined) === (when.answerBoolean ?? true);
  const wanted =
    when.answerCoding?.code ??
    when.answerBoolean ??
    when.answerInteger ??
    when.answerDecimal ??
    when.answerQuantity?.value ??
    when.answerDate ??
    when.answerString;
  // Without an answer no comparison holds, not even `!=`: a question is never asked because nothing was said.
  if (value === undefined || wanted === undefined) return false;
  if (Array.isArray(value)) {
    const has = value.includes(String(wanted));
    return when.operator === '=' ? has : when.operator === '!=' ? !has : false;
  }
  return compare(value as string | number | boolean, when.operator, wanted);
}

function compare(
  value: string | number | boolean,
  operator: Condition['operator'],
  wanted: string | number | boolean,
): boolean {
  if (typeof value !== typeof wanted) return false;
  switch (operator) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '>':
      return value > wanted;
    case '<':
      return value < wanted;
    case '>=':
      return value >= wanted;
    default:
      return value <= wanted;
  }
}
