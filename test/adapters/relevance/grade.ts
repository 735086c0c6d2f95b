import { createHash } from 'node:crypto';
import { distanceKm, type Point } from '../../../src/domain/directory/place.ts';
import { fold } from '../../../src/domain/directory/words.ts';

/** An entry of the directory as the judges see it. Names in English. */
export interface Judged {
  key: string;
  kind: 'referral' | 'econsult' | 'community' | 'facility';
  name: string;
  /** Code of a service's category; English name of a facility's kind. */
  category: string | null;
  site: string | null;
  city: string | null;
  minAge: number | null;
  maxAge: number | null;
  sexes: readonly string[];
  modes: readonly string[];
  point: Point | null;
}

/** A line of queries.csv. */
export type Query = Record<
  'lang' | 'text' | 'age' | 'sex' | 'speaks' | 'near' | 'setting' | 'topics' | 'also',
  string
>;

/** A rule that gives an entry a grade. */
export interface Rule {
  grade: number;
  by: '=' | '~' | 'at:' | 'service:' | 'advice:' | 'place:';
  what: string;
  city: string | null;
}

/** Reads "3 service:sleep; 1 place:Hospital". Throws at what is not a rule: the file was edited badly. */
export function readRules(text: string, city: string | null = null): Rule[] {
  return text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const [, grade, by, what] = /^([1-3]) (=|~|at:|service:|advice:|place:)(.+)$/.exec(part) ?? [];
      if (!what) throw new Error(`not a judgement: ${part}`);
      return { grade: Number(grade), by: by as Rule['by'], what, city };
    });
}

/** The rules for a query: those of its topics ("hospital" or "hospital@Ottawa"), and its own. */
export function rulesFor({ topics, also }: Query, byTopic: ReadonlyMap<string, string>): Rule[] {
  const ofTopics = topics.split(';').flatMap(topic => {
    const [name, city] = topic.split('@');
    if (name === '') return [];
    const rules = byTopic.get(name!);
    if (rules === undefined) throw new Error(`no such topic: ${name}`);
    return readRules(rules, city ?? null);
  });
  return [...ofTopics, ...readRules(also)];
}

function gradeBy({ grade, by, what, city }: Rule, entry: Judged): number {
  if (city !== null && entry.city !== city) return 0;
  const says = (text: string | null) => fold(text ?? '').includes(fold(what));
  switch (by) {
    case '=':
      return entry.name === what ? grade : 0;
    case '~':
      return says(entry.name) ? grade : 0;
    case 'at:':
      // Who types the name of a place wants the place; what it offers is the next best.
      return says(entry.name) ? grade : says(entry.site) ? grade - 1 : 0;
    case 'service:':
      return entry.kind === 'referral' && entry.category === what ? grade : 0;
    case 'advice:':
      return entry.kind === 'econsult' && entry.category === what ? grade : 0;
    case 'place:':
      return entry.kind === 'facility' && entry.category === what ? grade : 0;
    default:
      return by satisfies never;
  }
}

/** Kilometres that people do not go when they may also be seen nearer. */
const far = 150;

/** The grade of an entry for a query, 0 to 3, by the rules in README.md. `home`: where the patient lives, when said. */
export function gradeOf(
  entry: Judged,
  query: Query,
  { rules, home }: { rules: readonly Rule[]; home: Point | null },
): number {
  const age = Number(query.age);
  if (query.age !== '' && (age < (entry.minAge ?? 0) || age > (entry.maxAge ?? 150))) return 0;
  if (query.sex !== '' && entry.sexes.length > 0 && !entry.sexes.includes(query.sex)) return 0;
  let grade = Math.max(0, ...rules.map(rule => gradeBy(rule, entry)));
  if (query.setting === 'advice' && entry.kind !== 'econsult') grade--;
  if (query.setting === 'visit' && (entry.kind === 'econsult' || entry.kind === 'community')) grade--;
  const mustGo = entry.kind !== 'econsult' && !entry.modes.includes('virtual');
  if (home && entry.point && mustGo && distanceKm(home, entry.point) > far) grade--;
  return Math.max(0, grade);
}

/** A third of the queries, by their text alone: never looked at while the search is tuned. */
export function heldOut(text: string): boolean {
  return createHash('sha256').update(text).digest()[0]! % 3 === 0;
}
