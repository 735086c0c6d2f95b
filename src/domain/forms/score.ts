import type { Values } from './conditions.ts';
import { allItems, expressionOf, scoreOf, weightOf } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/**
 * A number that a form works out. Of a sum of weights, `answered` of `questions` were given: a sum of fewer than all is not
 * a score yet. A formula has neither.
 */
export interface Score {
  linkId: string;
  sum: number;
  answered?: number;
  questions?: number;
  /** The highest sum there can be. */
  most?: number;
  /** Band of a known scale, once all is answered. */
  band?: Phq9Band;
}

export const phq9Bands = ['none', 'mild', 'moderate', 'moderately-severe', 'severe'] as const;
export type Phq9Band = (typeof phq9Bands)[number];

/** LOINC code of the sum of the PHQ-9. */
const phq9Total = '44261-6';

/** Works out the expression of an item from the values given; undefined while it has no result, or not a number. */
export type Evaluate = (form: Questionnaire, one: Item, values: Values) => number | undefined;

/** Every score of a form from the values given, in the order of the form. */
export function scoresOf(form: Questionnaire, values: Values, evaluate?: Evaluate): Score[] {
  const items = allItems(form.item);
  return items.flatMap((one): Score[] => {
    if (expressionOf(one) === undefined) return [];
    const adds = scoreOf(one);
    const group = adds === undefined ? undefined : items.find(other => other.linkId === adds);
    if (group) return [score(one, group, values)];
    const sum = evaluate?.(form, one, values);
    return sum === undefined ? [] : [{ linkId: one.linkId, sum }];
  });
}

/** Nothing is missing from it. */
export function isComplete({ answered, questions }: Score): boolean {
  return answered === questions;
}

/** 0-4 none or minimal, 5-9 mild, 10-14 moderate, 15-19 moderately severe, 20-27 severe (Kroenke 2001). */
export function phq9Band(sum: number): Phq9Band {
  return phq9Bands[Math.min(4, Math.max(0, Math.floor(sum / 5)))]!;
}

function score(total: Item, group: Item, values: Values): Score {
  const questions = (group.item ?? []).filter(one => one.type === 'choice');
  const given = questions.flatMap(one => {
    const option = one.answerOption!.find(o => o.valueCoding.code === values.get(one.linkId));
    return option ? [weightOf(option.valueCoding) ?? 0] : [];
  });
  const sum = given.reduce((a, b) => a + b, 0);
  const most = questions.reduce(
    (a, one) => a + Math.max(...one.answerOption!.map(o => weightOf(o.valueCoding) ?? 0)),
    0,
  );
  const complete = given.length === questions.length;
  const isPhq9 = total.code?.some(one => one.code === phq9Total);
  const base = { linkId: total.linkId, sum, answered: given.length, questions: questions.length, most };
  return complete && isPhq9 ? { ...base, band: phq9Band(sum) } : base;
}
