import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dcg, ndcg } from './ndcg.ts';

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });

it('agrees with a list worked out by hand', () => {
  // 7/1 + 3/1.58496 + 7/2 + 0 + 1/2.58496
  expect(dcg([3, 2, 3, 0, 1], 10)).toBeCloseTo(7 + 1.892789 + 3.5 + 0.386853, 5);
  // The best order of the same: 3 3 2 1 0.
  expect(ndcg([3, 2, 3, 0, 1], [3, 2, 3, 0, 1])).toBeCloseTo(12.779642 / (7 + 4.416508 + 1.5 + 0.430677), 5);
});

it('is 1 for the best order, 0 for nothing of worth, and between them otherwise', () => {
  fc.assert(
    fc.property(grades, all => {
      const best = all.toSorted((a, b) => b - a);
      const any = ndcg(all, all);
      expect(any).toBeGreaterThanOrEqual(0);
      expect(any).toBeLessThanOrEqual(1 + 1e-12);
      expect(ndcg(best, all)).toBeCloseTo(all.some(grade => grade > 0) ? 1 : 0, 12);
      expect(
        ndcg(
          all.map(() => 0),
          all,
        ),
      ).toBe(0);
    }),
  );
});

it('counts what was not found: one right result where ten exist is not enough', () => {
  expect(ndcg([3], Array(10).fill(3))).toBeLessThan(0.25);
});

it('does not look below the tenth place', () => {
  expect(ndcg([...Array(10).fill(0), 3], [3])).toBe(0);
});

it('a better entry in place of a worse one never lowers it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 10 }), list => {
      const better = list.with(0, 3);
      const pool = [...list, ...better];
      expect(ndcg(better, pool)).toBeGreaterThanOrEqual(ndcg(list, pool));
    }),
  );
});
