import { isBusinessDay, nextDay } from '../case/holidays.ts';
import type { Day, Instant } from '../case/time.ts';
import type { AssignReason } from './econsult.ts';

/** Days away, both included. */
export interface Absence {
  from: Day;
  until: Day;
}

/** A specialist of the group as the automatic assignment sees one. Numbers of members are inside ids. */
export interface Specialist {
  member: number;
  /** Questions a week, from Monday, that they agreed to. */
  weeklyCap: number;
  /** Questions they were given since Monday, also those they handed back. */
  taken: number;
  /** Questions of the last 13 weeks. */
  recent: number;
  /** Business days of those 13 weeks on which they were at work. */
  present: number;
  lastTaken?: Instant;
  absences: readonly Absence[];
  /** May not see this question: family, or somebody they named. */
  conflict: boolean;
  /** Had this very question and gave it back. */
  handedBack: boolean;
  /** Answered this requester about this patient before. */
  knowsThem: boolean;
  /** Codes of the group; none: the whole field. */
  subSpecialties: readonly string[];
  /** ISO 639-1. */
  languages: readonly string[];
  /** First letters of postal codes; none: anywhere. */
  regions: readonly string[];
}

/** What is known of a question before anybody has read it. */
export interface Asked {
  today: Day;
  /** The day on which the answer was promised. */
  due: Day;
  subSpecialty?: string;
  language?: string;
  region?: string;
}

/** Why somebody was not considered. */
export const bars = ['conflict', 'handed-back', 'away', 'full', 'other-field'] as const;
export type Bar = (typeof bars)[number];

/** What narrowed the choice, in this order. */
export const preferences = ['sub-specialty', 'language', 'region', 'continuity', 'balance'] as const;
export type Preference = (typeof preferences)[number];

/** How many were left by a preference that not everybody met. */
export interface Step {
  by: Preference;
  from: number;
  to: number;
}

export interface PassedOver {
  member: number;
  why: Bar;
}

/** Who gets the question and why, or that nobody can; with everybody who was not considered. */
export type Chosen =
  | { member: number; why: AssignReason; steps: readonly Step[]; passed: readonly PassedOver[] }
  | { nobody: true; passed: readonly PassedOver[] };

/** Monday of the week of a day. Caps count from it. */
export function mondayOf(day: Day): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

function isAway(day: Day, absences: readonly Absence[]): boolean {
  return absences.some(({ from, until }) => from <= day && day <= until);
}

/**
 * Away for a question of `today` that is due on `due`: not there today, or on less than half of the business days that are
 * left for the answer. Who leaves tomorrow gets nothing tonight.
 */
export function isAwayFor(
  absences: readonly Absence[],
  { today, due }: Pick<Asked, 'today' | 'due'>,
): boolean {
  if (!absences.some(({ from, until }) => from <= due && today <= until)) return false;
  if (isAway(today, absences)) return true;
  let days = 0;
  let there = 0;
  for (let day = today; day <= due; day = nextDay(day)) {
    if (!isBusinessDay(day)) continue;
    days++;
    if (!isAway(day, absences)) there++;
  }
  return there * 2 < days;
}

/** The day before the first day back, for "away until"; undefined for somebody who is at work on `today`. */
export function awayUntil(absences: readonly Absence[], today: Day): Day | undefined {
  let last: Day | undefined;
  for (let day = today; isAway(day, absences); day = nextDay(day)) last = day;
  return last;
}

/** Business days from one day to another, both included, on which somebody was at work. */
export function daysAtWork(absences: readonly Absence[], { from, until }: Absence): number {
  let count = 0;
  for (let day = from; day <= until; day = nextDay(day))
    if (isBusinessDay(day) && !isAway(day, absences)) count++;
  return count;
}

function barOf(one: Specialist, asked: Asked): Bar | undefined {
  if (one.conflict) return 'conflict';
  if (one.handedBack) return 'handed-back';
  if (isAwayFor(one.absences, asked)) return 'away';
  if (one.taken >= one.weeklyCap) return 'full';
  const { subSpecialty } = asked;
  const other =
    subSpecialty !== undefined && one.subSpecialties.length > 0 && !one.subSpecialties.includes(subSpecialty);
  return other ? 'other-field' : undefined;
}

type Meets = (one: Specialist, asked: Asked) => boolean;

/** Each narrows the choice to those who meet it, unless nobody does. */
const fits: readonly [Exclude<Preference, 'balance'>, Meets][] = [
  // A question of no special field is for those who answer the whole of it.
  [
    'sub-specialty',
    ({ subSpecialties }, { subSpecialty }) =>
      subSpecialty === undefined ? subSpecialties.length === 0 : subSpecialties.includes(subSpecialty),
  ],
  ['language', ({ languages }, { language }) => language === undefined || languages.includes(language)],
  [
    'region',
    ({ regions }, { region }) => region === undefined || regions.length === 0 || regions.includes(region),
  ],
  ['continuity', ({ knowsThem }) => knowsThem],
];

/** Share of what they agreed to that they had lately, for the days they were there: a holiday is not made up for. */
function burden({ recent, weeklyCap, present }: Specialist): number {
  return recent / (weeklyCap * Math.max(5, present));
}

function nextInTurn(a: Specialist, b: Specialist): number {
  const difference = burden(a) - burden(b);
  if (difference !== 0) return difference;
  const [last, other] = [a.lastTaken ?? '', b.lastTaken ?? ''];
  if (last !== other) return last < other ? -1 : 1;
  return a.member - b.member;
}

const reasons: Readonly<Record<Preference, AssignReason>> = {
  continuity: 'continuity',
  'sub-specialty': 'best-match',
  language: 'language',
  region: 'region',
  balance: 'next-in-turn',
};
/** Of several steps the one that says most. */
const telling: readonly Preference[] = ['continuity', 'sub-specialty', 'language', 'region'];

/**
 * The automatic assignment: of those who may take the question now (no conflict, not away, not over the weekly cap, of its
 * field), who fits best by sub-specialty, language, region and continuity; among equals, who had least of their share over
 * 13 weeks. The same facts always give the same choice, whatever their order.
 */
export function chooseSpecialist(asked: Asked, group: readonly Specialist[]): Chosen {
  const passed: PassedOver[] = [];
  let left = group.filter(one => {
    const why = barOf(one, asked);
    if (why) passed.push({ member: one.member, why });
    return why === undefined;
  });
  if (left.length === 0) return { nobody: true, passed };
  const steps: Step[] = [];
  for (const [by, meets] of fits) {
    const fitting = left.filter(one => meets(one, asked));
    if (fitting.length === 0 || fitting.length === left.length) continue;
    steps.push({ by, from: left.length, to: fitting.length });
    left = fitting;
  }
  if (left.length > 1) steps.push({ by: 'balance', from: left.length, to: 1 });
  const { member } = left.reduce((best, one) => (nextInTurn(one, best) < 0 ? one : best));
  const step = telling.find(by => steps.some(one => one.by === by)) ?? 'balance';
  return { member, why: reasons[step], steps, passed };
}
