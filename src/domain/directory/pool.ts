import { type Filterable, type Filters, isEverywhere, passes } from './filters.ts';
import type { Candidate, Ranked } from './rank.ts';

/** A candidate that may stand in a pool. */
export interface Poolable extends Candidate, Filterable {
  /** Code of the kind of service; null of a facility nobody said it of. */
  categoryCode: string | null;
  /** The central intake, or the group, that sends patients on within itself: all of it is one entry. */
  joint: { key: string; name: { en: string; fr: string } } | null;
}

/** One entry of a pool: a service, or an intake or group by whichever of its services is soonest. */
export interface Choice<C extends Poolable> {
  soonest: Ranked<C>;
  /** Services in it, at least one. */
  services: number;
}

export interface Pool<C extends Poolable> {
  /** The default: nobody who fits has a shorter expected wait. */
  first: Choice<C>;
  /** The others that fit, soonest first. */
  others: Choice<C>[];
  /** How far a patient would travel to any of it in person; null for any distance. */
  withinKm: number | null;
}

/** What is far, and how far is looked before there is nobody nearer. Kilometres. */
const reaches = [100, 250, Number.POSITIVE_INFINITY];
/** Of the most that one of its kind says of the problem, the least that an entry says who may stand for it. */
const alike = 0.8;
/** Who says less of the problem than this was found by a word beside it, and is nobody's default. */
const leastSaid = 0.2;

/**
 * The pool of all services that fit one patient and one problem, shortest expected wait first. `ranked`: what a search found,
 * best first. `patient`: whom it must see and how soon. Whoever fits passes the patient's limits, takes requests now, is for
 * people in no other situation, is of the kind of the best that does, and is within reach: 100 km, farther only where nobody is
 * nearer; what can be virtual is always within reach. It says about as much of the problem as any of that kind, or has the same
 * name as one that does. Null when nobody fits.
 */
export function poolOf<C extends Poolable>(ranked: readonly Ranked<C>[], patient: Filters): Pool<C> | null {
  const able = ranked.filter(
    one =>
      one.entry.accepting &&
      one.entry.kind !== 'facility' &&
      passes(one.entry, patient, one.km) &&
      !one.reasons.some(({ code }) => code === 'only-for'),
  );
  const [best] = able;
  if (!best || best.words < leastSaid) return null;
  const same = able.filter(one => one.entry.categoryCode === best.entry.categoryCode);
  const most = Math.max(...same.map(one => one.words));
  const close = same.filter(one => one.words >= alike * most);
  // The same under the same name elsewhere: it is described in fewer words, and is no other thing.
  const names = new Set(close.map(one => one.entry.name.en));
  const kin = same.filter(one => one.words >= alike * most || names.has(one.entry.name.en));
  const reach = reaches.find(km => kin.some(one => isReached(one, km)))!;
  const [first, ...others] = choicesOf(kin.filter(one => isReached(one, reach)));
  return { first: first!, others, withinKm: Number.isFinite(reach) ? reach : null };
}

/** Where nobody knows how far something is, it is not counted as far. */
function isReached({ entry, km }: Ranked<Poolable>, reach: number): boolean {
  return isEverywhere(entry) || entry.modes.includes('virtual') || km === null || km <= reach;
}

function choicesOf<C extends Poolable>(fitting: readonly Ranked<C>[]): Choice<C>[] {
  const choices = new Map<string, Choice<C>>();
  for (const one of [...fitting].sort(bySoonest)) {
    const key = one.entry.joint?.key ?? one.entry.key;
    const known = choices.get(key);
    if (known) known.services++;
    else choices.set(key, { soonest: one, services: 1 });
  }
  return [...choices.values()];
}

/** The median; what is only known to be longer counts from there, after what is known; what nobody knows comes last. */
function bySoonest(a: Ranked<Poolable>, b: Ranked<Poolable>): number {
  const [mine, other] = [expectedDays(a.entry), expectedDays(b.entry)];
  if (mine !== other) return mine < other ? -1 : 1;
  return Number(a.entry.waitMore ?? false) - Number(b.entry.waitMore ?? false) || b.score - a.score;
}

/** Days that half of the people wait at least; infinite when nobody knows, or of fewer than six people. */
export function expectedDays({ wait }: Pick<Candidate, 'wait'>): number {
  return wait ?? Number.POSITIVE_INFINITY;
}
