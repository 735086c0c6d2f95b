import { describe, expect, it } from 'vitest';
import { biasOf, clinics, simulate, truth } from '../../../test/support/simulated-waits.ts';
import { figureOf, historyOf } from './figure.ts';
import { waitsOfService } from './service-waits.ts';
import { day, type Spell } from './spell.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const person = (began: number, waited: number | null, more: Partial<Spell> = {}): Spell => {
  const start = now - began * day;
  const end = waited === null ? null : start + waited * day;
  const ending = end === null ? null : 'reached';
  const label = end === null ? null : 'initial-visit';
  return { measure: 'wait1', urgency: 'routine', label, start, end, ending, away: [], ...more };
};
const people = (count: number, of: (n: number) => Spell) => Array.from({ length: count }, (_, n) => of(n));

describe('the figures of simulated clinics', () => {
  for (const [name, clinic] of Object.entries(clinics))
    it(`that ${name}: over 200 simulations of 2,000 people the mean is at most 5 % from the truth`, () => {
      const { median, ninetieth } = biasOf(clinic, 200, now);
      expect(Math.abs(median)).toBeLessThanOrEqual(0.05);
      expect(Math.abs(ninetieth)).toBeLessThanOrEqual(0.05);
    });

  it('counting only those who were seen would say a third less where many wait', () => {
    const clinic = clinics['is slow']!;
    const seen = simulate(clinic, 2_000, { seed: 1, now }).filter(
      one => one.end! <= now && one.ending === 'reached',
    );
    const recent = seen.filter(one => one.start > now - 183 * day).map(one => (one.end! - one.start) / day);
    const naive = recent.sort((a, b) => a - b)[Math.floor(recent.length * 0.9)]!;
    expect(naive).toBeLessThan(truth(clinic, 0.9) * 0.8);
  });
});

describe('a figure', () => {
  const seen = (count: number, began: number, waited: number, more: Partial<Spell> = {}) =>
    people(count, n => person(began + n, waited, more));

  it('of five people says nothing but that they are too few', () => {
    expect(figureOf(seen(5, 60, 20), now).tooFew).toBe(true);
    expect(figureOf(seen(6, 60, 20), now)).toMatchObject({ tooFew: false, people: 6, median: { days: 20 } });
    expect(figureOf([], now)).toMatchObject({ tooFew: true, people: 0, oldest: null });
  });

  it('says how many wait and since when its oldest began', () => {
    const figure = figureOf(
      [...seen(10, 60, 20), ...people(3, () => person(10, null)), person(900, null)],
      now,
    );
    expect(figure).toMatchObject({ people: 13, waiting: 4, oldest: now - 69 * day });
    expect(figure.median).toEqual({ days: 20, more: false });
  });

  it('that a year does not reach looks at three, and says more than it has seen', () => {
    const few = [...seen(4, 100, 50), ...seen(8, 700, 300)];
    expect(figureOf(few, now)).toMatchObject({ people: 12, median: { days: 300, more: false } });
    const stuck = figureOf([...seen(6, 300, 10), ...people(14, n => person(200 + n, null))], now);
    expect(stuck.ninetieth).toEqual({ days: 213, more: true });
  });

  it('tells a wait that grew from one that shrank and one that stayed', () => {
    const trend = (before: number, after: number) =>
      figureOf([...seen(30, 300, before), ...seen(90, 40, after)], now).trend;
    expect([trend(20, 35), trend(35, 20), trend(20, 21)]).toEqual(['longer', 'shorter', 'steady']);
    expect(figureOf(seen(30, 40, 20), now).trend).toBeNull();
  });

  it('says what share was answered within a week, also of those who never were', () => {
    const asked = [
      ...seen(8, 30, 2),
      ...seen(2, 30, 12),
      ...seen(10, 30, 1, { ending: 'declined', label: null }),
    ];
    expect(figureOf(asked, now).within7).toBeCloseTo(0.4);
  });

  it('has a history of a year in months, as it was known then', () => {
    const history = historyOf([...seen(20, 300, 20), ...people(20, n => person(100 + n, null))], now);
    expect(history.length).toBeLessThanOrEqual(12);
    expect(history.every((point, i) => i === 0 || point.at > history[i - 1]!.at)).toBe(true);
    expect(history.at(-1)).toMatchObject({ at: now, people: 40 });
    expect(history[0]!.people).toBeLessThan(40);
  });
});

describe('what is shown of a service', () => {
  const lines = (spells: readonly Spell[]) =>
    waitsOfService(spells, now).lines.map(one =>
      [one.measure, one.urgency, one.label].filter(Boolean).join(' '),
    );
  const some = (count: number, more: Partial<Spell> = {}) => people(count, n => person(60 + n, 20, more));

  it('stands apart by urgency only when neither has fewer than six people', () => {
    expect(lines([...some(20), ...some(5, { urgency: 'urgent' })])).toEqual(['wait1']);
    expect(lines([...some(20), ...some(6, { urgency: 'urgent' })])).toEqual([
      ...['wait1', 'wait1 routine', 'wait1 urgent'],
    ]);
  });

  it('stands apart by the label of the visit where two have enough people', () => {
    const two = [...some(9), ...some(8, { label: 'consultation' }), ...some(3, { label: 'follow-up' })];
    expect(lines(two)).toEqual(['wait1', 'wait1 consultation', 'wait1 initial-visit']);
    expect(lines([...some(9), ...some(5, { label: 'consultation' })])).toEqual(['wait1']);
  });

  it('says of a clinic without assessments nothing of Wait 1a', () => {
    const never = { measure: 'wait1a', ending: 'elsewhere', label: null } as const;
    expect(lines([...some(9), ...some(9, never)])).toEqual(['wait1']);
    expect(lines(people(7, () => person(20, null)))).toEqual(['wait1']);
  });
});
