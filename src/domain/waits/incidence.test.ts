import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Curve,
  competing,
  cumulativeIncidence,
  type Ending,
  endings,
  kaplanMeier,
  type Observation,
  percentile,
  shareBy,
} from './incidence.ts';

const waits = (ending: Ending | null, ...days: number[]): Observation[] =>
  days.map(days => ({ days, ending }));
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const at = (curve: Curve, days: number) => curve.steps.findLast(step => step.days <= days)!;

describe('against published worked examples', () => {
  // Satagopan JM et al. A note on competing risks in survival data analysis. Br J Cancer 2004;91:1229-1235, table 2:
  // the first nine of 305 women; the others were watched for longer.
  const breastCancer = [
    ...waits(null, 7, 14, 24),
    ...waits('reached', 10, 16, 23, 27),
    ...waits('declined', 18, 26),
    ...waits(null, ...Array.from({ length: 296 }, (_, n) => 28 + n)),
  ];
  const curve = cumulativeIncidence(breastCancer);

  it('as many are at risk as in table 2 of Satagopan et al.', () => {
    expect(curve.steps.map(step => [step.days, step.atRisk])).toEqual([
      ...[
        [10, 304],
        [16, 302],
        [18, 301],
        [23, 300],
        [26, 298],
        [27, 297],
      ],
    ]);
  });

  it('as many still wait as its step 1 says, percent', () => {
    const waiting = curve.steps.map(step => rounded(step.waiting * 100, 1));
    expect(waiting).toEqual([99.7, 99.3, 99.0, 98.7, 98.3, 98.0]);
  });

  it('each end adds the incidence of its step 2, and the other cause adds none', () => {
    const added = curve.steps.map((step, i) => step.reached - (curve.steps[i - 1]?.reached ?? 0));
    expect(added.map(one => rounded(one * 100, 1))).toEqual([0.3, 0.3, 0, 0.3, 0, 0.3]);
    // The table adds up what it rounded: 0.3, 0.6, 0.9, 1.2.
    const printed = added.reduce((sum, one) => sum + rounded(one * 100, 1), 0);
    expect(rounded(printed, 1)).toBe(1.2);
  });

  // Freireich 1963, as Gehan (Biometrika 1965;52:203-223) and Cox and Oakes (1984) print it: weeks in remission under
  // 6-mercaptopurine.
  const remission = [
    ...waits('reached', 6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...waits(null, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];

  it('Kaplan-Meier is that of the remission times of Freireich et al.', () => {
    const survival = kaplanMeier(remission).steps.map(step => [step.days, rounded(step.waiting, 3)]);
    expect(survival).toEqual([
      ...[
        [6, 0.857],
        [7, 0.807],
        [10, 0.753],
        [13, 0.69],
        [16, 0.627],
        [22, 0.538],
        [23, 0.448],
      ],
    ]);
  });

  it('their median is 23 weeks, and 9 in 10 is more than was watched', () => {
    expect(percentile(kaplanMeier(remission), 0.5)).toEqual({ days: 23, more: false });
    expect(percentile(kaplanMeier(remission), 0.9)).toEqual({ days: 35, more: true });
  });
});

describe('what a clinician reads', () => {
  it('people who still wait make the wait longer', () => {
    const seen = waits('reached', 7, 14, 21, 28);
    expect(percentile(cumulativeIncidence(seen), 0.5)?.days).toBe(14);
    const withPile = [...seen, ...waits(null, 60, 60, 60, 60)];
    expect(percentile(cumulativeIncidence(withPile), 0.5)).toEqual({ days: 28, more: false });
    expect(percentile(cumulativeIncidence(withPile), 0.9)).toEqual({ days: 60, more: true });
  });

  it('a service that declines every other person has the wait of those it takes', () => {
    const taken = waits('reached', 10, 20, 30, 40);
    const curve = cumulativeIncidence([...taken, ...waits('declined', 5, 5, 5, 5)]);
    expect(competing(curve)).toBeCloseTo(0.5);
    expect(percentile(curve, 0.5)).toEqual({ days: 20, more: false });
    expect(shareBy(curve, 20)).toBeCloseTo(0.25);
  });

  it('nobody is seen where everybody is declined, and nothing is known of nobody', () => {
    expect(percentile(cumulativeIncidence(waits('declined', 3, 4)), 0.5)).toBeNull();
    expect(percentile(cumulativeIncidence([]), 0.5)).toEqual({ days: 0, more: true });
  });
});

const observation = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  ending: fc.constantFrom<Ending | null>(null, ...endings),
});
const people = fc.array(observation, { maxLength: 60 });

describe('whoever waits', () => {
  it('the curve only rises, and with the other ends and those who wait makes a whole', () => {
    fc.assert(
      fc.property(people, observed => {
        const curves = endings.map(ending => cumulativeIncidence(observed, ending));
        for (const { steps } of curves)
          for (const [i, step] of steps.entries()) {
            const before = steps[i - 1] ?? { reached: 0, waiting: 1, days: -1 };
            expect(step.reached).toBeGreaterThanOrEqual(before.reached);
            expect(step.waiting).toBeLessThanOrEqual(before.waiting);
            expect(step.days).toBeGreaterThan(before.days);
          }
        const last = curves.map(({ steps }) => steps.at(-1));
        const whole = last.reduce((sum, step) => sum + (step?.reached ?? 0), last[0]?.waiting ?? 1);
        expect(whole).toBeCloseTo(1, 9);
      }),
    );
  });

  it('Kaplan-Meier is the same where nothing competes, and never less where something does', () => {
    fc.assert(
      fc.property(people, observed => {
        const alone = observed.filter(one => one.ending === null || one.ending === 'reached');
        const one = cumulativeIncidence(alone);
        expect(kaplanMeier(alone)).toEqual(one);
        for (const { reached, waiting } of one.steps) expect(reached + waiting).toBeCloseTo(1, 9);
        for (const step of kaplanMeier(observed).steps)
          expect(step.reached).toBeGreaterThanOrEqual(
            at(cumulativeIncidence(observed), step.days).reached - 1e-9,
          );
      }),
    );
  });

  it('the order in which they are listed does not matter', () => {
    const twice = people.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(cumulativeIncidence(one)).toEqual(cumulativeIncidence(other));
      }),
    );
  });

  it('9 in 10 is never before the median, and one more who waits never makes either shorter', () => {
    fc.assert(
      fc.property(people, observed => {
        const of = (list: readonly Observation[], share: number) =>
          percentile(cumulativeIncidence(list), share);
        const [median, ninetieth] = [of(observed, 0.5), of(observed, 0.9)];
        if (median && ninetieth) expect(ninetieth.days).toBeGreaterThanOrEqual(median.days);
        const longer = of([...observed, { days: 41, ending: null }], 0.5);
        if (median) expect(longer!.days).toBeGreaterThanOrEqual(median.days);
      }),
    );
  });
});
