import { urgentIn } from '../../domain/directory/emergency.ts';
import { shippedPhrases } from '../../domain/directory/emergency-phrases.ts';
import { oneLine } from '../../domain/patient/plain-text.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { UrgentChange, UrgentPhrase } from '../ports/urgent-phrases.ts';
import { forProgramme } from '../programme/for-programme.ts';

type Reads = Pick<App, 'db'>;

/** The list that comes with the product, as it is kept. */
export const shippedUrgent = (['en', 'fr'] as const).flatMap(language =>
  shippedPhrases[language].map(phrase => ({ language, phrase })),
);

/** True when a text says something that the programme's list takes for an emergency; without a list, the shipped one. */
export async function soundsUrgent(tx: Tx, text: string): Promise<boolean> {
  if (text === '') return false;
  const phrases = (await tx.urgentPhrases.inUse()) ?? shippedUrgent.map(one => one.phrase);
  return urgentIn(text, phrases).length > 0;
}

/** An edit with the name of who made it; '' when it is gone. */
export type NamedChange = Omit<UrgentChange, 'by'> & { by: string };

export interface UrgentList {
  phrases: UrgentPhrase[];
  changes: NamedChange[];
}

/** The list with its last edits; null for anybody but the programme. */
export function listUrgent(app: Reads, actor: Actor): Promise<UrgentList | null> {
  return forProgramme(app, actor, 'urgent-phrases', async tx => {
    const changes = await tx.urgentPhrases.changes();
    const cards = changes.length === 0 ? [] : await tx.people.cards([...new Set(changes.map(one => one.by))]);
    const names = new Map(cards.map(card => [card.member, card.name]));
    const named = changes.map(one => ({ ...one, by: names.get(one.by) ?? '' }));
    return { phrases: await tx.urgentPhrases.all(), changes: named };
  });
}

/** One phrase, also one that was removed; null when there is none, or for anybody but the programme. */
export function readUrgent(app: Reads, actor: Actor, key: string): Promise<UrgentPhrase | null> {
  return forProgramme(
    app,
    actor,
    'urgent-phrases',
    async tx => (await tx.urgentPhrases.byKey(key)) ?? notThere(tx),
  );
}

export type UrgentProblem = 'missing' | 'too-long' | 'unreadable' | 'no-words' | 'taken' | 'stale';
export type UrgentOutcome = { ok: true } | { ok: false; problem: UrgentProblem };

/** Longest phrase, in characters. */
const longest = 80;

function read(typed: string): { phrase: string } | { problem: UrgentProblem } {
  const line = oneLine(typed, longest, true);
  if ('problem' in line) {
    const { problem } = line;
    return { problem: problem === 'missing' || problem === 'too-long' ? problem : 'unreadable' };
  }
  // Two letters at least: a single one would make every text urgent.
  return /[\p{L}\p{N}]{2}/u.test(line.value)
    ? { phrase: line.value.toLocaleLowerCase('en') }
    : { problem: 'no-words' };
}

/** Adds a phrase. Null for anybody but the programme. */
export function addUrgent(
  app: Reads,
  actor: Actor,
  { language, typed }: { language: 'en' | 'fr'; typed: string },
): Promise<UrgentOutcome | null> {
  return forProgramme(app, actor, 'add-urgent-phrase', async tx => {
    const checked = read(typed);
    if ('problem' in checked) return { ok: false, problem: checked.problem };
    if (!(await tx.urgentPhrases.add(language, checked.phrase))) return { ok: false, problem: 'taken' };
    await log(tx, 'add-urgent-phrase', checked.phrase);
    return { ok: true };
  });
}

/** Changes the phrase of `key` as it was at `version`. Null when there is none, or for anybody but the programme. */
export function changeUrgent(
  app: Reads,
  actor: Actor,
  { key, version, typed }: { key: string; version: number; typed: string },
): Promise<UrgentOutcome | null> {
  return forProgramme(app, actor, 'change-urgent-phrase', async tx => {
    if (!(await tx.urgentPhrases.byKey(key))) return notThere(tx);
    const checked = read(typed);
    if ('problem' in checked) return { ok: false, problem: checked.problem };
    const done = await tx.urgentPhrases.change(key, version, checked.phrase);
    if (done !== 'done') return { ok: false, problem: done };
    await log(tx, 'change-urgent-phrase', checked.phrase);
    return { ok: true };
  });
}

/** Takes a phrase out of use; pressed twice it is out all the same. Null as above. */
export function removeUrgent(
  app: Reads,
  actor: Actor,
  { key, version }: { key: string; version: number },
): Promise<UrgentOutcome | null> {
  return forProgramme(app, actor, 'remove-urgent-phrase', async tx => {
    const now = await tx.urgentPhrases.byKey(key);
    if (!now) return notThere(tx);
    if (now.removedAt !== null) return { ok: true };
    if (!(await tx.urgentPhrases.remove(key, version))) return { ok: false, problem: 'stale' };
    await log(tx, 'remove-urgent-phrase', now.phrase);
    return { ok: true };
  });
}

function log(tx: Tx, act: string, phrase: string): Promise<void> {
  return tx.audit.add({ act, what: 'urgent-phrase', ids: [], why: phrase, result: 'ok' });
}

async function notThere(tx: Tx): Promise<null> {
  await tx.audit.add({ act: 'urgent-phrases', what: 'urgent-phrase', ids: [], result: 'missing' });
  return null;
}
