import type { Fault } from './faults.ts';
import { allItems, isTable } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/** A question, or a whole scale with its score, that forms share. */
export interface BankEntry {
  /** The meaning of a question, or the name of the section of a scale. */
  name: string;
  item: Item;
  /** Slugs of the forms that ask it. */
  forms: string[];
}

/** The shared bank: every question of these forms that says what it means, and every section that holds a scale. */
export function bankOf(forms: readonly Questionnaire[]): BankEntry[] {
  const entries = new Map<string, BankEntry>();
  for (const form of forms) {
    for (const one of allItems(form.item)) {
      const name = one.definition ?? (one.item?.some(isTable) ? `scale:${one.linkId}` : undefined);
      if (name === undefined) continue;
      const known = entries.get(name);
      if (!known) entries.set(name, { name, item: one, forms: [form.name] });
      else if (!known.forms.includes(form.name)) known.forms.push(form.name);
    }
  }
  return [...entries.values()].sort((a, b) => a.item.text.localeCompare(b.item.text, 'en'));
}

/** Questions that claim a meaning of the bank and are of another kind, or offer other answers, than there. */
export function bankFaults(form: Questionnaire, bank: readonly BankEntry[]): Fault[] {
  const known = new Map(bank.map(one => [one.name, one.item]));
  return allItems(form.item).flatMap((one): Fault[] => {
    const there = one.definition === undefined ? undefined : known.get(one.definition);
    const same = (item: Item) =>
      JSON.stringify([
        item.type,
        item.repeats ?? false,
        item.answerOption?.map(each => each.valueCoding.code),
      ]);
    if (!there || same(there) === same(one)) return [];
    return [{ linkId: one.linkId, code: 'not-as-in-bank', detail: there.text }];
  });
}
