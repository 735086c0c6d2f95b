import type { AnswerSet, AnswerValue } from './answers.ts';
import { isEnabled } from './conditions.ts';
import { allItems, isEmergency } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/**
 * The questions whose answers told of danger (a display of the category "emergency" is shown for them), and those asked because of
 * it, each with an answer, in the order of the form: what nobody who gets the request may overlook.
 */
export function raisedIn(form: Questionnaire, set: AnswerSet): Item[] {
  const values = new Map<string, AnswerValue>(Object.entries(set.scores));
  for (const [linkId, { value }] of Object.entries(set.answers)) values.set(linkId, value);
  const all = allItems(form.item);
  const shown = all.filter(one => isEmergency(one) && one.enableWhen && isEnabled(one, values));
  const behind = new Set(shown.flatMap(one => one.enableWhen!.map(when => when.question)));
  const because = new Set(shown.map(one => JSON.stringify(one.enableWhen)));
  return all.filter(
    one =>
      Object.hasOwn(set.answers, one.linkId) &&
      (behind.has(one.linkId) || because.has(JSON.stringify(one.enableWhen))),
  );
}
