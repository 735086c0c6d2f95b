import { isDay } from '../patient/birth-date.ts';
import { oneLine, paragraphs, type TextProblem } from '../patient/plain-text.ts';
import type { Answer, AnswerSet, AnswerValue, TypedAnswer, TypedAnswers } from './answers.ts';
import { askedItems } from './conditions.ts';
import { allItems, type Item, type Questionnaire } from './questionnaire.ts';
import { type Score, scoresOf } from './score.ts';

export type AnswerProblemCode = TextProblem | 'choose' | 'not-a-date' | 'not-a-number';

/** What is wrong with the answer to which question. */
export interface AnswerProblem {
  linkId: string;
  code: AnswerProblemCode;
  /** The limit of `too-long`, in characters. */
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
  /** Required questions, and how many of them have a sound answer. */
  required: number;
  done: number;
}

const defaultMax = { string: 500, text: 10_000 };

/**
 * Reads typed answers against a form: what is asked now, which answers hold, what is missing. Unknown linkIds are passed
 * over; a broken answer is a problem and counts as none.
 */
export function readAnswers(form: Questionnaire, typed: TypedAnswers): Reading {
  const known = allItems(form.item).filter(isQuestion);
  const results = new Map(
    known.map(one => [
      one.linkId,
      readOne(one, Object.hasOwn(typed, one.linkId) ? typed[one.linkId] : undefined),
    ]),
  );
  const values = new Map<string, AnswerValue>();
  for (const [linkId, result] of results) if ('value' in result) values.set(linkId, result.value);
  const asked = askedItems(form, values);
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
  const current = new Map(Object.entries(answers).map(([linkId, answer]) => [linkId, answer.value]));
  const askedIds = new Set(asked.map(one => one.linkId));
  const scores = scoresOf(form, current).filter(one => askedIds.has(one.linkId));
  const done = required.filter(one => Object.hasOwn(answers, one.linkId)).length;
  return { asked, answers, problems, scores, required: required.length, done };
}

/** What a case carries; call it when there are no problems. Scores that are not complete are left out. */
export function answerSet(form: Questionnaire, reading: Reading): AnswerSet {
  const complete = reading.scores.filter(one => one.answered === one.questions);
  return {
    form: form.name,
    version: Number(form.version),
    answers: reading.answers,
    scores: Object.fromEntries(complete.map(one => [one.linkId, one.sum])),
  };
}

/** True for an item that takes an answer. */
export function isQuestion(one: Item): boolean {
  return one.type !== 'group' && one.type !== 'display' && !one.readOnly;
}

type Result = { value: AnswerValue } | { problem: AnswerProblemCode };

function readOne(one: Item, typed: TypedAnswer | undefined): Result {
  const texts = [typed?.text ?? []].flat().filter(text => text.trim() !== '');
  if (texts.length === 0) return { problem: 'missing' };
  if (one.type === 'choice') return readChoice(one, texts);
  const text = texts[0]!;
  switch (one.type) {
    case 'boolean':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { problem: 'choose' };
    case 'date':
      return isDay(text.trim()) ? { value: text.trim() } : { problem: 'not-a-date' };
    case 'integer':
      return /^-?\d{1,9}$/.test(text.trim()) ? { value: Number(text) } : { problem: 'not-a-number' };
    default:
      return (one.type === 'text' ? paragraphs : oneLine)(text, maxOf(one));
  }
}

function readChoice(one: Item, texts: readonly string[]): Result {
  const codes = one.answerOption!.map(option => option.valueCoding.code);
  if (!texts.every(text => codes.includes(text))) return { problem: 'choose' };
  if (!one.repeats) return texts.length === 1 ? { value: texts[0]! } : { problem: 'choose' };
  return { value: codes.filter(code => texts.includes(code)) };
}

function problemOf(one: Item, code: AnswerProblemCode): AnswerProblem {
  return code === 'too-long' ? { linkId: one.linkId, code, max: maxOf(one) } : { linkId: one.linkId, code };
}

/** Characters the answer may have. */
export function maxOf(one: Item): number {
  return one.maxLength ?? defaultMax[one.type === 'text' ? 'text' : 'string'];
}
