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
import { languageOf } from '../../domain/library/language.ts';
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
const mostWords = 80;
const shown = 20;

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
  { caseKey, word, lang }: { caseKey: string; word: (kind: IdentifierKind) => string; lang: 'en' | 'fr' },
): Promise<Proposal | NoProposal> {
  return app.db.as(actor, async tx => {
    const found = await readCaseIn(tx, caseKey, 'econsult');
    if (!found) return 'missing';
    const texts = textsOf(found.one, lang);
    if (!texts || found.one.until !== null) return 'not-closed';
    if (await tx.library.wasProposed(caseKey)) return 'proposed';
    return proposalOf(texts, found.one, word);
  });
}

function textsOf({ state, events }: CaseStory, lang: 'en' | 'fr'): EntryWords | null {
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
  const answer = parts.filter(Boolean).join('\n');
  return {
    title: state.title,
    question: [String(question.question), ...numbered(question.questions)].join('\n'),
    ...{ answer, language: languageOf(answer, lang) },
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
    language: texts.language,
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
  { caseKey, words }: { caseKey: string; words: EntryWords },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.library.propose(caseKey, { ...words, key: key() });
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
    if (done === 'done' && !before?.again) await tellProposer(tx, entry);
    await log(tx, 'publish-library-entry', done === 'done' ? 'ok' : 'denied');
    return done;
  });
}

/** Whoever proposed it hears what came of it, unless they did it themselves. */
async function tellProposer(tx: Tx, entry: string): Promise<void> {
  const id = await tx.library.caseOfEntry(entry);
  if (id !== null) await tx.jobs.add({ kind: 'tell-library', payload: { case: id, decided: true } });
}

/** The group takes an entry out, also one that was never public. */
export function withdraw(
  app: Reads,
  actor: Actor,
  { key: entry, version }: { key: string; version: number },
): Promise<'done' | 'stale' | null> {
  return app.db.as(actor, async tx => {
    const done = await tx.library.withdraw(entry, version);
    if (done === 'done') await tellProposer(tx, entry);
    await log(tx, 'withdraw-library-entry', done === 'done' ? 'ok' : 'denied');
    return done;
  });
}

/** Some of the public answers that speak of a text. */
export interface Answered {
  entries: LibraryEntry[];
  total: number;
}

/** Public answers that speak of a text; the newest for an empty one, none for one that says nothing. */
export async function answeredBefore(
  tx: Tx,
  text: string,
  page: { limit: number; skip?: number },
): Promise<Answered> {
  const words = stems(text).slice(0, mostWords);
  if (words.length === 0 && text.trim() !== '') return { entries: [], total: 0 };
  return tx.library.find(words, page);
}

/** A page of a search of the library, counted from 1. */
export interface FoundPage extends Answered {
  page: number;
  pages: number;
}

/** As `searchLibrary`, with what is being written of a patient: logged as such. */
export async function searchForQuestion(
  app: Reads,
  actor: Actor,
  { text, page }: { text: string; page: number },
): Promise<FoundPage> {
  await app.db.as(actor, tx => log(tx, 'search-library', 'ok'));
  return searchLibrary(app, actor, text, page);
}

/** A search of the library; a page behind the last is the first. */
export function searchLibrary(app: Reads, actor: Actor, text: string, page = 1): Promise<FoundPage> {
  return app.db.as(actor, async tx => {
    const found = await answeredBefore(tx, text, { limit: shown, skip: (page - 1) * shown });
    if (found.total === 0 && page > 1)
      return { ...pagesOf(await answeredBefore(tx, text, { limit: shown })), page: 1 };
    return { ...pagesOf(found), page };
  });
}

const pagesOf = (found: Answered) => ({ ...found, pages: Math.max(1, Math.ceil(found.total / shown)) });

/** One public answer, and whether it is the reader's own; null when there is none. Reading another's is counted. */
export function readEntry(
  app: Reads,
  actor: Actor,
  entry: string,
): Promise<{ one: NonNullable<Awaited<ReturnType<Tx['library']['byKey']>>>; own: boolean } | null> {
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
