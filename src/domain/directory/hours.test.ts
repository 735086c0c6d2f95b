import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, readHours, writeHours } from './hours.ts';

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map(all => all.sort((a, b) => a - b))
  .map(all =>
    Array.from({ length: Math.floor(all.length / 2) }, (_, i) => ({
      ...{ weekday: 3, opens: all[2 * i]!, closes: all[2 * i + 1]! },
    })),
  );

describe('opening hours as somebody types them', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(spans, hours => {
        expect(readHours(writeHours(hours, 3), 3)).toEqual({ hours });
      }),
    );
  });

  it('are read in both languages, and in the order of the day', () => {
    const wanted = {
      hours: [
        { weekday: 1, opens: 510, closes: 720 },
        { weekday: 1, opens: 780, closes: 990 },
      ],
    };
    expect(readHours('13:00-16:30, 8:30 - 12', 1)).toEqual(wanted);
    expect(readHours('8 h 30 à 12 h; 13 h à 16 h 30', 1)).toEqual(wanted);
    expect(readHours('  ', 1)).toEqual({ hours: [] });
  });

  it('are refused when they overlap, run backwards or mean nothing', () => {
    expect(readHours('8:00-12:00, 11:00-13:00', 1)).toEqual({ problem: 'overlap' });
    expect(readHours('16:00-8:00', 1)).toEqual({ problem: 'backwards' });
    expect(readHours('mornings', 1)).toEqual({ problem: 'unreadable' });
    expect(readHours('8:00-25:00', 1)).toEqual({ problem: 'unreadable' });
    expect(readHours('1-2,3-4,5-6,7-8,9-10', 1)).toEqual({ problem: 'too-many' });
  });

  it('never throw, whatever is typed, and never come out overlapping', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const read = readHours(typed, 5);
        if ('hours' in read) expect(overlap(read.hours)).toBe(false);
      }),
    );
  });

  it('overlap when a minute is in both, and not when one ends as the other begins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }))),
        list => {
          const hours = list.map(([opens, long]) => ({ weekday: 2, opens, closes: opens + long }));
          const minutes = hours.flatMap(one =>
            Array.from({ length: one.closes - one.opens }, (_, i) => one.opens + i),
          );
          expect(overlap(hours)).toBe(new Set(minutes).size < minutes.length);
        },
      ),
    );
  });
});
