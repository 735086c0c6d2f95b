import { allItems, french } from './items.ts';
import type { Item, ItemType, Questionnaire } from './questionnaire.ts';

/** Where an item goes: to the end of a group, or right after another item; to the end of the form without either. */
export interface Place {
  into?: string;
  after?: string;
}

/** A name that no item of the form has, made from some words. */
export function freshLinkId(form: Questionnaire, words: string): string {
  const taken = new Set(allItems(form.item).map(one => one.linkId));
  const base = plainName(words) || 'question';
  if (!taken.has(base)) return base;
  for (let i = 2; ; i++) if (!taken.has(`${base}-${i}`)) return `${base}-${i}`;
}

/** An item as it is when it is added: nothing said yet. */
export function newItem(form: Questionnaire, type: ItemType): Item {
  return {
    linkId: freshLinkId(form, type === 'group' ? 'section' : 'question'),
    ...{ text: '', _text: french(''), type },
    ...(type === 'group' && { item: [] }),
    ...((type === 'choice' || type === 'open-choice') && { answerOption: [] }),
  };
}

/** The form with an item in a place; unchanged when the place is not there. */
export function addItem(form: Questionnaire, added: Item, { into, after }: Place): Questionnaire {
  if (into === undefined && after === undefined) return { ...form, item: [...form.item, added] };
  const put = (items: readonly Item[]): Item[] =>
    items.flatMap(one => {
      const held = one.item && { ...one, item: put(one.item) };
      const here = held ?? one;
      if (one.linkId === into) return [{ ...here, item: [...(here.item ?? []), added] }];
      return one.linkId === after ? [here, added] : [here];
    });
  return { ...form, item: put(form.item) };
}

/** The form without an item and what it holds. */
export function removeItem(form: Questionnaire, linkId: string): Questionnaire {
  const without = (items: readonly Item[]): Item[] =>
    items
      .filter(one => one.linkId !== linkId)
      .map(one => (one.item ? { ...one, item: without(one.item) } : one));
  return { ...form, item: without(form.item) };
}

/** The form with an item one place up or down among those beside it. */
export function moveItem(form: Questionnaire, linkId: string, way: 'up' | 'down'): Questionnaire {
  const moved = (items: readonly Item[]): Item[] => {
    const at = items.findIndex(one => one.linkId === linkId);
    const to = at + (way === 'up' ? -1 : 1);
    if (at === -1) return items.map(one => (one.item ? { ...one, item: moved(one.item) } : one));
    if (to < 0 || to >= items.length) return [...items];
    const next = [...items];
    [next[at], next[to]] = [next[to]!, next[at]!];
    return next;
  };
  return { ...form, item: moved(form.item) };
}

/** The form with an item changed; what it holds stays, and so does its name, on which others hang. */
export function setItem(form: Questionnaire, changed: Item): Questionnaire {
  const set = (items: readonly Item[]): Item[] =>
    items.map(one => {
      if (one.linkId === changed.linkId) return { ...changed, ...(one.item && { item: one.item }) };
      return one.item ? { ...one, item: set(one.item) } : one;
    });
  return { ...form, item: set(form.item) };
}

/** The item of that name; undefined when there is none. */
export function itemOf(form: Questionnaire, linkId: string): Item | undefined {
  return allItems(form.item).find(one => one.linkId === linkId);
}

/** A copy of an item from elsewhere, renamed where the form has those names already, with its own conditions in step. */
export function copyInto(form: Questionnaire, from: Item): Item {
  const names = new Map<string, string>();
  let so: Questionnaire = form;
  for (const one of allItems([from])) {
    const name = freshLinkId(so, one.linkId);
    names.set(one.linkId, name);
    so = addItem(so, { ...one, linkId: name, item: undefined }, {});
  }
  const renamed = (one: Item): Item => ({
    ...one,
    linkId: names.get(one.linkId)!,
    ...(one.enableWhen && {
      enableWhen: one.enableWhen.map(when => ({
        ...when,
        question: names.get(when.question) ?? when.question,
      })),
    }),
    ...(one.extension && { extension: one.extension.map(each => rename(each, names)) }),
    ...(one.item && { item: one.item.map(renamed) }),
  });
  return renamed(from);
}

type Extension = NonNullable<Item['extension']>[number];

/** Expressions say names in quotes. */
function rename(given: Extension, names: ReadonlyMap<string, string>): Extension {
  if (!('valueExpression' in given)) return given;
  const { valueExpression } = given;
  const expression = valueExpression.expression.replace(
    /'([a-z0-9][a-z0-9-]{0,59})'/g,
    (quoted, name: string) => (names.has(name) ? `'${names.get(name)}'` : quoted),
  );
  return { ...given, valueExpression: { ...valueExpression, expression } };
}

/** The name of a new form, from its title; `tail` keeps it apart from others of that title. */
export function freshSlug(title: string, tail: string): string {
  return `${
    plainName(title)
      .slice(0, 40)
      .replace(/^[^a-z]+/, '') || 'form'
  }-${tail}`;
}

/** Small letters, digits and hyphens. */
function plainName(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}
