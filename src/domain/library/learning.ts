import type { By } from '../case/state.ts';
import type { Day } from '../case/time.ts';
import { isDay } from '../patient/birth-date.ts';
import { oneLine, paragraphs, type TextProblem } from '../patient/plain-text.ts';
import { type IdentifierKind, identifiersIn, type Mark, withoutIdentifiers } from './deidentify.ts';

/**
 * What somebody did to learn. Self-learning, group learning and assessment are the categories in which both national colleges
 * of physicians take claims; where an eConsult belongs is for its writer to say to the college. docs/decisions/0064.
 */
export const learningKinds = [
  'econsult-asked',
  'econsult-answered',
  'self-learning',
  'group-learning',
  'assessment',
  'other',
] as const;
export type LearningKind = (typeof learningKinds)[number];

/** The texts of an entry, in the order of the page. */
export const learningTexts = ['topic', 'asked', 'learnt', 'changed', 'sources'] as const;
export type LearningText = (typeof learningTexts)[number];

/** Longest texts in characters, and most minutes of one entry. */
export const mostOfLearning = {
  topic: 200,
  asked: 4_000,
  learnt: 4_000,
  changed: 4_000,
  sources: 2_000,
  minutes: 6_000,
} as const;

/** What somebody learnt on a day, as it is kept. */
export interface Learnt extends Record<LearningText, string> {
  day: Day;
  kind: LearningKind;
  minutes: number;
}

/** An entry as it was typed. */
export type TypedLearning = Record<LearningText | 'day' | 'kind' | 'minutes', string>;

export type LearningProblem = TextProblem | 'not-a-date' | 'in-the-future' | 'not-minutes' | 'not-a-kind';

/** The entry, or all that is wrong with it as typed. `today`: the last day that may be named. */
export function readLearning(
  typed: TypedLearning,
  today: Day,
): { value: Learnt } | { problems: { field: keyof TypedLearning; why: LearningProblem }[] } {
  const problems: { field: keyof TypedLearning; why: LearningProblem }[] = [];
  const textOf = (field: LearningText) => {
    const read = field === 'topic' ? oneLine : paragraphs;
    const found = read(typed[field], mostOfLearning[field], field === 'learnt');
    if ('value' in found) return found.value;
    problems.push({ field, why: found.problem });
    return '';
  };
  const day = typed.day.trim();
  if (!isDay(day)) problems.push({ field: 'day', why: 'not-a-date' });
  else if (day > today) problems.push({ field: 'day', why: 'in-the-future' });
  const kind = learningKinds.find(one => one === typed.kind);
  if (!kind) problems.push({ field: 'kind', why: 'not-a-kind' });
  const texts = Object.fromEntries(learningTexts.map(field => [field, textOf(field)]));
  const minutes = /^\d{1,4}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0;
  if (minutes < 1 || minutes > mostOfLearning.minutes)
    problems.push({ field: 'minutes', why: 'not-minutes' });
  if (problems.length > 0) return { problems };
  return { value: { ...(texts as Record<LearningText, string>), day, kind: kind!, minutes } };
}

/** Of a source, a date, a journal's address and a place are no hint at a patient. */
const tellInSources: readonly IdentifierKind[] = ['health-number', 'phone', 'email', 'record-number'];

/** What in one text of an entry may tell who a patient is. `known`: words of the name of the patient it began with. */
function marksIn(field: LearningText, text: string, known: readonly string[]): Mark[] {
  // What stands in brackets was put there in place of a name.
  const bare = text.replace(/\[[^\]\n]{1,40}\]/g, one => '_'.repeat(one.length));
  const marks = identifiersIn(bare, known);
  if (field !== 'sources') return marks;
  const isKnown = (mark: Mark) =>
    known.some(name => name.toLocaleLowerCase() === bare.slice(mark.from, mark.to).toLocaleLowerCase());
  return marks.filter(mark => tellInSources.includes(mark.kind) || isKnown(mark));
}

/** What in the texts of an entry may tell who a patient is, each once. */
export function namesPatient(texts: Record<LearningText, string>, known: readonly string[] = []): string[] {
  const found = learningTexts.flatMap(field =>
    marksIn(field, texts[field], known).map(({ from, to }) => texts[field].slice(from, to)),
  );
  return [...new Set(found)];
}

/** The texts with what was marked replaced by what `word` says of its kind, cut to what fits. */
export function withoutPatient(
  texts: Record<LearningText, string>,
  known: readonly string[],
  word: (kind: IdentifierKind) => string,
): Record<LearningText, string> {
  const clean = (field: LearningText): [LearningText, string] => {
    const text = withoutIdentifiers(texts[field], marksIn(field, texts[field], known), word);
    return [field, [...text].slice(0, mostOfLearning[field]).join('')];
  };
  return Object.fromEntries(learningTexts.map(clean)) as Record<LearningText, string>;
}

/** What of an eConsult says who asked and who answered. */
export interface AnsweredCase {
  state: { status: string; requester: { clinician?: number }; answer?: { member?: number } };
  events: readonly { type: string; by: Pick<By, 'member' | 'actingFor'> }[];
}

/** How a member may have learnt from an eConsult: by asking or answering it. Null: neither, not answered, or struck. */
export function learntAs({ state, events }: AnsweredCase, member: number): LearningKind | null {
  if (!state.answer || state.status === 'void') return null;
  const wrote = (type: string) =>
    // A delegate wrote for somebody else, whose learning it is.
    events.some(one => one.type === type && one.by.member === member && !one.by.actingFor);
  if (state.requester.clinician === member || wrote('asked')) return 'econsult-asked';
  return state.answer.member === member || wrote('answered') ? 'econsult-answered' : null;
}

/** All minutes of some entries. */
export const minutesOf = (entries: readonly Pick<Learnt, 'minutes'>[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);
