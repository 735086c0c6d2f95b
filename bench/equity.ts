import { distanceKm, type Point } from '../src/domain/directory/place.ts';
import { type Poolable, poolOf } from '../src/domain/directory/pool.ts';
import type { Ranked } from '../src/domain/directory/rank.ts';
import { percentile } from './measure.ts';

/** Where people and clinics are: share of both, what the clinics can see of those who ask there, how widely all lie, degrees. */
const parts = [
  ['K', { latitude: 45.2, longitude: -75.8 }, 0.14, 0.97, 1],
  ['L', { latitude: 43.7, longitude: -79.6 }, 0.35, 0.95, 0.6],
  ['M', { latitude: 43.7, longitude: -79.4 }, 0.22, 1.15, 0.2],
  ['N', { latitude: 43.1, longitude: -81.2 }, 0.22, 0.97, 0.8],
  ['P', { latitude: 46.8, longitude: -82 }, 0.07, 0.85, 2.5],
] as const satisfies readonly (readonly [string, Point, number, number, number])[];

const clinics = 60;
const days = 365;
/** How many ask in a day. */
const aDay = 200;
/** How many take what is offered first; the others go near, as they do now. */
const takers = 0.7;

interface Clinic {
  entry: Poolable;
  point: Point;
  /** Patients a day, and how many wait. */
  capacity: number;
  queue: number;
  /** Days, as they were last night: nobody who chooses knows more. */
  published: number;
}

/** Numbers from 0 to 1 by lot, the same every time (Mulberry32). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function somewhere(lot: () => number): { region: string; point: Point } {
  const at = lot();
  let below = 0;
  const part = parts.find(one => {
    below += one[2];
    return at <= below;
  })!;
  const off = () => (lot() - 0.5) * 2 * part[4];
  const [region, { latitude, longitude }] = part;
  return { region, point: { latitude: latitude + off(), longitude: longitude + off() } };
}

function clinicAt(n: number, lot: () => number): Clinic & { region: string } {
  const { region, point } = somewhere(lot);
  const key = `clinic-${n}`;
  // One in six sees people by video too.
  const modes = n % 6 === 0 ? ['in-person', 'virtual'] : ['in-person'];
  const nobody = { name: new Set<string>(), terms: new Set<string>(), text: new Set<string>() };
  const entry: Poolable = {
    ...{
      key,
      kind: 'referral',
      name: { en: key, fr: key },
      categoryCode: 'one',
      joint: null,
      stems: nobody,
      point,
    },
    ...{ postalCode: null, languages: ['en'], modes, minAge: null, maxAge: null, sexes: [], regions: [] },
    ...{ ways: ['referral'], urgent: true, accepting: true, wait: 0 },
  };
  return { region, entry, point, capacity: 0.6 + 0.8 * lot(), queue: 20 + 100 * lot(), published: 0 };
}

/** The clinics of a part can see together what it says they can; each begins with a queue of weeks. */
function supplied(all: readonly (Clinic & { region: string })[]): Clinic[] {
  const sum = (region: string) =>
    all.reduce((total, one) => total + (one.region === region ? one.capacity : 0), 0);
  return all.map(one => {
    const [, , share, supply] = parts.find(([region]) => region === one.region)!;
    const capacity = (one.capacity * aDay * share * supply) / sum(one.region);
    return { ...one, capacity, queue: one.queue * capacity };
  });
}

type Choose = (home: Point, all: readonly Clinic[], lot: () => number) => Clinic;

/** One of the three nearest, which is who a practice knows. */
const nearest: Choose = (home, all, lot) => {
  const away = all.map(one => ({ one, km: distanceKm(home, one.point) })).sort((a, b) => a.km - b.km);
  return away[Math.floor(3 * lot())]!.one;
};

const suitable: Choose = (home, all) => {
  const ranked = all.map(
    ({ entry, point, published }): Ranked<Poolable> => ({
      entry: { ...entry, wait: published },
      ...{ score: 1, words: 1, km: distanceKm(home, point), reasons: [] },
    }),
  );
  const first = poolOf(ranked, {})!.first.soonest.entry.key;
  return all.find(one => one.entry.key === first)!;
};

interface Waits {
  all: number[];
  byRegion: Map<string, number[]>;
  km: number[];
}

/** A year of requests, of which the second half counts. `takes`: the share that takes the first suitable. */
function live(takes: number): Waits {
  const lot = lots(7);
  const all = supplied(Array.from({ length: clinics }, (_, n) => clinicAt(n, lot)));
  const waits: Waits = { all: [], byRegion: new Map(), km: [] };
  for (let day = 0; day < days; day++) {
    for (const one of all) one.published = one.queue / one.capacity;
    for (let n = 0; n < aDay; n++) {
      const { region, point } = somewhere(lot);
      const one = (lot() < takes ? suitable : nearest)(point, all, lot);
      if (day >= days / 2) note(waits, region, one.queue / one.capacity, distanceKm(point, one.point));
      one.queue++;
    }
    for (const one of all) one.queue = Math.max(0, one.queue - one.capacity);
  }
  return waits;
}

function note(waits: Waits, region: string, wait: number, km: number): void {
  waits.all.push(wait);
  waits.km.push(km);
  const some = waits.byRegion.get(region);
  if (some) some.push(wait);
  else waits.byRegion.set(region, [wait]);
}

/** How far the soonest tenth of the people and the last tenth lie apart, and the slowest region and the fastest, in days. */
function spread({ all, byRegion }: Waits): { people: number; regions: number } {
  const medians = [...byRegion.values()].map(some => percentile(some, 0.5));
  return {
    people: percentile(all, 0.9) - percentile(all, 0.1),
    regions: Math.max(...medians) - Math.min(...medians),
  };
}

function line(name: string, waits: Waits): string {
  const median = (some: readonly number[]) => percentile(some, 0.5).toFixed(0);
  const regions = parts.map(([region]) => `${region} ${median(waits.byRegion.get(region) ?? [])}`).join('  ');
  const { people, regions: apart } = spread(waits);
  return (
    `${name.padEnd(15)} median days ${regions}; 10th to 90th percentile ${people.toFixed(0)} days apart, regions ` +
    `${apart.toFixed(0)} days apart, median ${percentile(waits.km, 0.5).toFixed(0)} km`
  );
}

/** What the pooled default does to the spread of waits, against who asks near home. Nothing is read or stored. */
export function equity(): string[] {
  const [near, pool] = [live(0), live(takers)];
  const [before, after] = [spread(near), spread(pool)];
  return [
    line('nearest first', near),
    line('first suitable', pool),
    `spread of waits, first suitable / nearest first: people ${(after.people / before.people).toFixed(2)}, ` +
      `regions ${(after.regions / before.regions).toFixed(2)}`,
  ];
}
