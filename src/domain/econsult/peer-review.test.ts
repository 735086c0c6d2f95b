import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, drawReviews, monthBefore } from './peer-review.ts';

const answer = (id: number, author: number, more: Partial<Answered> = {}): Answered => ({
  ...{ case: id, author, hands: [author], site: 'Maple Landing', licence: '90210' },
  ...more,
});
const reviewer = (member: number, ...conflicts: string[]) => ({ member, conflicts });

describe('the answers of a month that colleagues read', () => {
  it('are never read by who gave them, had them in hand, or named the practice or the person as a conflict', () => {
    const one = [answer(1, 10, { hands: [10, 11] })];
    const draw = (...all: ReturnType<typeof reviewer>[]) => drawReviews(one, all, { seed: 's', count: 5 });
    expect(draw(reviewer(10), reviewer(11))).toEqual([]);
    expect(draw(reviewer(12, ' maple landing '), reviewer(13, '90210'))).toEqual([]);
    expect(draw(reviewer(14, 'Elsewhere'))).toEqual([{ case: 1, author: 10, reviewer: 14 }]);
  });

  it('are drawn in turns over the specialists, to reviewers in equal numbers, the same for the same seed', () => {
    const member = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(
        fc.array(member, { maxLength: 40 }),
        fc.uniqueArray(member, { maxLength: 6 }),
        fc.nat(20),
        fc.string(),
        (authors, members, count, seed) => {
          const answers = authors.map((author, id) => answer(id, author));
          const reviewers = members.map(one => reviewer(one));
          const drawn = drawReviews(answers, reviewers, { seed, count });
          expect(drawReviews([...answers].reverse(), [...reviewers].reverse(), { seed, count })).toEqual(
            drawn,
          );
          expect(drawn.length).toBeLessThanOrEqual(count);
          expect(new Set(drawn.map(one => one.case)).size).toBe(drawn.length);
          for (const { author, reviewer: by } of drawn) expect(by).not.toBe(author);
          // With a reviewer from outside, nobody is drawn twice before everybody was drawn once.
          const whole = drawReviews(answers, [...reviewers, reviewer(7), reviewer(8)], { seed, count });
          const times = (of: number) => whole.filter(one => one.author === of).length;
          const had = (of: number) => authors.filter(one => one === of).length;
          for (const a of authors)
            for (const b of authors) if (times(a) > times(b) + 1) expect(times(b)).toBe(had(b));
          const loads = [7, 8].map(of => whole.filter(one => one.reviewer === of).length);
          expect(Math.abs(loads[0]! - loads[1]!)).toBeLessThanOrEqual(1);
          expect(whole).toHaveLength(Math.min(count, answers.length));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are those of the month before', () => {
    expect([monthBefore('2027-01-03'), monthBefore('2026-11-01')]).toEqual(['2026-12', '2026-10']);
  });
});
