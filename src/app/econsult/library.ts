import type { Day } from '../../domain/case/time.ts';
import { stems } from '../../domain/directory/words.ts';
import { questionTypes } from '../../domain/econsult/econsult.ts';
import { numbered } from '../../domain/econsult/numbered.ts';
import {
  type IdentifierKind,
  identifiersIn,
  type Mark,
  withoutIdentifiers,
} from '../../domain/library/deidentify.ts';
import { adviceAsItStands } from '../../domain/timeline/corrected.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Credit, EntryWords, LibraryEntry, WaitingEntry } from '../ports/library.ts';
import { type CaseStory, readCaseIn } from '../read-request.ts';

type Reads = Pick<App, 'db'>;
/** Longest texts, in characters, and words of a search that count. */
const longest = { title: 120, question: 8_000, answer: 12_000 } as const;
const mostWords = 12;
const shown = 30;

/** The three texts of a proposal as a person has them before them, and what the assistant replaced in them. */
export interface Proposal {
  words: EntryWords;
  /** What was replaced, each once, with its kind. */
  replaced: { text: string; kind: IdentifierKind }[];
}

/** Why a proposal is not there: not of the actor's site, not closed with an answer, or proposed before. */
export type NoProposal = 'missing' | 'not-closed' | 'proposed';

/** What a closed eConsult would say in the library, marked and replaced. `word` names a kind in the language of the reader. */
export function readProposal(
  app: Reads,
  actor: Actor,
  { caseKey, word }: { caseKey: string; word: (kind: IdentifierKind) => string },
): Promise<Proposal | NoProposal> {
  return app.db.as(actor, async tx => {
    const found = await readCaseIn(tx, caseKey, 'econsult');
    if (!found) return 'missing';
    const texts = textsOf(found.one);
    if (!texts || found.one.until !== null) return 'not-closed';
    if (await tx.library.wasProposed(caseKey)) return 'proposed';
    return proposalOf(texts, found.one, word);
  });
}

function textsOf({ state, events }: CaseStory): EntryWords | null {
  const bodyOf = (type: string) => {
    const event = events.findLast(one => one.type === type);
    return typeof event?.body === 'object' ? (event.body as Record<string, unknown>) : null;
  };
  // What was corrected is not taught on.
  const [question, advice] = [bodyOf('question'), adviceAsItStands(events)];
  if (state.status !== 'closed' || !question || !advice) return null;
  const told = (advice.recommendations as { text: string }[] | undefined)?.map(one => `- ${one.text}`) ?? [];
  const parts = [
    advice.text,
    ...numbered(advice.replies),
    ...told,
    advice.redFlags,
    ...((advice.references as string[] | undefined) ?? []),
  ];
  return {
    title: state.title,
    question: [String(question.question), ...numbered(question.questions)].join('\n'),
    answer: parts.filter(Boolean).join('\n'),
    questionType: questionTypes.find(one => one === (advice.questionType ?? question.questionType)) ?? null,
  };
}

function proposalOf(texts: EntryWords, one: CaseStory, word: (kind: IdentifierKind) => string): Proposal {
  const { given, family } = one.patient;
  const known = [given, family].flatMap(name => name.split(/\s+/));
  const replaced = new Map<string, IdentifierKind>();
  const clean = (text: string, most: number) => {
    const marks = identifiersIn(text, known);
    for (const mark of marks) replaced.set(said(text, mark), mark.kind);
    return withoutIdentifiers(text, marks, word).slice(0, most);
  };
  const words = {
    title: clean(texts.title, longest.title),
    question: clean(texts.question, longest.question),
    answer: clean(texts.answer, longest.answer),
    questionType: texts.questionType,
  };
  return { words, replaced: [...replaced].map(([text, kind]) => ({ text, kind })) };
}

const said = (text: string, { from, to }: Mark) => text.slice(from, to);

/** What the assistant still marks in texts that a person has gone over. */
export function stillMarked({ title, question, answer }: EntryWords): string[] {
  const found = [title, question, answer].flatMap(text =>
    // What stands in brackets is what the assistant put there.
    identifiersIn(text.replace(/\[[^\]\n]{1,40}\]/g, one => '_'.repeat(one.length))).map(mark =>
      said(text, mark),
    ),
  );
  return [...new Set(found)];
}

/** What is wrong with the texts as typed. */
export function wordsProblem(
  words: EntryWords,
): { field: 'title' | 'question' | 'answer'; why: 'missing' | 'too-long' } | null {
  for (const field of ['title', 'question', 'answer'] as const) {
    if (words[field] === '') return { field, why: 'missing' };
    if (words[field].length > longest[field]) return { field, why: 'too-long' };
  }
  return null;
}

/** Hands a text that a person confirmed to the group. False: not theirs, not closed, or proposed before. */
export function propose(
  app: Reads,
  actor: Actor,
  { caseKey, words, language }: { caseKey: string; words: EntryWords; language: 'en' | 'fr' },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.library.propose(caseKey, { ...words, key: key(), language });
    const caseId = done ? await tx.library.caseOf(caseKey) : null;
    if (caseId !== null) await tx.jobs.add({ kind: 'tell-library', payload: { case: caseId } });
    await log(tx, 'propose-library-entry', done ? 'ok' : 'denied');
    return done;
  });
}

function log(tx: Tx, act: string, result: 'ok' | 'denied' | 'missing'): Promise<void> {
  return tx.audit.add({ act, what: 'library', ids: [], result });
}

/** What waits for the groups of the actor's site. */
export function readWaiting(app: Reads, actor: Actor): Promise<WaitingEntry[]> {
  return app.db.as(actor, async tx => {
    await log(tx, 'read-library-waiting', 'ok');
    return tx.library.toApprove();
  });
}

/** The group publishes an entry as it is typed, or keeps it for two more years; null when there is none for the actor. */
export function approve(
  app: Reads,
  actor: Actor,
  { key: entry, version, words }: { key: string; version: number; words: EntryWords },
): Promise<'done' | 'stale' | 'own' | { marked: string[] } | null> {
  return app.db.as(actor, async tx => {
    const before = (await tx.library.toApprove()).find(one => one.key === entry);
    const known = before ? stillMarked(before) : [];
    const marked = stillMarked(words).filter(one => !known.includes(one));
    // What the group writes has been seen by no second person: nothing that may name somebody comes in with it.
    if (before && marked.length > 0) return { marked };
    const done = await tx.library.approve(entry, version, words);
    await log(tx, 'publish-library-entry', done === 'done' ? 'ok' : 'denied');
    return done;
  });
}

/** The group takes an entry out, also one that was never public. */
export function withdraw(
  app: Reads,
  actor: Actor,
  { key: entry, version }: { key: string; version: number },
): Promise<'done' | 'stale' | null> {
  return app.db.as(actor, async tx => {
    const done = await tx.library.withdraw(entry, version);
    await log(tx, 'withdraw-library-entry', done === 'done' ? 'ok' : 'denied');
    return done;
  });
}

/** Public answers that speak of a text; the newest for an empty one. */
export function answeredBefore(
  tx: Tx,
  text: string,
  limit: number,
): Promise<{ entries: LibraryEntry[]; total: number }> {
  return tx.library.find([...new Set(stems(text))].slice(0, mostWords), limit);
}

/** A search of the library. */
export function searchLibrary(app: Reads, actor: Actor, text: string) {
  return app.db.as(actor, tx => answeredBefore(tx, text, shown));
}

/** One public answer, and whether it is the reader's own; null when there is none. Reading another's is counted. */
export function readEntry(
  app: Reads,
  actor: Actor,
  entry: string,
): Promise<{ one: LibraryEntry; own: boolean } | null> {
  return app.db.as(actor, async tx => {
    const one = await tx.library.byKey(entry);
    if (!one) await log(tx, 'read-library-entry', 'missing');
    else await tx.library.noteRead(entry);
    return one && { one, own: await tx.library.wrote(entry) };
  });
}

/** What the public answers of the actor did for others: how often each was read and settled a matter, never for whom. */
export function readCredits(
  app: Reads,
  actor: Actor,
): Promise<{ credits: Credit[]; months: { month: Day; settled: number }[] }> {
  return app.db.as(actor, async tx => ({
    credits: await tx.library.credits(),
    months: await tx.library.creditMonths(),
  }));
}

/** Another's answer settled the matter, so that nobody had to ask: its author is credited. False when there is none. */
export function settles(app: Reads, actor: Actor, entry: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.library.settled(entry);
    await log(tx, 'library-settles', done ? 'ok' : 'missing');
    return done;
  });
}
