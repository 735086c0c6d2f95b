import { isQuestion } from './check.ts';
import { allItems, expressionOf, isChoice, scoreOf, unitOf } from './items.ts';
import { type Condition, type Item, limits, type Questionnaire, shapeOf } from './questionnaire.ts';

export const faultCodes = [
  'empty-form',
  'too-many-items',
  'too-deep',
  'same-link-id',
  'no-text',
  'no-french',
  'choice-without-options',
  'option-without-text',
  'same-option',
  'empty-group',
  'holds-items',
  'only-choices-repeat',
  'unknown-question',
  'depends-on-itself',
  'depends-in-a-circle',
  'condition-without-answer',
  'condition-of-other-kind',
  'unknown-group',
  'sum-without-weights',
  'score-not-read-only',
  'score-not-a-number',
  'read-only-without-value',
  'quantity-without-unit',
  'not-as-in-bank',
  'not-an-expression',
  'function-not-allowed',
  'no-clock',
  'expression-too-slow',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Why a form may not be used, and at which item; `linkId` is '' for the form itself. `detail` names what it is about. */
export interface Fault {
  linkId: string;
  code: FaultCode;
  detail?: string;
}

/** Parses a form and holds what the schema cannot say. Throws an Error that names every fault. */
export function parseQuestionnaire(raw: unknown): Questionnaire {
  const parsed = shapeOf(raw);
  const faults = faultsOf(parsed).map(({ linkId, code, detail = '' }) =>
    `${linkId}: ${code} ${detail}`.trimEnd(),
  );
  if (faults.length > 0) throw new Error(`Form ${parsed.name}:\n  ${faults.join('\n  ')}`);
  return parsed;
}

/** Everything that keeps a form from being published, besides what only evaluating its expressions can tell. */
export function faultsOf(form: Questionnaire): Fault[] {
  const items = allItems(form.item);
  const known = new Map(items.map(one => [one.linkId, one]));
  const faults: Fault[] = [];
  const say = (code: FaultCode, detail?: string) =>
    faults.push({ linkId: '', code, ...(detail !== undefined && { detail }) });
  if (!items.some(isQuestion)) say('empty-form');
  if (items.length > limits.items) say('too-many-items', String(limits.items));
  if (depthOf(form.item) > limits.depth) say('too-deep', String(limits.depth));
  if (form.title.trim() === '') say('no-text');
  if (isBlank(form._title)) say('no-french');
  const seen = new Set<string>();
  for (const one of items) {
    if (seen.has(one.linkId)) faults.push({ linkId: one.linkId, code: 'same-link-id' });
    seen.add(one.linkId);
    for (const [code, detail] of itemFaults(one, known))
      faults.push({ linkId: one.linkId, code, ...(detail !== undefined && { detail }) });
  }
  return [...faults, ...circles(items, known)];
}

type Said = [code: FaultCode, detail?: string];
type Known = ReadonlyMap<string, Item>;

function itemFaults(one: Item, known: Known): Said[] {
  const faults: Said[] = [];
  if (one.text.trim() === '') faults.push(['no-text']);
  if (isBlank(one._text)) faults.push(['no-french']);
  if (one.type === 'group' && !one.item?.length) faults.push(['empty-group']);
  if (one.type !== 'group' && one.item !== undefined) faults.push(['holds-items']);
  if (one.repeats && !isChoice(one)) faults.push(['only-choices-repeat']);
  if (one.type === 'quantity' && unitOf(one) === undefined) faults.push(['quantity-without-unit']);
  if (isChoice(one)) faults.push(...optionFaults(one));
  for (const when of one.enableWhen ?? []) faults.push(...conditionFaults(one, when, known));
  return [...faults, ...valueFaults(one, known)];
}

function optionFaults(one: Item): Said[] {
  const options = one.answerOption ?? [];
  if (options.length === 0) return [['choice-without-options']];
  const faults: Said[] = [];
  const codes = options.map(option => option.valueCoding.code);
  if (new Set(codes).size < codes.length) faults.push(['same-option']);
  for (const { valueCoding } of options) {
    if (valueCoding.display.trim() === '') faults.push(['option-without-text', valueCoding.code]);
    else if (valueCoding._display && isBlank(valueCoding._display))
      faults.push(['no-french', valueCoding.display]);
  }
  return faults;
}

const answerOf: Record<string, (when: Condition) => unknown> = {
  choice: when => when.answerCoding,
  'open-choice': when => when.answerCoding ?? when.answerString,
  boolean: when => when.answerBoolean,
  integer: when => when.answerInteger ?? when.answerDecimal,
  decimal: when => when.answerDecimal ?? when.answerInteger,
  quantity: when => when.answerQuantity,
  date: when => when.answerDate,
  string: when => when.answerString,
  text: when => when.answerString,
};

function conditionFaults(one: Item, when: Condition, known: Known): Said[] {
  const question = known.get(when.question);
  if (!question) return [['unknown-question', when.question]];
  if (when.question === one.linkId) return [['depends-on-itself']];
  if (when.operator === 'exists') return [];
  const read = answerOf[question.type];
  if (!read) return [['condition-of-other-kind', when.question]];
  if (read(when) === undefined) {
    const { question: _, operator: __, ...rest } = when;
    return [
      [Object.keys(rest).length > 0 ? 'condition-of-other-kind' : 'condition-without-answer', when.question],
    ];
  }
  const coded = when.answerCoding && isChoice(question);
  const offered = question.answerOption?.some(option => option.valueCoding.code === when.answerCoding?.code);
  return coded && !offered ? [['condition-of-other-kind', when.question]] : [];
}

function valueFaults(one: Item, known: Known): Said[] {
  const expression = expressionOf(one);
  if (expression === undefined) {
    const given = one.initial !== undefined || one.definition !== undefined;
    return one.readOnly && isQuestion(one) && !given ? [['read-only-without-value']] : [];
  }
  if (!one.readOnly) return [['score-not-read-only']];
  if (one.type !== 'integer' && one.type !== 'decimal') return [['score-not-a-number']];
  const adds = scoreOf(one);
  if (adds === undefined) return [];
  const group = known.get(adds);
  if (group?.type !== 'group') return [['unknown-group', adds]];
  const weighed = (group.item ?? []).some(row =>
    row.answerOption?.some(option => option.valueCoding.extension?.length),
  );
  return weighed ? [] : [['sum-without-weights', adds]];
}

/** Questions that hang on each other in a circle, so that none of them is ever asked. */
function circles(items: readonly Item[], known: Known): Fault[] {
  const state = new Map<string, 'open' | 'done'>();
  const faults: Fault[] = [];
  const visit = (one: Item): void => {
    if (state.get(one.linkId) === 'done') return;
    if (state.get(one.linkId) === 'open') {
      faults.push({ linkId: one.linkId, code: 'depends-in-a-circle' });
      return;
    }
    state.set(one.linkId, 'open');
    for (const when of one.enableWhen ?? []) {
      const next = known.get(when.question);
      if (next && next !== one) visit(next);
    }
    state.set(one.linkId, 'done');
  };
  for (const one of items) visit(one);
  return faults;
}

function depthOf(items: readonly Item[]): number {
  return items.length === 0 ? 0 : 1 + Math.max(...items.map(one => depthOf(one.item ?? [])));
}

function isBlank(translated: Questionnaire['_title']): boolean {
  return (translated.extension[0]?.extension[1].valueString ?? '').trim() === '';
}
