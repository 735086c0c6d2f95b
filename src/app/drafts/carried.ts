import type { NewEvent } from '../../domain/case/events.ts';
import type { AttachmentFacts, MemberFacts } from '../../domain/case/facts.ts';
import type { OpenCase } from '../../domain/case/machine.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Advised } from '../../domain/econsult/econsult.ts';
import { numbered } from '../../domain/econsult/numbered.ts';
import { adviceAsItStands } from '../../domain/timeline/corrected.ts';

/** Words of the case that is handed on, in order. */
export type Words = readonly { seq: number; type: string; body: Record<string, unknown> }[];

/** What the next case begins with, as its opening verb takes it. */
export interface CarriedInput {
  verb: string;
  input: Record<string, unknown>;
  /** Advice that moves along, for clinicians. */
  added: NewEvent[];
  attachments: AttachmentFacts[];
  members: MemberFacts[];
}

/**
 * The input of the opening verb made of what was said before: nobody types twice. A question that was left behind gives
 * way to the title, because a case without a question says nothing.
 */
export function carriedInput(open: OpenCase, words: Words, struck: CaseState['struck']): CarriedInput {
  const { carried, title } = open;
  const first = last(words, ['question', 'asked']);
  const asked = open.helping
    ? { ...first, question: open.said?.question, questions: undefined }
    : (open.said ?? first);
  const anew = (open.said?.attachments ?? []).map(id => ({ key: keyFor(id), id }));
  const attachments = [...filesOf(carried.attachments, words, struck), ...anew];
  const members = memberOf(open);
  const input = {
    title,
    question: ((carried.question || open.said) && wholeQuestion(open, asked)) || title,
    ...(open.type === 'econsult' && carried.question && apart(asked)),
    ...((carried.answers || (open.said && !open.helping)) &&
      asked?.answers !== undefined && { answers: asked.answers }),
    attachments: attachments.map(file => file.key),
  };
  const added = [
    ...(open.helping && carried.question ? firstQuestion(first) : []),
    ...(carried.question && !open.helping ? addedSince(words) : []),
    ...(carried.advice ? adviceIn(words) : []),
  ];
  const along = { added, attachments, members };
  if (open.type === 'referral') {
    return {
      verb: 'send',
      input: { ...input, ...reasonOf(open, asked), urgency: open.urgency, mayContact: true },
      ...along,
    };
  }
  const wanted = members[0] ? { wanted: 'specialist', specialist: members[0].key } : { wanted: 'group' };
  return { verb: 'open', input: { ...input, ...wanted, service: keyFor(open.service ?? 0) }, ...along };
}

/** Why it is urgent: as whoever hands it on says, else as it was said before. */
function reasonOf(
  { reason, carried, said }: OpenCase,
  asked: { reason?: unknown } = {},
): { reason?: unknown } {
  if (reason !== undefined) return { reason };
  return (carried.question || said) && asked.reason !== undefined ? { reason: asked.reason } : {};
}

/** A visit has one question: what advice was asked apart stands in it, each with its number. */
function wholeQuestion({ type }: OpenCase, asked: { question?: unknown; questions?: unknown } = {}): unknown {
  if (type === 'econsult' || typeof asked.question !== 'string') return asked.question;
  return [asked.question, ...numbered(asked.questions)].join('\n');
}

/** What the requester of advice added when they were asked for more, or asked again: a part of the question. */
function addedSince(words: Words): NewEvent[] {
  if (!words.some(({ type }) => type === 'asked')) return [];
  const added = words.filter(({ type }) => type === 'info-supplied' || type === 'resubmitted');
  const text = added.flatMap(({ body }) => (typeof body.text === 'string' ? body.text : [])).join('\n\n');
  return text === ''
    ? []
    : [{ type: 'remarked', audience: 'clinical', body: { about: 'added-since', text } }];
}

/** What was asked first, for the colleague who is asked to help with its answer. */
function firstQuestion(first: Record<string, unknown> = {}): NewEvent[] {
  const { question, questions, plan } = first;
  const text = [question, ...numbered(questions), plan]
    .filter(one => typeof one === 'string' && one !== '')
    .join('\n');
  return text === ''
    ? []
    : [{ type: 'remarked', audience: 'clinical', body: { about: 'first-question', text } }];
}

/** What another group is asked besides the story: each question, the plan and the patient's consent. */
function apart(asked: object = {}): Record<string, unknown> {
  const said = new Map(Object.entries(asked));
  const kept = ['questions', 'plan', 'consent', 'questionType'].map(name => [name, said.get(name)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function last(words: Words, types: readonly string[]): Record<string, unknown> | undefined {
  return words.findLast(word => types.includes(word.type))?.body;
}

/** The final advice, as it stood after its last amendment, with each thing to do and what it rests on. */
function adviceIn(words: Words): NewEvent[] {
  const advice = adviceAsItStands(words);
  if (typeof advice?.text !== 'string') return [];
  const listed = (list: unknown, line: (one: Partial<Advised> | string) => string) =>
    Array.isArray(list) ? list.map(line) : [];
  const text = [
    advice.text,
    ...numbered(advice.replies),
    ...listed(advice.recommendations, one => `• ${typeof one === 'string' ? one : toDo(one)}`),
    ...listed(advice.references, one => `– ${String(one)}`),
    ...(typeof advice.redFlags === 'string' ? [`! ${advice.redFlags}`] : []),
  ].join('\n');
  return [{ type: 'remarked', audience: 'clinical', body: { about: 'advice', text } }];
}

function toDo({ text = '', condition, due }: Partial<Advised>): string {
  return [condition ? `${text} (${condition})` : text, due].filter(Boolean).join(', ');
}

/** Files named in the words, without the struck; only those of the list when the sender chose. */
function filesOf(
  wanted: OpenCase['carried']['attachments'],
  words: Words,
  struck: CaseState['struck'],
): AttachmentFacts[] {
  const ids = words.flatMap(({ body }) => (Array.isArray(body.attachments) ? body.attachments : []));
  const left = [...new Set(ids.map(Number))].filter(id => !struck?.attachments.includes(id));
  const chosen = wanted === 'all' ? left : left.filter(id => wanted.includes(id));
  return chosen.slice(0, 50).map(id => ({ key: keyFor(id), id }));
}

function memberOf({ type, receiver }: OpenCase): MemberFacts[] {
  const { member, site, unit } = receiver;
  if (type !== 'econsult' || member === undefined) return [];
  return [{ key: keyFor(member), member, site, clinical: true, ...(unit !== undefined && { unit }) }];
}

/** Opening verbs name things by key; here they are known by id, so the key is the id in a key's shape. */
function keyFor(id: number): string {
  return String(id).padStart(26, '0');
}
