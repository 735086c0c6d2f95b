import type { Item, Option, Questionnaire } from './questionnaire.ts';

/** All items of a form, groups before what they hold. */
export function allItems(items: readonly Item[]): Item[] {
  return items.flatMap(one => [one, ...allItems(one.item ?? [])]);
}

/** The words of an item, title or option in a language; `text` is English. */
export function inLang(text: string, translated: Questionnaire['_title'] | undefined, lang: string): string {
  if (lang !== 'fr') return text;
  return translated?.extension[0]?.extension[1].valueString ?? text;
}

const sum = /^%resource\.repeat\(item\)\.where\(linkId='([a-z0-9-]+)'\)\.item\.answer\.weight\(\)\.sum\(\)$/;

/** The linkId of the group whose weights an item adds up, when that is all it does. */
export function scoreOf(one: Item): string | undefined {
  return sum.exec(expressionOf(one) ?? '')?.[1];
}

/** A group that asks to be laid out as a scale; `isTable` says whether it can be. */
export function wantsTable(one: Item): boolean {
  return (
    one.type === 'group' && (one.extension ?? []).some(ext => ext.url.endsWith('questionnaire-itemControl'))
  );
}

/** A scale, laid out as a table: questions are rows, answers are columns, the same in each and of 0 to 3 points. */
export function isTable(one: Item): boolean {
  const rows = one.item ?? [];
  if (!wantsTable(one) || rows.length === 0) return false;
  const codes = (row: Item) => row.answerOption?.map(option => option.valueCoding.code).join(' ');
  return rows.every(
    row =>
      row.type === 'choice' &&
      !row.repeats &&
      codes(row) === codes(rows[0]!) &&
      row.answerOption!.every(option => [0, 1, 2, 3].includes(weightOf(option.valueCoding) ?? 0)),
  );
}

/** A display that tells of danger, drawn so that nobody misses it. */
export function isEmergency(one: Item): boolean {
  return (one.extension ?? []).some(
    ext =>
      ext.url.endsWith('displayCategory') &&
      'valueCodeableConcept' in ext &&
      ext.valueCodeableConcept.coding[0].code === 'emergency',
  );
}

/** The weight of an option, when it has one. */
export function weightOf(option: Option): number | undefined {
  return option.extension?.[0]?.valueDecimal;
}

/** The expression by which an item is worked out; undefined for one that somebody answers. */
export function expressionOf(one: Item): string | undefined {
  const found = one.extension?.find(ext => 'valueExpression' in ext);
  return found && 'valueExpression' in found ? found.valueExpression.expression : undefined;
}

/** Some expression is more than a sum of weights, and needs the evaluator. */
export function needsEvaluator(form: Questionnaire): boolean {
  return allItems(form.item).some(one => expressionOf(one) !== undefined && scoreOf(one) === undefined);
}

/** What a quantity is counted in, as shown. */
export function unitOf(one: Item): string | undefined {
  const found = one.extension?.find(ext => 'valueCoding' in ext);
  return found && 'valueCoding' in found ? (found.valueCoding.display ?? found.valueCoding.code) : undefined;
}

/** The least and the most a number may be. */
export function boundsOf(one: Item): { min?: number; max?: number } {
  const said = (name: string) => {
    const found = one.extension?.find(ext => ext.url.endsWith(`/${name}`));
    const { valueInteger, valueDecimal } = (found ?? {}) as { valueInteger?: number; valueDecimal?: number };
    return valueInteger ?? valueDecimal;
  };
  const [min, max] = [said('minValue'), said('maxValue')];
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** A list to choose from. */
export function isChoice(one: Item): boolean {
  return one.type === 'choice' || one.type === 'open-choice';
}

/** A translation extension with the French of something. */
export function french(content: string): Questionnaire['_title'] {
  return {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'fr' },
          { url: 'content', valueString: content },
        ],
      },
    ],
  };
}

/** The expression that adds up the weights of a group. */
export function sumOf(group: string): string {
  return `%resource.repeat(item).where(linkId='${group}').item.answer.weight().sum()`;
}

/** The title of a form in French, or else in English. */
export function frenchTitle(form: Questionnaire): string {
  return inLang(form.title, form._title, 'fr') || form.title;
}
