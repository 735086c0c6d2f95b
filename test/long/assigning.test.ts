import { expect, it } from 'vitest';
import { simulate } from '../support/simulated-groups.ts';

it('100,000 questions in 52 weeks: within caps, in equal shares, answered in time', () => {
  const year = simulate({ seed: 1, groups: 53, weeks: 52, cases: 110_000, load: 0.8 });
  expect(year.cases).toBeGreaterThanOrEqual(100_000);
  expect(year.overCap).toBe(0);
  expect(year.gini.worst).toBeLessThanOrEqual(0.1);
  expect(year.withinPromise).toBeGreaterThanOrEqual(0.99);
});
