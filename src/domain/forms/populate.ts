import type { PatientDetails } from '../patient/patient.ts';
import type { AnswerSet, AnswerSource, AnswerValue, TypedAnswer, TypedAnswers } from './answers.ts';
import { isQuestion } from './check.ts';
import { allItems, type Item, type Questionnaire } from './questionnaire.ts';

/** What is known before a form is opened. */
export interface KnownFacts {
  patient?: Pick<PatientDetails, 'contacts' | 'interpreter' | 'pronouns'>;
  requester?: { phone: string };
  /** The problem as typed on Ask. */
  question?: string;
  /** Answers of earlier cases of the same request with their forms, newest first. */
  earlier?: readonly EarlierAnswers[];
}

export interface EarlierAnswers {
  form: Questionnaire;
  set: AnswerSet;
  from: AnswerSource;
}

const meaning = (name: string) => `urn:eservices:question:${name}`;

/** The question of a form that asks why: what was typed on Ask is its answer. Absent in a form that does not ask it. */
export function reasonItem(form: Questionnaire): Item | undefined {
  return allItems(form.item).find(one => one.definition === meaning('reason'));
}

/**
 * Fills the questions that nobody answered yet. An earlier answer to a question of the same meaning (its `definition`, or
 * else its code) wins over what the record says, the newest first; a form's own `initial` comes last and bears no mark.
 */
export function populate(form: Questionnaire, typed: TypedAnswers, facts: KnownFacts): TypedAnswers {
  const found: Record<string, TypedAnswer> = { ...typed };
  for (const one of allItems(form.item).filter(isQuestion)) {
    if (isAnswered(typed, one)) continue;
    const answer = fromEarlier(one, facts.earlier ?? []) ?? fromRecord(one, facts) ?? fromForm(one);
    if (answer) found[one.linkId] = answer;
  }
  return found;
}

/**
 * Keeps the mark of a prefilled answer as long as its text is the one that was filled in. Without `before` nothing is
 * marked.
 */
export function keepMarks(typed: TypedAnswers, before: TypedAnswers): TypedAnswers {
  return Object.fromEntries(
    Object.entries(typed).map(([linkId, answer]) => {
      const old = Object.hasOwn(before, linkId) ? before[linkId] : undefined;
      const same = old?.from && sameText(old.text, answer.text);
      return [linkId, same ? { text: answer.text, from: old.from } : { text: answer.text }];
    }),
  );
}

/** Line ends as a browser posts them are not a change. */
function sameText(a: TypedAnswer['text'], b: TypedAnswer['text']): boolean {
  const plain = (text: TypedAnswer['text']) => JSON.stringify([text].flat()).replaceAll('\\r\\n', '\\n');
  return plain(a) === plain(b);
}

function isAnswered(typed: TypedAnswers, one: Item): boolean {
  return Object.hasOwn(typed, one.linkId);
}

function fromEarlier(one: Item, earlier: readonly EarlierAnswers[]): TypedAnswer | undefined {
  for (const { form, set, from } of earlier) {
    const same = allItems(form.item).find(
      other => meansTheSame(one, other) && Object.hasOwn(set.answers, other.linkId),
    );
    const text = same && asText(one, set.answers[same.linkId]!.value);
    if (text !== undefined) return { text, from };
  }
  return undefined;
}

function meansTheSame(a: Item, b: Item): boolean {
  if (!isQuestion(b) || a.type !== b.type) return false;
  if (a.definition || b.definition) return a.definition === b.definition;
  return a.code !== undefined && JSON.stringify(a.code) === JSON.stringify(b.code);
}

/** A value as this question would be answered; undefined when it no longer offers that choice. */
function asText(one: Item, value: AnswerValue): TypedAnswer['text'] | undefined {
  if (one.type !== 'choice') return String(value);
  const codes = [value].flat().map(String);
  const offered = one.answerOption!.map(option => option.valueCoding.code);
  return codes.every(code => offered.includes(code)) ? (one.repeats ? codes : codes[0]) : undefined;
}

function fromRecord(one: Item, facts: KnownFacts): TypedAnswer | undefined {
  const own = facts.patient?.contacts[0];
  const known: Record<string, [string | undefined, AnswerSource['source']]> = {
    [meaning('reason')]: [facts.question, 'question'],
    [meaning('patient-phone')]: [own?.phone, 'patient'],
    [meaning('interpreter')]: [facts.patient?.interpreter, 'patient'],
    [meaning('requester-phone')]: [facts.requester?.phone, 'requester'],
  };
  const [text, source] = (one.definition && known[one.definition]) || [];
  return text && source ? { text, from: { source } } : undefined;
}

function fromForm(one: Item): TypedAnswer | undefined {
  const first = one.initial?.[0];
  const value = first?.valueString ?? first?.valueBoolean;
  return value === undefined ? undefined : { text: String(value) };
}
