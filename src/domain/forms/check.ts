import { isDay } from '../patient/birth-date.ts';
import { oneLine, paragraphs, type TextProblem } from '../patient/plain-text.ts';
import type { Answer, AnswerSet, AnswerValue, TypedAnswer, TypedAnswers } from './answers.ts';
import { askedItems } from './conditions.ts';
import { allItems, boundsOf, expressionOf, isChoice } from './items.ts';
import { type Item, limits, type Questionnaire } from './questionnaire.ts';
import { type Evaluate, isComplete, type Score, scoresOf } from './score.ts';

export type AnswerProblemCode =
  | TextProblem
  | 'choose'
  | 'not-a-date'
  | 'not-a-number'
  | 'too-small'
  | 'too-large';

/** What is wrong with the answer to which question. */
export interface AnswerProblem {
  linkId: string;
  code: AnswerProblemCode;
  /** The limit of `too-long` in characters, of `too-small` and `too-large` as a number. */
  max?: number;
}

/** A form read against what was typed. */
export interface Reading {
  /** Items to draw, groups before what they hold. */
  asked: Item[];
  /** Checked answers of the questions that are asked. */
  answers: Record<string, Answer>;
  problems: AnswerProblem[];
  scores: Score[];
  /** An expression took too long, so its score is missing. */
  tooSlow?: boolean;
  /** Required questions, and how many of them have a sound answer. */
  required: number;
  done: number;
}

const defaultMax = { string: 500, text: 10_000 };

/** Rounds of questions that follow from scores that follow from questions; deeper than any form goes. */
const rounds = 8;

/**
 * Reads typed answers against a form: what is asked now, which answers hold, what is missing. Unknown linkIds are passed
 * over; a broken answer is a problem and counts as none. `evaluate` works out the scores that are more than a sum; without
 * it they are absent.
 */
export function readAnswers(form: Questionnaire, typed: TypedAnswers, evaluate?: Evaluate): Reading {
  const known = allItems(form.item).filter(isQuestion);
  const results = new Map(
    known.map(one => [
      one.linkId,
      readOne(one, Object.hasOwn(typed, one.linkId) ? typed[one.linkId] : undefined),
    ]),
  );
  const values = new Map<string, AnswerValue>();
  for (const [linkId, result] of results) if ('value' in result) values.set(linkId, result.value);
  const { asked, scores } = settle(form, values, evaluate);
  const questions = asked.filter(isQuestion);
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  for (const one of questions) {
    const result = results.get(one.linkId)!;
    const from = typed[one.linkId]?.from;
    if ('value' in result) answers[one.linkId] = { value: result.value, ...(from && { from }) };
    else if (result.problem !== 'missing' || one.required) problems.push(problemOf(one, result.problem));
  }
  const required = questions.filter(one => one.required);
  const done = required.filter(one => Object.hasOwn(answers, one.linkId)).length;
  return { asked, answers, problems, scores, required: required.length, done };
}

/** What is asked and what it adds up to: a score may ask a question, whose answer may change a score. */
function settle(form: Questionnaire, values: ReadonlyMap<string, AnswerValue>, evaluate?: Evaluate) {
  let scores: Score[] = [];
  for (let round = 1; ; round++) {
    const sums = scores.filter(isComplete).map(one => [one.linkId, one.sum] as const);
    const asked = askedItems(form, new Map<string, AnswerValue>([...values, ...sums]));
    const ids = new Set(asked.map(one => one.linkId));
    const current = new Map([...values].filter(([linkId]) => ids.has(linkId)));
    const next = scoresOf(form, current, evaluate).filter(one => ids.has(one.linkId));
    if (round === rounds || JSON.stringify(next) === JSON.stringify(scores)) return { asked, scores: next };
    scores = next;
  }
}

/** What a case carries; call it when there are no problems. Scores that are not complete are left out. */
export function answerSet(form: Questionnaire, reading: Reading): AnswerSet {
  const complete = reading.scores.filter(isComplete);
  return {
    form: form.name,
    version: Number(form.version),
    answers: reading.answers,
    scores: Object.fromEntries(complete.map(one => [one.linkId, one.sum])),
  };
}

/** True for an item that takes an answer. */
export function isQuestion(one: Item): boolean {
  return one.type !== 'group' && one.type !== 'display' && expressionOf(one) === undefined;
}

type Result = { value: AnswerValue } | { problem: AnswerProblemCode };

function readOne(one: Item, typed: TypedAnswer | undefined): Result {
  const texts = [typed?.text ?? []].flat().filter(text => text.trim() !== '');
  if (texts.length === 0) return { problem: 'missing' };
  if (isChoice(one)) return readChoice(one, texts);
  const text = texts[0]!;
  switch (one.type) {
    case 'boolean':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { problem: 'choose' };
    case 'date':
      return isDay(text.trim()) ? { value: text.trim() } : { problem: 'not-a-date' };
    case 'integer':
      return inBounds(one, /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);
    case 'decimal':
    case 'quantity':
      return inBounds(one, decimalOf(text));
    default:
      return (one.type === 'text' ? paragraphs : oneLine)(text, maxOf(one));
  }
}

/** A number with a point or, as French writes it, a comma. */
function decimalOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

function inBounds(one: Item, value: number | undefined): Result {
  if (value === undefined) return { problem: 'not-a-number' };
  const { min, max } = boundsOf(one);
  if (min !== undefined && value < min) return { problem: 'too-small' };
  return max !== undefined && value > max ? { problem: 'too-large' } : { value };
}

/** Chosen where the answer is in words of one's own. */
export const otherAnswer = '~';

function readChoice(one: Item, texts: readonly string[]): Result {
  const codes = one.answerOption!.map(option => option.valueCoding.code);
  const chosen = codes.filter(code => texts.includes(code));
  const own = texts.filter(text => text !== otherAnswer && !codes.includes(text));
  if (one.type === 'choice' && (own.length > 0 || texts.includes(otherAnswer))) return { problem: 'choose' };
  if (one.repeats) {
    const said = readOwn(own);
    if ('problem' in said) return chosen.length > 0 && own.length === 0 ? { value: chosen } : said;
    return { value: [...chosen, String(said.value)] };
  }
  // Words left over from before something on the list was chosen do not count.
  if (chosen.length > 1) return { problem: 'choose' };
  return chosen.length === 1 ? { value: chosen[0]! } : readOwn(own);
}

function readOwn(own: readonly string[]): Result {
  if (own.length > 1) return { problem: 'choose' };
  return own.length === 0 ? { problem: 'missing' } : oneLine(own[0]!, defaultMax.string);
}

function problemOf(one: Item, code: AnswerProblemCode): AnswerProblem {
  const { min, max } = boundsOf(one);
  const most =
    code === 'too-long' ? maxOf(one) : code === 'too-small' ? min : code === 'too-large' ? max : undefined;
  return { linkId: one.linkId, code, ...(most !== undefined && { max: most }) };
}

/** Characters the answer may have. */
export function maxOf(one: Item): number {
  return Math.min(limits.answer, one.maxLength ?? defaultMax[one.type === 'text' ? 'text' : 'string']);
}
