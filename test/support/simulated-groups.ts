import { addBusinessDays, addDays } from '../../src/domain/case/deadline.ts';
import { isBusinessDay, nextDay } from '../../src/domain/case/holidays.ts';
import type { Day } from '../../src/domain/case/time.ts';
import {
  type Absence,
  type Asked,
  chooseSpecialist,
  mondayOf,
  type Specialist,
} from '../../src/domain/econsult/auto-assign.ts';

/** A year of questions to groups. Everything follows from the seed. */
export interface Simulation {
  seed: number;
  groups: number;
  weeks: number;
  /** Questions in all. */
  cases: number;
  /** Share of what the specialists agreed to, on the days they are at work. */
  load: number;
}

export interface Simulated {
  cases: number;
  answered: number;
  /** Share answered by the end of the seventh day, or the next business day after it. */
  withinPromise: number;
  /** Weeks of a specialist above their cap. */
  overCap: number;
  /** Inequality of load within each set of specialists of a group with the same cap and fit. */
  gini: { worst: number; mean: number; sets: number };
  /** Days that the question waited longest for a specialist. */
  longestWait: number;
  /** Milliseconds of one choice. */
  choice: number;
}

interface Person
  extends Omit<Specialist, 'taken' | 'recent' | 'present' | 'conflict' | 'handedBack' | 'knowsThem'> {
  /** By day number: what they were given. */
  given: number[];
  /** By day number: at work. */
  there: boolean[];
  total: number;
  byWeek: Map<Day, number>;
  fit: string;
}

interface Group {
  people: Person[];
  waiting: Question[];
  answered: number[];
  known: Map<string, number>;
}

interface Question {
  asked: number;
  due: Day;
  sub?: string;
  language: string;
  region: string;
  who: string;
}

/** Mulberry32: small, quick, the same everywhere. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const first: Day = '2026-01-05';
const subs = ['one', 'two', 'three'];
const regions = ['K', 'L', 'M', 'N', 'P'];

/** Gini coefficient of what each has: 0 when all have the same. */
export function giniOf(values: readonly number[]): number {
  const sum = values.reduce((a, b) => a + b, 0);
  if (sum === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const weighted = sorted.reduce((total, value, i) => total + (2 * (i + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * sum);
}

/** Four weeks of holidays in two or three pieces, and for most the days around Christmas. */
function absencesOf(chance: () => number, weeks: number): Absence[] {
  const begin = (length: number) => addDays(first, Math.floor(chance() * Math.max(1, weeks * 7 - length)));
  const lengths = chance() < 0.5 ? [14, 14] : [7, 7, 14];
  const found = lengths.map(length => {
    const from = begin(length);
    return { from, until: addDays(from, length - 1) };
  });
  if (chance() < 0.7) found.push({ from: '2026-12-24', until: '2027-01-02' });
  return found;
}

/** Sets of equals: two of a special field, the rest of the whole field in two languages and two caps. */
function groupOf(chance: () => number, simulation: Simulation, at: number): Group {
  const sizes = [
    { count: 4, weeklyCap: 5, subSpecialties: [], languages: ['en'] },
    { count: 3, weeklyCap: 3, subSpecialties: [], languages: ['en', 'fr'] },
    { count: 3, weeklyCap: 4, subSpecialties: ['one', 'two'], languages: ['en', 'fr'] },
    { count: 3, weeklyCap: 4, subSpecialties: ['three'], languages: ['en'] },
  ];
  const near = regions[at % regions.length]!;
  const people = sizes.flatMap(({ count, ...like }, set) =>
    Array.from({ length: count }, (_, i): Person => {
      const absences = absencesOf(chance, simulation.weeks);
      return {
        member: at * 100 + set * 10 + i,
        ...{ ...like, absences, regions: set === 0 ? [near] : [] },
        ...{ given: [], there: [], total: 0, byWeek: new Map(), fit: String(set) },
      };
    }),
  );
  return { people, waiting: [], answered: [], known: new Map() };
}

/** How many arrive on a day, around a mean. */
function poisson(mean: number, chance: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count++;
  return count;
}

function isThere(one: Person, day: Day): boolean {
  return isBusinessDay(day) && !one.absences.some(({ from, until }) => from <= day && day <= until);
}

function questionOf(chance: () => number, at: { day: Day; number: number }): Question {
  const field = chance();
  const sub = field < 0.55 ? undefined : subs[Math.floor((field - 0.55) / 0.15)]!;
  return {
    asked: at.number,
    due: addBusinessDays(addDays(at.day, 7), 0),
    ...(sub && { sub }),
    language: chance() < 0.08 ? 'fr' : 'en',
    region: regions[Math.floor(chance() * regions.length)]!,
    who: `requester and patient ${Math.floor(chance() * 1500)}`,
  };
}

const window = 91;

/** What the assignment would read of a specialist in the database on that day. */
function factsOf(one: Person, day: { day: Day; number: number }, knows: boolean): Specialist {
  let recent = 0;
  let present = 0;
  for (let n = Math.max(0, day.number - window + 1); n <= day.number; n++) {
    recent += one.given[n] ?? 0;
    if (one.there[n]) present++;
  }
  const { member, weeklyCap, absences, subSpecialties, languages } = one;
  const taken = one.byWeek.get(mondayOf(day.day)) ?? 0;
  const fit = { member, weeklyCap, absences, subSpecialties, languages, regions: one.regions };
  return { ...fit, taken, recent, present, conflict: false, handedBack: false, knowsThem: knows };
}

interface Tally {
  answered: number;
  within: number;
  longest: number;
  spent: number;
  choices: number;
}

/** The specialist answers on one of their next three days at work. */
function answerDay(one: Person, from: Day, chance: () => number): Day {
  let left = 1 + Math.floor(chance() * 3);
  let day = from;
  for (let guard = 0; left > 0 && guard < 60; guard++) {
    day = nextDay(day);
    if (isThere(one, day)) left--;
  }
  return day;
}

function giveOut(
  group: Group,
  day: { day: Day; number: number },
  to: { tally: Tally; chance: () => number },
): void {
  const { tally, chance } = to;
  group.waiting = group.waiting.filter(question => {
    const asked: Asked = {
      today: day.day,
      due: question.due > day.day ? question.due : day.day,
      language: question.language,
      region: question.region,
      ...(question.sub && { subSpecialty: question.sub }),
    };
    const known = group.known.get(question.who);
    const facts = group.people.map(one => factsOf(one, day, one.member === known));
    const began = performance.now();
    const chosen = chooseSpecialist(asked, facts);
    tally.spent += performance.now() - began;
    tally.choices++;
    if ('nobody' in chosen) return true;
    const person = group.people.find(one => one.member === chosen.member)!;
    const week = mondayOf(day.day);
    person.byWeek.set(week, (person.byWeek.get(week) ?? 0) + 1);
    person.given[day.number] = (person.given[day.number] ?? 0) + 1;
    person.total++;
    group.known.set(question.who, person.member);
    tally.answered++;
    tally.longest = Math.max(tally.longest, day.number - question.asked);
    if (answerDay(person, day.day, chance) <= question.due) tally.within++;
    return false;
  });
}

/** Questions a day at the wanted load, for what those at work today agreed to. */
function meanOf(group: Group, day: Day, load: number): number {
  const there = group.people.filter(one => isThere(one, day));
  return load * there.reduce((sum, one) => sum + one.weeklyCap / 5, 0);
}

function equals(groups: readonly Group[]): number[] {
  return groups.flatMap(({ people }) => {
    const sets = new Map<string, number[]>();
    for (const { fit, total } of people) sets.set(fit, [...(sets.get(fit) ?? []), total]);
    return [...sets.values()].filter(set => set.length > 1).map(giniOf);
  });
}

/**
 * Plays the weeks: questions come on business days, each is given out at once or waits for somebody, day by day; specialists
 * answer within three days of work. Stops early when `cases` have come.
 */
export function simulate(simulation: Simulation): Simulated {
  const chance = chanceOf(simulation.seed);
  const groups = Array.from({ length: simulation.groups }, (_, at) => groupOf(chance, simulation, at));
  const tally: Tally = { answered: 0, within: 0, longest: 0, spent: 0, choices: 0 };
  let cases = 0;
  let day = first;
  for (let number = 0; number < simulation.weeks * 7 + 14; number++, day = nextDay(day)) {
    for (const group of groups) {
      for (const one of group.people) one.there[number] = isThere(one, day);
      const coming = number < simulation.weeks * 7 && cases < simulation.cases;
      const count = coming ? poisson(meanOf(group, day, simulation.load), chance) : 0;
      for (let n = 0; n < count; n++) group.waiting.push(questionOf(chance, { day, number }));
      cases += count;
      giveOut(group, { day, number }, { tally, chance });
    }
  }
  const inequality = equals(groups);
  return {
    cases,
    answered: tally.answered,
    withinPromise: tally.within / cases,
    overCap: groups.flatMap(({ people }) => people).reduce((sum, one) => sum + weeksOver(one), 0),
    gini: {
      worst: Math.max(...inequality),
      mean: inequality.reduce((a, b) => a + b, 0) / inequality.length,
      sets: inequality.length,
    },
    longestWait: tally.longest,
    choice: tally.spent / tally.choices,
  };
}

function weeksOver({ byWeek, weeklyCap }: Person): number {
  return [...byWeek.values()].filter(count => count > weeklyCap).length;
}
