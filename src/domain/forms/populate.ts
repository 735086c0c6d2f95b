import { ageOn } from '../patient/birth-date.ts';
import type { PatientDetails } from '../patient/patient.ts';
import type { AnswerSet, AnswerSource, AnswerValue, TypedAnswer, TypedAnswers } from './answers.ts';
import { isQuestion, otherAnswer } from './check.ts';
import { allItems, isChoice } from './items.ts';
import type { Item, Questionnaire } from './questionnaire.ts';

/** What is known before a form is opened. */
export interface KnownFacts {
  patient?: Pick<PatientDetails, 'contacts' | 'interpreter' | 'pronouns'> &
    Partial<Pick<PatientDetails, 'birthDate' | 'sexAtBirth' | 'address'>>;
  requester?: Partial<Record<'name' | 'phone' | 'fax' | 'site', string>>;
  /** The day on which the form is filled, `YYYY-MM-DD`: ages count from it. */
  today?: string;
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
  if (a.code || b.code) return JSON.stringify(a.code) === JSON.stringify(b.code);
  // Neither says what it means: only the same question of the same words is the same.
  return a.linkId === b.linkId && a.text === b.text;
}

/** A value as this question would be answered; undefined when it no longer offers that choice. */
function asText(one: Item, value: AnswerValue): TypedAnswer['text'] | undefined {
  if (!isChoice(one)) return String(value);
  const codes = [value].flat().map(String);
  const offered = one.answerOption!.map(option => option.valueCoding.code);
  const own = codes.filter(code => !offered.includes(code));
  if (own.length > 0 && one.type === 'choice') return undefined;
  if (one.repeats) return codes;
  return own.length > 0 ? [otherAnswer, own[0]!] : codes[0];
}

/** Meanings that the record answers, each the last part of a `definition`. */
export const knownMeanings = [
  ...(['reason', 'patient-phone', 'patient-email', 'patient-address', 'patient-age', 'patient-sex'] as const),
  ...(['interpreter', 'pronouns', 'substitute'] as const),
  ...(['requester-name', 'requester-phone', 'requester-fax', 'requester-site'] as const),
] as const;
export type KnownMeaning = (typeof knownMeanings)[number];

type Known = [text: string | undefined, source: AnswerSource['source']];

function fromRecord(one: Item, facts: KnownFacts): TypedAnswer | undefined {
  const name = one.definition?.slice(meaning('').length) as KnownMeaning | undefined;
  const [text, source] = (name && known(facts)[name]) || [];
  if (!text || !source) return undefined;
  const fits = asText(one, text);
  return fits === undefined ? undefined : { text: fits, from: { source } };
}

function known({ patient, requester, question, today }: KnownFacts): Record<KnownMeaning, Known> {
  const own = patient?.contacts.find(one => one.relation === 'patient') ?? patient?.contacts[0];
  const decides = patient?.contacts.find(one => one.relation !== 'patient');
  const age =
    patient?.birthDate && today !== undefined ? String(ageOn(patient.birthDate, today).years) : undefined;
  const { street, city, postalCode } = { ...patient?.address } as Record<string, string | undefined>;
  const address = [street, city, postalCode].filter(Boolean).join(', ');
  return {
    reason: [question, 'question'],
    'patient-phone': [own?.phone, 'patient'],
    'patient-email': [own?.email, 'patient'],
    'patient-address': [address, 'patient'],
    'patient-age': [age, 'patient'],
    'patient-sex': [patient?.sexAtBirth, 'patient'],
    interpreter: [patient?.interpreter, 'patient'],
    pronouns: [patient?.pronouns, 'patient'],
    substitute: [decides && [decides.name, decides.phone].filter(Boolean).join(', '), 'patient'],
    'requester-name': [requester?.name, 'requester'],
    'requester-phone': [requester?.phone, 'requester'],
    'requester-fax': [requester?.fax, 'requester'],
    'requester-site': [requester?.site, 'requester'],
  };
}

function fromForm(one: Item): TypedAnswer | undefined {
  const first = one.initial?.[0];
  const { valueString, valueBoolean, valueInteger, valueDecimal, valueDate, valueCoding } = first ?? {};
  const value = valueString ?? valueBoolean ?? valueInteger ?? valueDecimal ?? valueDate ?? valueCoding?.code;
  return value === undefined ? undefined : { text: String(value) };
}
