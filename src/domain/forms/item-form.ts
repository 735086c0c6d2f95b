import { typedAnswerOf, typedConditions } from './item-conditions.ts';
import {
  boundsOf,
  expressionOf,
  french,
  inLang,
  isChoice,
  isEmergency,
  scoreOf,
  sumOf,
  unitOf,
  wantsTable,
  weightOf,
} from './items.ts';
import {
  type Item,
  type ItemType,
  itemTypes,
  limits,
  type Option,
  type Questionnaire,
} from './questionnaire.ts';

/** An item as its form is filled in: everything as text, rows as they stand. */
export interface TypedItem {
  en: string;
  fr: string;
  type: string;
  required: boolean;
  repeats: boolean;
  readOnly: boolean;
  /** A scale: questions are rows, answers are columns. */
  table: boolean;
  /** A display that warns. */
  emergency: boolean;
  maxLength: string;
  min: string;
  max: string;
  unit: string;
  initial: string;
  /** What it means, as the last part of its definition; '' for nothing. */
  meaning: string;
  /** '' for an answer, `sum:LINKID` for a sum, 'formula' for `formula`. */
  score: string;
  formula: string;
  any: boolean;
  options: readonly TypedOption[];
  conditions: readonly TypedCondition[];
}

export interface TypedOption {
  /** Of an option that is there; '' for a new one. */
  code: string;
  en: string;
  fr: string;
  points: string;
}

export interface TypedCondition {
  question: string;
  operator: string;
  value: string;
}

/** What cannot be kept, by field: `options`, `min`, `conditions`... */
export interface ItemProblem {
  field: keyof TypedItem;
  code: 'number' | 'too-long' | 'answer' | 'question' | 'score' | 'kind';
  /** What was typed, where one of several rows is wrong. */
  detail?: string;
}

const prefix = 'urn:eservices:question:';
const extension = 'http://hl7.org/fhir/StructureDefinition';

/** An item as its form is first drawn. */
export function typedItem(one: Item): TypedItem {
  const { min, max } = boundsOf(one);
  const expression = expressionOf(one);
  const adds = scoreOf(one);
  const first = one.initial?.[0] ?? {};
  const initial = 'valueCoding' in first ? first.valueCoding?.code : Object.values(first)[0];
  return {
    ...{ en: one.text, fr: inLang(one.text, one._text, 'fr'), type: one.type },
    ...{ required: one.required ?? false, repeats: one.repeats ?? false },
    readOnly: (one.readOnly ?? false) && expression === undefined,
    ...{ table: wantsTable(one), emergency: isEmergency(one) },
    ...{ maxLength: say(one.maxLength), min: say(min), max: say(max), unit: unitOf(one) ?? '' },
    initial: initial === undefined ? '' : String(initial),
    meaning: one.definition?.slice(prefix.length) ?? '',
    score: expression === undefined ? '' : adds === undefined ? 'formula' : `sum:${adds}`,
    formula: expression !== undefined && adds === undefined ? expression : '',
    any: one.enableBehavior === 'any',
    options: (one.answerOption ?? []).map(({ valueCoding }) => ({
      ...{ code: valueCoding.code, en: valueCoding.display },
      ...{ fr: inLang(valueCoding.display, valueCoding._display, 'fr'), points: say(weightOf(valueCoding)) },
    })),
    conditions: (one.enableWhen ?? []).map(when => ({
      ...{ question: when.question, operator: when.operator, value: typedAnswerOf(when) },
    })),
  };
}

function say(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** The item as typed over `before`, or everything that cannot be kept. What is merely missing is kept: it is a draft. */
export function readItem(
  form: Questionnaire,
  before: Item,
  typed: TypedItem,
): { item: Item } | { problems: ItemProblem[] } {
  const problems: ItemProblem[] = [];
  const type = (itemTypes as readonly string[]).includes(typed.type) ? (typed.type as ItemType) : before.type;
  if ((type === 'group') !== (before.type === 'group')) problems.push({ field: 'type', code: 'kind' });
  const number = (field: 'maxLength' | 'min' | 'max', whole: boolean) =>
    numberIn(typed[field], whole, () => problems.push({ field, code: 'number' }));
  if (typed.en.length > limits.text) problems.push({ field: 'en', code: 'too-long' });
  if (typed.fr.length > limits.text) problems.push({ field: 'fr', code: 'too-long' });
  const maxLength = type === 'string' || type === 'text' ? number('maxLength', true) : undefined;
  const bounds = numeric.includes(type) ? { min: number('min', false), max: number('max', false) } : {};
  const options = optionsOf(typed.options, before, problems);
  const choice = type === 'choice' || type === 'open-choice';
  const item: Item = {
    ...{ linkId: before.linkId, text: typed.en, _text: french(typed.fr), type },
    ...(before.code && { code: before.code }),
    ...(before.prefix && { prefix: before.prefix }),
    ...(typed.meaning !== '' && { definition: `${prefix}${typed.meaning}` }),
    ...(choice && { answerOption: options }),
    ...(choice && typed.repeats && { repeats: true }),
    ...(maxLength !== undefined && maxLength > 0 && { maxLength: Math.min(maxLength, limits.answer) }),
    ...(typed.required && asks(type) && typed.score === '' && { required: true }),
    ...((typed.readOnly || typed.score !== '') && asks(type) && { readOnly: true }),
  };
  const help = before.extension?.filter(each => type === 'display' && isHelp(each)) ?? [];
  const extensions = [...help, ...extensionsOf(type, typed, bounds, problems)];
  if (extensions.length > 0) item.extension = extensions;
  const enableWhen = typedConditions(form, typed.conditions, problems);
  if (enableWhen.length > 0) item.enableWhen = enableWhen;
  if (enableWhen.length > 1) item.enableBehavior = typed.any ? 'any' : 'all';
  const initial = initialOf(item, typed, problems);
  if (initial) item.initial = [initial];
  return problems.length > 0 ? { problems } : { item };
}

const numeric: readonly ItemType[] = ['integer', 'decimal', 'quantity'];
const asks = (type: ItemType) => type !== 'group' && type !== 'display';

function numberIn(text: string, whole: boolean, wrong: () => void): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  const fits = whole ? /^\d{1,6}$/.test(plain) : /^-?\d{1,9}(\.\d{1,6})?$/.test(plain);
  if (!fits) wrong();
  return fits ? Number(plain) : undefined;
}

function optionsOf(
  rows: readonly TypedOption[],
  before: Item,
  problems: ItemProblem[],
): { valueCoding: Option }[] {
  const systems = new Map(before.answerOption?.map(({ valueCoding: { code, system } }) => [code, system]));
  const said = rows.filter(row => row.en.trim() !== '' || row.fr.trim() !== '' || row.code !== '');
  const kept = said.filter(row => row.en.trim() !== '' || row.fr.trim() !== '');
  const codes = new Set(kept.map(row => row.code).filter(Boolean));
  return kept.map(row => {
    const code = row.code || freshCode(row.en || row.fr, codes);
    codes.add(code);
    const points = numberIn(row.points, false, () =>
      problems.push({ field: 'options', code: 'number', detail: row.points }),
    );
    const weight = { url: `${extension}/itemWeight` as const, valueDecimal: points ?? 0 };
    return {
      valueCoding: {
        ...{ code, display: row.en.trim(), _display: french(row.fr.trim()) },
        ...(systems.get(code) !== undefined && { system: systems.get(code) }),
        ...(points !== undefined && { extension: [weight] }),
      },
    };
  });
}

/** A code for a new answer; it stays when its words change, so that answers can be compared. */
function freshCode(words: string, taken: ReadonlySet<string>): string {
  const base =
    words
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 40) || 'answer';
  if (!taken.has(base)) return base;
  for (let i = 2; ; i++) if (!taken.has(`${base}-${i}`)) return `${base}-${i}`;
}

/** A text that helps, which is no matter of the builder. */
function isHelp(given: Extensions[number]): boolean {
  return JSON.stringify(given).includes('"help"');
}

type Extensions = NonNullable<Item['extension']>;

function extensionsOf(
  type: ItemType,
  typed: TypedItem,
  { min, max }: { min?: number; max?: number },
  problems: ItemProblem[],
): Extensions {
  const found: Extensions = [];
  const control = (system: string, code: string) => ({ coding: [{ system, code }] }) as never;
  const hl7 = 'http://hl7.org/fhir';
  if (type === 'group' && typed.table)
    found.push({
      url: `${extension}/questionnaire-itemControl`,
      valueCodeableConcept: control(`${hl7}/questionnaire-item-control`, 'htable'),
    });
  if (type === 'display' && typed.emergency)
    found.push({
      url: `${extension}/questionnaire-displayCategory`,
      valueCodeableConcept: control(`${hl7}/questionnaire-display-category`, 'emergency'),
    });
  const unit = typed.unit.trim().slice(0, 30);
  if (type === 'quantity' && unit !== '')
    found.push({ url: `${extension}/questionnaire-unit`, valueCoding: { code: unit, display: unit } });
  if (min !== undefined) found.push({ url: `${extension}/minValue`, valueDecimal: min });
  if (max !== undefined) found.push({ url: `${extension}/maxValue`, valueDecimal: max });
  const expression = expressionIn(type, typed, problems);
  if (expression !== undefined)
    found.push({
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression },
    });
  return found;
}

function expressionIn(type: ItemType, typed: TypedItem, problems: ItemProblem[]): string | undefined {
  if (typed.score === '') return undefined;
  const formula = typed.formula.trim();
  const wrong = (type !== 'integer' && type !== 'decimal') || (typed.score === 'formula' && formula === '');
  if (wrong) problems.push({ field: 'score', code: 'score' });
  if (formula.length > limits.expression) problems.push({ field: 'formula', code: 'too-long' });
  return typed.score === 'formula' ? formula : sumOf(typed.score.slice('sum:'.length));
}

type Initial = NonNullable<Item['initial']>[number];

function initialOf(item: Item, { initial }: TypedItem, problems: ItemProblem[]): Initial | undefined {
  const text = initial.trim();
  if (text === '' || !asks(item.type)) return undefined;
  if (isChoice(item)) {
    const option = item.answerOption?.find(({ valueCoding: { code, display } }) =>
      [code, display].includes(text),
    );
    if (option) return { valueCoding: { code: option.valueCoding.code } };
    problems.push({ field: 'initial', code: 'answer' });
    return undefined;
  }
  if (item.type === 'boolean') return { valueBoolean: text === 'true' };
  if (!numeric.includes(item.type)) return item.type === 'date' ? { valueDate: text } : { valueString: text };
  const value = numberIn(text, false, () => problems.push({ field: 'initial', code: 'number' }));
  if (value === undefined) return undefined;
  return item.type === 'integer' ? { valueInteger: Math.round(value) } : { valueDecimal: value };
}
