import { z } from 'zod';

/** The subset of a FHIR R4 Questionnaire that forms are written in. Anything else is refused when a form is loaded. */
const translation = z.strictObject({
  extension: z.array(
    z.strictObject({
      url: z.literal('http://hl7.org/fhir/StructureDefinition/translation'),
      extension: z.tuple([
        z.strictObject({ url: z.literal('lang'), valueCode: z.literal('fr') }),
        z.strictObject({ url: z.literal('content'), valueString: z.string().min(1) }),
      ]),
    }),
  ),
});

const weight = z.strictObject({
  url: z.literal('http://hl7.org/fhir/StructureDefinition/itemWeight'),
  valueDecimal: z.number(),
});

const coding = z.strictObject({
  extension: z.array(weight).max(1).optional(),
  system: z.string().optional(),
  code: z.string().min(1).max(80),
  display: z.string().min(1),
  _display: translation.optional(),
});

const itemExtension = z.discriminatedUnion('url', [
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'),
    valueCodeableConcept: z.strictObject({
      coding: z.tuple([
        z.strictObject({
          system: z.literal('http://hl7.org/fhir/questionnaire-item-control'),
          code: z.literal('htable'),
        }),
      ]),
    }),
  }),
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory'),
    valueCodeableConcept: z.strictObject({
      coding: z.tuple([z.strictObject({ system: z.string(), code: z.enum(['help', 'emergency']) })]),
    }),
  }),
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'),
    valueExpression: z.strictObject({ language: z.literal('text/fhirpath'), expression: z.string() }),
  }),
]);

const condition = z.strictObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerCoding: z.strictObject({ system: z.string().optional(), code: z.string() }).optional(),
  answerString: z.string().optional(),
  answerInteger: z.number().int().optional(),
  answerDate: z.string().optional(),
});

const types = ['group', 'display', 'string', 'text', 'choice', 'boolean', 'date', 'integer'] as const;

const plainItem = z.strictObject({
  linkId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  definition: z.string().startsWith('urn:eservices:question:').optional(),
  code: z.array(z.strictObject({ system: z.string(), code: z.string() })).optional(),
  prefix: z.string().optional(),
  text: z.string().min(1),
  _text: translation,
  type: z.enum(types),
  extension: z.array(itemExtension).optional(),
  enableWhen: z.array(condition).min(1).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.number().int().positive().optional(),
  answerOption: z.array(z.strictObject({ valueCoding: coding })).optional(),
  initial: z
    .array(z.strictObject({ valueString: z.string().optional(), valueBoolean: z.boolean().optional() }))
    .optional(),
});

export type Item = z.infer<typeof plainItem> & { item?: Item[] };
export type Condition = z.infer<typeof condition>;
export type Option = z.infer<typeof coding>;

const item: z.ZodType<Item> = plainItem.extend({
  get item() {
    return z.array(item).optional();
  },
}) as z.ZodType<Item>;

const questionnaire = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string(),
  version: z.string().regex(/^\d{1,6}$/),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: z.string().min(1),
  _title: translation,
  status: z.enum(['active', 'draft', 'retired']),
  code: z.array(z.strictObject({ system: z.string(), code: z.string() })).optional(),
  item: z.array(item).min(1),
});

/** A form. `name` is its slug, `version` a whole number as text. */
export type Questionnaire = z.infer<typeof questionnaire>;

/** Parses a form and holds what the schema cannot say. Throws an Error that names every fault. */
export function parseQuestionnaire(raw: unknown): Questionnaire {
  const parsed = questionnaire.parse(raw);
  const faults = faultsOf(parsed);
  if (faults.length > 0) throw new Error(`Form ${parsed.name}:\n  ${faults.join('\n  ')}`);
  return parsed;
}

/** All items of a form, groups before what they hold. */
export function allItems(items: readonly Item[]): Item[] {
  return items.flatMap(one => [one, ...allItems(one.item ?? [])]);
}

/** The words of an item, title or option in a language; `text` is English. */
export function inLang(
  text: string,
  translated: z.infer<typeof translation> | undefined,
  lang: string,
): string {
  if (lang !== 'fr') return text;
  return translated?.extension[0]?.extension[1].valueString ?? text;
}

const sum = /^%resource\.repeat\(item\)\.where\(linkId='([a-z0-9-]+)'\)\.item\.answer\.weight\(\)\.sum\(\)$/;

/** The linkId of the group whose weights an item adds up, when it is a score. The one expression forms may use for now. */
export function scoreOf(one: Item): string | undefined {
  const expression = one.extension?.find(ext => 'valueExpression' in ext);
  if (!expression || !('valueExpression' in expression)) return undefined;
  return sum.exec(expression.valueExpression.expression)?.[1];
}

/** Laid out as a table: questions are rows, answers are columns. */
export function isTable(one: Item): boolean {
  return (
    one.type === 'group' && (one.extension ?? []).some(ext => ext.url.endsWith('questionnaire-itemControl'))
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

function faultsOf(form: Questionnaire): string[] {
  const items = allItems(form.item);
  const known = new Map(items.map(one => [one.linkId, one]));
  const faults = known.size === items.length ? [] : ['a linkId is there twice'];
  for (const one of items) {
    faults.push(...itemFaults(one, known).map(fault => `${one.linkId}: ${fault}`));
  }
  return faults;
}

function itemFaults(one: Item, known: ReadonlyMap<string, Item>): string[] {
  const faults: string[] = [];
  if (one.type === 'choice' && !one.answerOption?.length) faults.push('a choice without options');
  if ((one.type === 'group') !== (one.item !== undefined))
    faults.push('only groups hold items, and hold some');
  if (one.repeats && one.type !== 'choice') faults.push('only a choice may repeat');
  for (const when of one.enableWhen ?? []) {
    if (!known.has(when.question)) faults.push(`depends on ${when.question}, which is not there`);
    if (when.question === one.linkId) faults.push('depends on itself');
  }
  const hasExpression = (one.extension ?? []).some(ext => 'valueExpression' in ext);
  const adds = scoreOf(one);
  if (hasExpression && (!adds || !known.has(adds))) faults.push('adds up a group that is not there');
  if (hasExpression && !one.readOnly) faults.push('a score is read-only');
  return faults;
}
