import { localDay } from '../../domain/case/deadline.ts';
import type { Day } from '../../domain/case/time.ts';
import type { SubSpecialty } from '../../domain/econsult/sub-specialty.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { AdviceGroup, AdviceGroupLine, Agreement, MyAdvice } from '../ports/advice-groups.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { weekBegan } from './advice-choice.ts';
import { zoneOf } from './assign-automatically.ts';

type Reads = Pick<App, 'db'>;
const ontario = 'America/Toronto';
/** Most sub-specialties of a group, words of one, and lines of a conflict list. */
const most = 40;
const longest = 100;

/** What is wrong with the settings as typed: the field and why. */
export interface SettingsProblem {
  field: 'subSpecialties' | 'escalation' | 'weeklyCap' | 'conflicts' | 'from' | 'until';
  why: 'too-long' | 'too-many' | 'no-number' | 'no-day' | 'wrong-order' | 'over' | 'too-far';
}

/** `null` for a group that is not the actor's to keep. */
export type SettingsOutcome =
  | { ok: true }
  | { ok: false; problems: SettingsProblem[] }
  | { ok: false; stale: true }
  | null;

/** Where the actor's site is, which says what day it is. */
async function zoneHere(tx: Tx): Promise<string> {
  return tx.actor.kind === 'person' ? zoneOf(tx, tx.actor.site) : ontario;
}

/** The advice groups of the actor's site. */
export function readGroups(app: Reads, actor: Actor): Promise<AdviceGroupLine[]> {
  return app.db.as(actor, tx => tx.adviceGroups.here());
}

/** One group with its specialists; null for one of another site, which is written down. */
export function readGroup(app: Reads, actor: Actor, wanted: string): Promise<AdviceGroup | null> {
  return app.db.as(actor, async tx => {
    const found = await tx.adviceGroups.byKey(wanted, weekBegan(tx.now, await zoneHere(tx)));
    if (!found) await log(tx, 'advice-group', 'missing');
    return found;
  });
}

function log(tx: Tx, act: string, result: 'ok' | 'missing' | 'denied'): Promise<void> {
  return tx.audit.add({ act, what: 'advice-group', ids: [], result });
}

/** One a line, or between commas; without empty and repeated ones. */
export function listOf(typed: string): string[] {
  const parts = typed.split(/[\n,;]+/).map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}

/** "Epilepsy: seizure, crise" on each line. */
export function subSpecialtiesOf(typed: string): SubSpecialty[] {
  return typed
    .split('\n')
    .map(line => {
      const [name = '', ...words] = line.split(':');
      return { name: name.trim(), words: listOf(words.join(':')) };
    })
    .filter(({ name }) => name !== '');
}

function listProblem(list: readonly string[], field: SettingsProblem['field']): SettingsProblem[] {
  if (list.length > most) return [{ field, why: 'too-many' }];
  return list.some(one => one.length > longest) ? [{ field, why: 'too-long' }] : [];
}

export interface TypedGroup {
  automatic: boolean;
  escalation: string;
  subSpecialties: string;
}

/** Changes how a group gives out its questions, as it was at `version`. */
export function saveGroup(
  app: Reads,
  actor: Actor,
  { key: wanted, version, typed }: { key: string; version: number; typed: TypedGroup },
): Promise<SettingsOutcome> {
  const subSpecialties = subSpecialtiesOf(typed.subSpecialties);
  const texts = subSpecialties.flatMap(({ name, words }) => [name, ...words]);
  const tooLong = typed.escalation.length > 200;
  const problems: SettingsProblem[] = [
    ...(tooLong ? [{ field: 'escalation', why: 'too-long' } as const] : []),
    ...(subSpecialties.length > most ? [{ field: 'subSpecialties', why: 'too-many' } as const] : []),
    ...(texts.some(one => one.length > longest)
      ? [{ field: 'subSpecialties', why: 'too-long' } as const]
      : []),
  ];
  return app.db.as(actor, async tx => {
    if (problems.length > 0) return { ok: false, problems };
    const done = await tx.adviceGroups.save(wanted, version, { ...typed, subSpecialties });
    await log(tx, 'save-advice-group', done ? 'ok' : 'denied');
    if (done === null) return null;
    return done === 'done' ? { ok: true } : { ok: false, stale: true };
  });
}

/** A number of questions a week that somebody may agree to. */
const isWeekly = (typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) <= 100;

export interface TypedMember {
  /** '' takes them out of the group. */
  weeklyCap: string;
  subSpecialties: string[];
  languages: string[];
  regions: string[];
  conflicts: string;
}

/** What one specialist of the group agreed to. */
export function saveMember(
  app: Reads,
  actor: Actor,
  { group, member, typed }: { group: string; member: string; typed: TypedMember },
): Promise<SettingsOutcome> {
  const conflicts = listOf(typed.conflicts);
  const isCap = typed.weeklyCap === '' || isWeekly(typed.weeklyCap);
  const problems: SettingsProblem[] = [
    ...(isCap ? [] : [{ field: 'weeklyCap', why: 'no-number' } as const]),
    ...listProblem(conflicts, 'conflicts'),
  ];
  const weeklyCap = typed.weeklyCap === '' ? null : Number(typed.weeklyCap);
  const agreed: Agreement = { ...typed, weeklyCap, conflicts };
  return app.db.as(actor, async tx => {
    if (problems.length > 0) return { ok: false, problems };
    const done = await tx.adviceGroups.saveMember(group, member, agreed);
    await log(tx, 'save-advice-member', done ? 'ok' : 'denied');
    return done ? { ok: true } : null;
  });
}

function isDay(typed: string): typed is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) && new Date(`${typed}T00:00:00Z`).toISOString().startsWith(typed);
}

/** What is wrong with days away, on a day. */
export function absenceProblem(typed: { from: string; until: string }, today: Day): SettingsProblem | null {
  if (!dayOrNot(typed.from)) return { field: 'from', why: 'no-day' };
  if (!dayOrNot(typed.until)) return { field: 'until', why: 'no-day' };
  if (typed.until < typed.from) return { field: 'until', why: 'wrong-order' };
  if (typed.until < today) return { field: 'until', why: 'over' };
  const days = (Date.parse(typed.until) - Date.parse(typed.from)) / 86_400_000;
  return days > 400 ? { field: 'until', why: 'too-far' } : null;
}

function dayOrNot(typed: string): boolean {
  return !Number.isNaN(Date.parse(typed)) && isDay(typed);
}

/** Days away of one specialist, both included. */
export function addAway(
  app: Reads,
  actor: Actor,
  { member, typed }: { member: string; typed: { from: string; until: string } },
): Promise<SettingsOutcome> {
  return app.db.as(actor, async tx => {
    const problem = absenceProblem(typed, localDay(tx.now, await zoneHere(tx)));
    if (problem) return { ok: false, problems: [problem] };
    const done = await tx.adviceGroups.addAbsence(key(), member, typed);
    await log(tx, 'add-absence', done ? 'ok' : 'denied');
    return done ? { ok: true } : null;
  });
}

/** Takes days away back; pressed twice they are gone all the same. */
export function removeAway(app: Reads, actor: Actor, absence: string): Promise<void> {
  return app.db.as(actor, async tx => {
    const done = await tx.adviceGroups.removeAbsence(absence);
    await log(tx, 'remove-absence', done ? 'ok' : 'missing');
  });
}

/** What the actor agreed to answer, and their days away; null for who works nowhere. */
export function readMyAdvice(app: Reads, actor: Actor): Promise<MyAdvice | null> {
  return app.db.as(actor, async tx => {
    const zone = await zoneHere(tx);
    return tx.adviceGroups.mine(weekBegan(tx.now, zone), localDay(tx.now, zone));
  });
}

/** A specialist's own number of questions a week. Null for a group they are not in, which is written down. */
export function saveMyCap(
  app: Reads,
  actor: Actor,
  { group, weeklyCap }: { group: string; weeklyCap: string },
): Promise<SettingsOutcome> {
  return app.db.as(actor, async tx => {
    if (!isWeekly(weeklyCap)) return { ok: false, problems: [{ field: 'weeklyCap', why: 'no-number' }] };
    const done = await tx.adviceGroups.setMyCap(group, Number(weeklyCap));
    await log(tx, 'save-my-advice', done ? 'ok' : 'denied');
    return done ? { ok: true } : null;
  });
}

/** Days on which the actor answers nothing, both included. */
export async function addMyAway(
  app: Reads,
  actor: Actor,
  typed: { from: string; until: string },
): Promise<SettingsOutcome> {
  const mine = await readMyAdvice(app, actor);
  return mine && addAway(app, actor, { member: mine.member, typed });
}
