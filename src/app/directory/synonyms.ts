import { type Synonyms, termKey, termsOf } from '../../domain/directory/synonyms.ts';
import { fold } from '../../domain/directory/words.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { KeptSynonyms } from '../ports/synonyms.ts';
import { forProgramme } from '../programme/for-programme.ts';
import { checkSynonyms, type SynonymProblem, type TypedSynonyms } from './check-synonyms.ts';

type Reads = Pick<App, 'db'>;

/** A group with the name of who changed it last; '' where nobody did. */
export interface NamedSynonyms extends KeptSynonyms {
  by: string;
}

export interface SynonymPage {
  groups: NamedSynonyms[];
  /** How many fit the search. */
  total: number;
}

/** Groups that have `words` in them, in either language, from the `from`th on; null for anybody but the programme. */
export function listSynonyms(
  app: Reads,
  actor: Actor,
  { words, from, limit }: { words: string; from: number; limit: number },
): Promise<SynonymPage | null> {
  return forProgramme(app, actor, 'synonyms', async tx => {
    const sought = fold(words.trim());
    const fits = (one: KeptSynonyms) => [...termsOf(one), one.also].some(text => fold(text).includes(sought));
    const found = (await tx.synonyms.all()).filter(fits);
    return { groups: await named(tx, found.slice(from, from + limit)), total: found.length };
  });
}

/** One group, also one that was removed; null when there is none, or for anybody but the programme. */
export function readSynonyms(app: Reads, actor: Actor, key: string): Promise<NamedSynonyms | null> {
  return forProgramme(app, actor, 'synonyms', async tx => {
    const group = await tx.synonyms.byKey(key);
    return group ? (await named(tx, [group]))[0]! : notThere(tx, 'synonyms');
  });
}

export type SynonymOutcome =
  | { ok: true }
  | { ok: false; problems: SynonymProblem[] }
  /** Somebody changed or removed it since the form was drawn: what it is now. */
  | { ok: false; changed: NamedSynonyms };

/** Adds a group, or changes the one of `key` as it was at `version`. Null when there is none, or it is not the actor's. */
export function saveSynonyms(
  app: Reads,
  actor: Actor,
  asked: { typed: TypedSynonyms; key?: string; version?: number },
): Promise<SynonymOutcome | null> {
  return forProgramme(app, actor, 'save-synonyms', async tx => {
    const checked = checkSynonyms(asked.typed);
    if ('problems' in checked) return { ok: false, problems: checked.problems };
    await tx.synonyms.lock();
    const now = asked.key === undefined ? undefined : await tx.synonyms.byKey(asked.key);
    if (now === null) return notThere(tx, 'save-synonyms');
    if (now && now.version !== asked.version) return { ok: false, changed: (await named(tx, [now]))[0]! };
    const { group, words } = checked;
    const held = (await tx.synonyms.holders(words)).filter(one => one.group.id !== now?.id);
    // Pressed twice: the first has added it.
    if (!now && held[0] && saysTheSame(held[0].group, group)) return { ok: true };
    if (held.length > 0) return { ok: false, problems: takenBy(held, group) };
    await writeGroup(tx, now, { group, words });
    return { ok: true };
  });
}

/** Takes a group out of use, as it was at `version`; pressed twice it is out all the same. */
export function removeSynonyms(
  app: Reads,
  actor: Actor,
  { key, version }: { key: string; version: number | undefined },
): Promise<SynonymOutcome | null> {
  return forProgramme(app, actor, 'remove-synonyms', async tx => {
    await tx.synonyms.lock();
    const now = await tx.synonyms.byKey(key);
    if (!now) return notThere(tx, 'remove-synonyms');
    if (now.removedAt !== null) return { ok: true };
    if (now.version !== version) return { ok: false, changed: (await named(tx, [now]))[0]! };
    await tx.synonyms.remove(now.id);
    await log(tx, 'remove-synonyms', now);
    return { ok: true };
  });
}

/** Adds a group, or puts it in the place of `now`; written down with its words. */
export async function writeGroup(
  tx: Tx,
  now: KeptSynonyms | undefined,
  { group, words }: { group: Synonyms; words: readonly string[] },
): Promise<void> {
  if (now) await tx.synonyms.change(now.id, group, words);
  const { id } = now ?? (await tx.synonyms.add(group, words));
  await log(tx, now ? 'change-synonyms' : 'add-synonyms', { ...group, id });
}

async function notThere(tx: Tx, act: string): Promise<null> {
  await tx.audit.add({ act, what: 'synonyms', ids: [], result: 'missing' });
  return null;
}

function log(tx: Tx, act: string, group: Synonyms & { id: number }): Promise<void> {
  return tx.audit.add({ act, what: 'synonyms', ids: [group.id], why: inOneLine(group), result: 'ok' });
}

/** The same words in the same order. */
export function saysTheSame(one: Synonyms, other: Synonyms): boolean {
  const said = ({ english, french, also }: Synonyms) => JSON.stringify([english, french, also]);
  return said(one) === said(other);
}

/** Beside the field where each word was typed. */
export function takenBy(
  held: readonly { word: string; group: KeptSynonyms }[],
  typed: Synonyms,
): SynonymProblem[] {
  return held.map(({ word, group }) => {
    const field = typed.english.some(term => termKey(term) === word) ? 'english' : 'french';
    const term = typed[field].find(one => termKey(one) === word)!;
    return { code: 'taken', field, word: term, by: { key: group.key, words: inOneLine(group) } };
  });
}

function inOneLine(group: Synonyms): string {
  return termsOf(group).join(', ');
}

async function named(tx: Tx, groups: readonly KeptSynonyms[]): Promise<NamedSynonyms[]> {
  const members = [...new Set(groups.flatMap(one => one.changedBy ?? []))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  return groups.map(one => ({ ...one, by: names.get(one.changedBy ?? 0) ?? '' }));
}
