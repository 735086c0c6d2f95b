import type { Audience, RecordedEvent } from '../case/events.ts';
import type { By, CaseState, CaseType, Flag, Hold, ReceiverParty, RequesterParty } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import { contentOf, contents, type Read, textOf } from './content.ts';
import { corrected } from './corrected.ts';

/** An event as one party may read it: a body that was purged, or that is not for this party, is missing. */
export type StoryEvent = Omit<RecordedEvent, 'body'> & { body: Read };

/** One case with what the viewer may read of it, events in the order of their seq. */
export interface StoryCase {
  key: string;
  type: CaseType;
  state: CaseState;
  events: readonly StoryEvent[];
  /** How far messages to people got; facts of the notices, not events of the case. */
  notices?: readonly { to: string; template: string; state: string; stateAt: Instant }[];
}

/** Who said or did something, when. `code` is the type of the event; `body` what it says, empty when not readable. */
interface Told {
  seq: number;
  at: Instant;
  by: By;
  code: string;
  audience: Audience;
  body: Record<string, unknown>;
  /** Words that go with it, for whoever may read them. */
  remarks: string[];
  /** Inside ids of attachments that came with it, without the struck. */
  files: number[];
  /** Hidden by the side that wrote it; text and files are gone, this line stays. */
  struck?: { at: Instant; by: By; why: string };
}

/** An answer as it stood before it was corrected, all of it, which stays readable. */
export interface Earlier {
  text: string;
  content: Record<string, unknown>;
  /** When this was said. */
  at: Instant;
  /** Why it was corrected. */
  why: string;
}

/** One entry of the story. A line is a change; a message has text or files; an answer is what was asked for. */
export type StoryItem =
  | ({ kind: 'line' } & Told)
  | ({ kind: 'message'; text: string; content: Record<string, unknown> } & Told)
  | ({
      kind: 'answer';
      text: string;
      content: Record<string, unknown>;
      earlier: Earlier[];
      /** Who reads the answer itself, which may be fewer than hear that there is one. */
      readBy: Audience;
    } & Told)
  | { kind: 'notice'; at: Instant; to: string; template: string; state: string }
  | { kind: 'now'; hold: Hold; flag?: Flag };

/** A case as the story tells it: its heading, then what happened, oldest first, then what is awaited. */
export interface Chapter {
  /** Counts from 1 in the order in which the request's cases were opened. */
  number: number;
  key: string;
  type: CaseType;
  status: string;
  from: RequesterParty;
  to: ReceiverParty;
  startedAt: Instant;
  /** The latest answer: advice, or the consult note. */
  answeredAt?: Instant;
  /** Set when nobody owes anything any more. */
  endedAt?: Instant;
  items: StoryItem[];
}

export interface Story {
  chapters: Chapter[];
  counts: { all: number; messages: number; files: number; changes: number };
}

export type StoryFilter = keyof Story['counts'];

/** The story of a request, from its cases in the order in which they were opened. */
export function storyOf(cases: readonly StoryCase[]): Story {
  const chapters = cases.map((one, index) => chapterOf(one, index + 1));
  const items = chapters.flatMap(chapter => chapter.items);
  const count = (filter: StoryFilter) =>
    items.filter(item => item.kind !== 'now' && shows(item, filter)).length;
  const files = new Set(items.flatMap(item => ('files' in item ? item.files : [])));
  return {
    chapters,
    counts: { all: count('all'), messages: count('messages'), files: files.size, changes: count('changes') },
  };
}

/** Whether a filtered story shows an item. What is awaited now is always shown. */
export function shows(item: StoryItem, filter: StoryFilter): boolean {
  if (filter === 'all' || item.kind === 'now') return true;
  if (filter === 'files') return 'files' in item && item.files.length > 0;
  const said = item.kind === 'message' || item.kind === 'answer';
  return filter === 'messages' ? said : !said;
}

function chapterOf({ key, type, state, events, notices = [] }: StoryCase, number: number): Chapter {
  const items = itemsOf(events);
  const told = inOrder([...items, ...notices.map(noticeItem)]);
  const answers = items.filter(item => item.kind === 'answer');
  const moves = events.filter(({ body }) => typeof body === 'object' && 'status' in body);
  const endedAt = state.hold ? undefined : (moves.at(-1) ?? events.at(-1))?.at;
  const answeredAt = answers.at(-1)?.at;
  const { hold, flag } = state;
  return {
    number,
    key,
    type,
    status: state.status,
    from: state.requester,
    to: state.receiver,
    startedAt: state.startedAt,
    ...(answeredAt && { answeredAt }),
    ...(endedAt && { endedAt }),
    items: hold ? [...told, { kind: 'now', hold, ...(flag && { flag }) }] : told,
  };
}

type Past = Exclude<StoryItem, { kind: 'now' }>;

/** Stable: what happened in the same moment stays in the order of the log, notices after it. */
function inOrder(told: Past[]): Past[] {
  told.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return told.filter((item, index) => !saysAgain(told[index - 1], item));
}

/** Somebody who opens the page has opened every notice of it: that is one line. */
function saysAgain(before: Past | undefined, item: Past): boolean {
  if (item.kind !== 'notice' || before?.kind !== 'notice') return false;
  return before.to === item.to && before.state === item.state && before.at === item.at;
}

function noticeItem(notice: NonNullable<StoryCase['notices']>[number]) {
  const { to, template, state, stateAt } = notice;
  return { kind: 'notice' as const, at: stateAt, to, template, state };
}

type Entry = Exclude<StoryItem, { kind: 'notice' | 'now' }>;

function itemsOf(events: readonly StoryEvent[]): Entry[] {
  const items: Entry[] = [];
  for (const event of events) if (!joined(items, event)) items.push(entryOf(event));
  return items;
}

/** What belongs to an entry that is already there, or to nobody who reads this: it makes no entry of its own. */
function joined(items: Entry[], event: StoryEvent): boolean {
  const { type, body } = event;
  if (body === 'withheld') return contents.includes(type);
  if (body === 'purged') return false;
  if (type === 'remarked') return remarked(items, body);
  if (type === 'amended') return amended(items, event, body);
  if (type === 'struck') return struck(items, event, body);
  return completed(items, event, body);
}

function remarked(items: Entry[], body: Record<string, unknown>): boolean {
  const about = items.findLast(item => item.code === body.about);
  if (!about || typeof body.text !== 'string') return false;
  about.remarks.push(body.text);
  return true;
}

function amended(items: Entry[], { at }: StoryEvent, body: Record<string, unknown>): boolean {
  const answer = items.find(item => item.kind === 'answer' && item.seq === body.seq);
  if (answer?.kind !== 'answer' || typeof body.text !== 'string') return false;
  const { text, content } = answer;
  const said = typeof content.amendedAt === 'string' ? content.amendedAt : answer.at;
  answer.earlier.push({ text, content, at: said, why: String(body.why ?? '') });
  answer.text = body.text;
  answer.files = [...answer.files, ...filesOf(body)];
  answer.content = { ...corrected(content, body), amendedAt: at };
  return true;
}

function struck(items: Entry[], { at, by }: StoryEvent, body: Record<string, unknown>): boolean {
  for (const item of items) item.files = item.files.filter(id => id !== body.attachment);
  const hidden = items.find(item => item.seq === body.seq);
  if (!hidden) return false;
  Object.assign(hidden, {
    struck: { at, by, why: String(body.why ?? '') },
    files: [],
    remarks: [],
    body: {},
  });
  if (hidden.kind !== 'line') Object.assign(hidden, { text: '', content: {} });
  return true;
}

/** A fact and its content are two events beside each other and one entry of the story. */
function completed(items: Entry[], event: StoryEvent, body: Record<string, unknown>): boolean {
  const content = contentOf(event.type);
  const fact = items.at(-1);
  if (!content || !fact || !content.of.includes(fact.code) || fact.kind !== 'line') return false;
  const { kind } = content;
  const said = {
    kind,
    text: textOf(body),
    content: body,
    files: filesOf(body),
    ...(kind === 'answer' && { earlier: [], readBy: event.audience }),
  };
  items[items.length - 1] = { ...fact, ...said } as Entry;
  return true;
}

function filesOf(body: Record<string, unknown>): number[] {
  return Array.isArray(body.attachments) ? body.attachments.filter(id => typeof id === 'number') : [];
}

function entryOf({ seq, at, by, type, audience, body: read }: StoryEvent): Entry {
  const body = typeof read === 'object' ? read : {};
  // Some verbs say more in the event itself, as nobody else reads it: triage, a logged contact.
  const { harmSaid } = (body.survey ?? body) as Record<string, unknown>;
  const remarks = [body.comment, harmSaid].filter(one => typeof one === 'string');
  const told = { seq, at, by, code: type, audience, body, remarks, files: filesOf(body) };
  const text = textOf(body);
  const says = text !== '' || told.files.length > 0 || 'answers' in body;
  if (!says) return { kind: 'line', ...told };
  const answer = contentOf(type)?.kind === 'answer';
  return answer
    ? { kind: 'answer', text, content: body, earlier: [], readBy: audience, ...told }
    : { kind: 'message', text, content: body, ...told };
}
