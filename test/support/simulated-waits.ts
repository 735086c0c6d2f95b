import { figureOf } from '../../src/domain/waits/figure.ts';
import { day, type Spell } from '../../src/domain/waits/spell.ts';
import { chance } from '../long/chance.ts';

/** How people wait in a simulated clinic: seen by a Weibull clock, declined and cancelled at steady rates. */
export interface Clinic {
  shape: number;
  /** Days. */
  scale: number;
  /** A day. */
  declines: number;
  cancels: number;
}

/** Weeks to a visit, some declined at once or later; a year with people who wait at its end. */
export const clinics: Record<string, Clinic> = {
  'is quick': { shape: 1.2, scale: 25, declines: 0.004, cancels: 0.002 },
  'is slow': { shape: 2, scale: 110, declines: 0.002, cancels: 0.001 },
  'takes everybody': { shape: 1, scale: 40, declines: 0, cancels: 0 },
};

/** The days by which `share` of those who are seen are seen, to a hundredth: the clinic's true percentile. */
export function truth({ shape, scale, declines, cancels }: Clinic, share: number): number {
  const step = 0.01;
  const seen: number[] = [0];
  let waiting = 1;
  for (let t = 0; waiting > 1e-9; t += step) {
    const middle = t + step / 2;
    const hazard = (shape / scale) * (middle / scale) ** (shape - 1);
    const all = hazard + declines + cancels;
    const gone = waiting * (1 - Math.exp(-all * step));
    seen.push(seen.at(-1)! + (gone * hazard) / all);
    waiting -= gone;
  }
  return seen.findIndex(sum => sum >= share * seen.at(-1)!) * step;
}

/** People who were sent evenly over the year before `now`, milliseconds; their ends are known also when they lie ahead. */
export function simulate(
  clinic: Clinic,
  people: number,
  { seed, now }: { seed: number; now: number },
): Spell[] {
  const { next } = chance(seed);
  const exponential = (rate: number) =>
    rate === 0 ? Number.POSITIVE_INFINITY : -Math.log(1 - next()) / rate;
  return Array.from({ length: people }, () => {
    const start = now - next() * 365 * day;
    const seen = clinic.scale * (-Math.log(1 - next())) ** (1 / clinic.shape);
    const declined = exponential(clinic.declines);
    const cancelled = exponential(clinic.cancels);
    const days = Math.min(seen, declined, cancelled);
    const ending = days === seen ? 'reached' : days === declined ? 'declined' : 'cancelled';
    const label = ending === 'reached' ? 'initial-visit' : null;
    return { measure: 'wait1', urgency: 'routine', label, start, end: start + days * day, ending, away: [] };
  });
}

/** How far the mean of the figures of so many simulations of 2,000 people is from the truth, as a share of it. */
export function biasOf(clinic: Clinic, simulations: number, now: number) {
  const sum = { median: 0, ninetieth: 0 };
  for (let seed = 1; seed <= simulations; seed++) {
    const { median, ninetieth } = figureOf(simulate(clinic, 2_000, { seed, now }), now);
    if (!median || !ninetieth || median.more || ninetieth.more)
      throw new Error(`simulation ${seed} reached no percentile`);
    sum.median += median.days;
    sum.ninetieth += ninetieth.days;
  }
  return {
    median: sum.median / simulations / truth(clinic, 0.5) - 1,
    ninetieth: sum.ninetieth / simulations / truth(clinic, 0.9) - 1,
  };
}
