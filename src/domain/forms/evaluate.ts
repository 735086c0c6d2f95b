import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { AnswerValue } from './answers.ts';
import type { Values } from './conditions.ts';
import type { Fault } from './faults.ts';
import { allItems, expressionOf, isChoice, scoreOf, unitOf } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import type { Evaluate } from './score.ts';

/**
 * Expressions of stewards, in FHIRPath. Load this in the evaluator's own thread: an expression may be slow, and the package
 * takes a third of a second to load.
 */
const allowed = new Set([
  ...['where', 'select', 'repeat', 'ofType', 'as', 'is', 'first', 'last', 'tail', 'skip', 'take', 'single'],
  ...[
    'exists',
    'empty',
    'all',
    'allTrue',
    'anyTrue',
    'allFalse',
    'anyFalse',
    'count',
    'distinct',
    'iif',
    'not',
  ],
  ...['sum', 'min', 'max', 'avg', 'abs', 'ceiling', 'floor', 'round', 'sqrt', 'power', 'exp', 'ln', 'log'],
  ...['truncate', 'toInteger', 'toDecimal', 'toString', 'toQuantity', 'weight', 'ordinal', 'hasValue'],
  ...['contains', 'startsWith', 'endsWith', 'length', 'lower', 'upper', 'union', 'combine', 'intersect'],
]);
/** They would make an answer depend on when it is looked at: the day is given as %today. */
const clocks = new Set(['now', 'today', 'timeOfDay']);
const variables = new Set(['resource', 'questionnaire', 'context', 'today', 'ucum']);

interface Node {
  type: string;
  text?: string;
  children?: Node[];
}

/** Why an expression may not be used; undefined when it may. A function that is not listed is refused. */
export function expressionFault(expression: string): Pick<Fault, 'code' | 'detail'> | undefined {
  let tree: Node;
  try {
    tree = fhirpath.parse(expression) as Node;
  } catch {
    return { code: 'not-an-expression' };
  }
  const nodes = flatten(tree);
  const called = nodes.filter(one => one.type === 'Functn').map(one => one.children?.[0]?.text ?? '');
  const clock = called.find(name => clocks.has(name));
  if (clock !== undefined) return { code: 'no-clock', detail: `${clock}()` };
  const strange = called.find(name => !allowed.has(name));
  if (strange !== undefined) return { code: 'function-not-allowed', detail: `${strange}()` };
  const named = nodes.filter(one => one.type === 'ExternalConstantTerm').map(one => one.text ?? '');
  const unknown = named.find(name => !variables.has(name));
  return unknown === undefined ? undefined : { code: 'function-not-allowed', detail: `%${unknown}` };
}

function flatten(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

/** Everything that is wrong with the expressions of a form. */
export function expressionFaults(form: Questionnaire): Fault[] {
  return allItems(form.item).flatMap((one): Fault[] => {
    const expression = expressionOf(one);
    if (expression === undefined || scoreOf(one) !== undefined) return [];
    const fault = expressionFault(expression);
    return fault ? [{ linkId: one.linkId, ...fault }] : [];
  });
}

type Compiled = (resource: unknown, variables: Record<string, unknown>) => unknown[];
const compiled = new Map<string, Compiled | null>();

/** Compiled once; null for one that may not be used. The oldest is forgotten when there are many. */
function compile(expression: string): Compiled | null {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const made = expressionFault(expression) ? null : (fhirpath.compile(expression, r4) as Compiled);
  if (compiled.size >= 500) compiled.delete(compiled.keys().next().value!);
  compiled.set(expression, made);
  return made;
}

/** Reads the expressions of a form, so that running them is all that is left to do. */
export function prepare(form: Questionnaire): void {
  for (const one of allItems(form.item)) {
    const expression = expressionOf(one);
    if (expression !== undefined && scoreOf(one) === undefined) compile(expression);
  }
}

/** The first expression costs what the next hundred do; call this before time counts. */
export function warmUp(): void {
  const run = compile("iif(%resource.repeat(item).where(linkId='a').answer.value.first() > 1, 1, 0) + 1.5");
  run?.({ resourceType: 'QuestionnaireResponse' }, { resource: { resourceType: 'QuestionnaireResponse' } });
}

/** An evaluator for the day given, `YYYY-MM-DD`. What fails has no result. */
export function evaluatorOf(today: string): Evaluate {
  // The package may write on what it reads.
  const copies = new WeakMap<Questionnaire, Questionnaire>();
  // Asked in rounds until nothing changes, mostly with the same values again.
  const known = new Map<string, number | undefined>();
  return (form, one, values) => {
    const asked = JSON.stringify([form.name, form.version, one.linkId, ...values]);
    if (!known.has(asked)) known.set(asked, evaluate(form, one, values));
    return known.get(asked);
  };
  function evaluate(form: Questionnaire, one: Item, values: Values): number | undefined {
    const questionnaire = copies.get(form) ?? structuredClone(form);
    copies.set(form, questionnaire);
    const run = compile(expressionOf(one) ?? '');
    if (!run) return undefined;
    try {
      const resource = responseOf(form, values);
      const found = run(resource, { resource, questionnaire, today });
      const [value] = found;
      const number = typeof value === 'object' && value !== null ? Number(value) : value;
      if (found.length !== 1 || typeof number !== 'number' || !Number.isFinite(number)) return undefined;
      return one.type === 'integer' ? Math.round(number) : Math.round(number * 1e6) / 1e6;
    } catch {
      return undefined;
    }
  }
}

/** Answers as a FHIR QuestionnaireResponse, nested as the form is. */
export function responseOf(form: Questionnaire, values: Values): Record<string, unknown> {
  const items = (of: readonly Item[]): unknown[] =>
    of.flatMap(one => {
      const held = items(one.item ?? []);
      const value = values.get(one.linkId);
      const answer = value === undefined ? [] : [value].flat().map(each => answerOf(one, each));
      if (held.length === 0 && answer.length === 0) return [];
      return [
        {
          linkId: one.linkId,
          ...(answer.length > 0 && { answer }),
          ...(held.length > 0 && { item: held }),
        },
      ];
    });
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'in-progress',
    questionnaire: form.url,
    item: items(form.item),
  };
}

function answerOf(one: Item, value: AnswerValue): Record<string, unknown> {
  switch (one.type) {
    case 'boolean':
      return { valueBoolean: value };
    case 'integer':
      return { valueInteger: value };
    case 'decimal':
      return { valueDecimal: value };
    case 'date':
      return { valueDate: value };
    case 'quantity':
      return { valueQuantity: { value, unit: unitOf(one) } };
    default: {
      const option = isChoice(one) && one.answerOption?.find(each => each.valueCoding.code === value);
      return option ? { valueCoding: structuredClone(option.valueCoding) } : { valueString: value };
    }
  }
}
