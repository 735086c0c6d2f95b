import { isOfOneSex } from './filters.ts';
import { distanceKm, type Point } from './place.ts';
import type { ServiceKind } from './service.ts';
import { onlyFor, type Situation } from './situations.ts';
import { type Stemmed, shareSpokenOf } from './spoken.ts';
import type { Stems } from './stem-text.ts';
import type { Concept } from './synonyms.ts';

/** What a search found, at most 200 of them, before they are put in order. */
export interface Candidate {
  key: string;
  kind: ServiceKind | 'facility';
  name: { en: string; fr: string };
  /** Stems by weight: of the name, of category and terms, of the description. */
  stems: { name: Stems; terms: Stems; text: Stems };
  point: Point | null;
  languages: readonly string[];
  modes: readonly string[];
  minAge: number | null;
  maxAge: number | null;
  sexes: readonly string[];
  accepting: boolean;
  /** Median days, when known of six people or more. */
  wait: number | null;
  /** Not reached yet: longer than `wait`. */
  waitMore?: boolean;
  /** First letters of the postal codes it serves; empty for all of Ontario. */
  regions: readonly string[];
  ways: readonly string[];
}

/** For whom and from where. Absent parts neither help nor harm. */
export interface Wishes {
  age?: number;
  sex?: string;
  language?: string;
  near?: Point;
  virtual?: boolean;
  /** First letter of the postal code where the patient lives. */
  region?: string;
  way?: string;
}

/** Why an entry stands where it stands, as codes; words/directory makes the line a clinician reads. */
export type Reason =
  | { code: 'fits-age'; age: number }
  | { code: 'wrong-age'; age: number }
  | { code: 'wrong-sex' }
  | { code: 'speaks'; language: string }
  | { code: 'other-language'; language: string }
  | { code: 'virtual' }
  | { code: 'serves-region'; region: string }
  | { code: 'other-region'; region: string }
  | { code: 'asked-first'; region: string }
  | { code: 'way'; way: string }
  | { code: 'other-way'; way: string }
  | { code: 'distance'; km: number }
  | { code: 'wait'; days: number; more?: true }
  | { code: 'not-accepting' }
  | { code: 'only-for'; situation: Situation };

export interface Ranked<C extends Candidate> {
  entry: C;
  /** 0 to about 1.3; comparable within one search only. */
  score: number;
  /** How much of what was asked the entry speaks of, the patient and the place apart; comparable as `score` is. */
  words: number;
  km: number | null;
  reasons: Reason[];
}

/** What was typed: its concepts, the rarity of each, and whether it is a question ("which medication next?"). */
export interface Asked {
  concepts: readonly Concept[];
  weights: readonly number[];
  question?: boolean;
  /** The rarity of every stem that the directory has. */
  rarities?: ReadonlyMap<string, number>;
}

/** Who types a question wants an answer rather than a visit. */
const answers = 1.5;

function patientFit(candidate: Candidate, wishes: Wishes, reasons: Reason[]): number {
  let factor = 1;
  const { age, sex, language } = wishes;
  if (age !== undefined && (candidate.minAge !== null || candidate.maxAge !== null)) {
    const fits = age >= (candidate.minAge ?? 0) && age <= (candidate.maxAge ?? 150);
    reasons.push({ code: fits ? 'fits-age' : 'wrong-age', age });
    factor *= fits ? 1.04 : 0.3;
  }
  if (isOfOneSex(sex) && candidate.sexes.length > 0 && !candidate.sexes.includes(sex)) {
    reasons.push({ code: 'wrong-sex' });
    factor *= 0.3;
  }
  if (language !== undefined && candidate.languages.length > 0) {
    const speaks = candidate.languages.includes(language);
    reasons.push({ code: speaks ? 'speaks' : 'other-language', language });
    factor *= speaks ? 1.03 : 0.8;
  }
  return factor * askable(candidate, wishes, reasons);
}

/** Where the patient lives and how one asks: a service for the own region comes a little before one for all of Ontario. */
function askable(candidate: Candidate, { region, way }: Wishes, reasons: Reason[]): number {
  let factor = 1;
  if (region !== undefined && candidate.regions.length > 0) {
    const serves = candidate.regions.includes(region);
    reasons.push({ code: serves ? 'serves-region' : 'other-region', region });
    factor *= serves ? 1.03 : 0.4;
  }
  if (way !== undefined && candidate.kind !== 'facility') {
    const has = candidate.ways.includes(way);
    reasons.push({ code: has ? 'way' : 'other-way', way });
    factor *= has ? 1 : 0.6;
  }
  return factor;
}

/** Nearer is a little better; a service that is only virtual is near to everybody, one that may be is half as far. */
function nearness(candidate: Candidate, wishes: Wishes, km: number | null, reasons: Reason[]): number {
  const virtual = candidate.modes.includes('virtual');
  if (virtual) reasons.push({ code: 'virtual' });
  if (km !== null) reasons.push({ code: 'distance', km: Math.round(km) });
  if (wishes.virtual && !virtual) return 0.5;
  if (km === null || (virtual && candidate.modes.length === 1)) return 1;
  const far = 1 / (1 + (Math.log2(1 + km / 10) * 0.35) / 3);
  return virtual ? (1 + far) / 2 : far;
}

/** Hours stay hours, so that an answer within a day is not "0 days". */
function waitReason(days: number, more?: boolean): Reason {
  const rounded = days < 1 ? days : Math.round(days);
  return { code: 'wait', days: rounded, ...(more ? { more: true } : {}) };
}

function readiness(candidate: Candidate, reasons: Reason[]): number {
  if (candidate.wait !== null) reasons.push(waitReason(candidate.wait, candidate.waitMore));
  if (candidate.kind !== 'facility' && !candidate.accepting) {
    reasons.push({ code: 'not-accepting' });
    return 0.7;
  }
  if (candidate.wait === null) return 0.97;
  // Every group owes its answer within a week: hours more or less do not put one before another.
  const days = candidate.kind === 'econsult' ? Math.max(0, candidate.wait - 7) : candidate.wait;
  return 1 - Math.min(0.12, days / 2000);
}

/**
 * Puts candidates in order: fit to the words first, times fit to the patient, then the expected wait and the distance as
 * small factors, a service before a facility of the same fit, an advice group first for a question. Its constants were tuned on
 * the relevance set (test/adapters/relevance), of which a third was held out. `weights` is the rarity of each concept. Ties by name, so
 * that the same question gives the same list. Without concepts only patient, wait and distance count.
 */
export function rank<C extends Candidate>(
  candidates: readonly C[],
  asked: Asked,
  wishes: Wishes = {},
): Ranked<C>[] {
  const stems = new Set(asked.concepts.flatMap(one => [...one.stems, ...(one.words ?? [])]));
  const given = { ...asked, stems };
  const ranked = candidates.map(entry => score(entry, given, wishes));
  return ranked.sort((a, b) => b.score - a.score || order(a.entry, b.entry));
}

function order(a: Candidate, b: Candidate): number {
  const [mine, other] = a.name.en === b.name.en ? [a.key, b.key] : [a.name.en, b.name.en];
  return mine < other ? -1 : Number(mine > other);
}

/** A place is behind what it offers; what people reach by themselves is behind where they can be sent, of the same fit. */
const quieter: Partial<Record<Candidate['kind'], number>> = { facility: 0.8, community: 0.85 };

/** Who is for people in a situation that nobody spoke of is behind who is for all. A place is for whoever comes. */
function meant(entry: Candidate, { concepts }: Asked, reasons: Reason[]): number {
  if (concepts.length === 0 || entry.kind === 'facility') return 1;
  const situation = onlyFor(entry.stems, concepts);
  if (situation === null) return 1;
  reasons.push({ code: 'only-for', situation });
  return 0.3;
}

function score<C extends Candidate>(entry: C, asked: Asked & { stems: Stemmed }, wishes: Wishes): Ranked<C> {
  const reasons: Reason[] = [];
  const km = wishes.near && entry.point ? distanceKm(wishes.near, entry.point) : null;
  const words = asked.concepts.length === 0 ? 0.5 : shareSpokenOf(entry, asked, asked.stems);
  const patient = meant(entry, asked, reasons) * patientFit(entry, wishes, reasons);
  const near = nearness(entry, wishes, km, reasons);
  const ready = readiness(entry, reasons);
  const kind = entry.kind === 'econsult' && asked.question ? answers : (quieter[entry.kind] ?? 1);
  return { entry, score: words * patient * near * ready * kind, words, km, reasons };
}
