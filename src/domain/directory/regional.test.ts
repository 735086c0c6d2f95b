import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Regional, regionalFirst, regionsAsked } from './regional.ts';

const group = (key: string, categoryCode: string | null, ...regions: string[]): Regional => ({
  entry: { key, categoryCode, regions },
  reasons: [],
});
const keys = (found: readonly Regional[]) => found.map(({ entry }) => entry.key);

describe('whom a requester asks for advice', () => {
  it('is the group of their own region, then the one for all of Ontario, of the same specialty', () => {
    const skin = [group('ontario', 'skin'), group('east', 'skin', 'K'), group('west', 'skin', 'N', 'P')];
    expect(keys(regionalFirst(skin, ['N']))).toEqual(['west', 'ontario', 'east']);
    expect(keys(regionalFirst(skin, ['K', 'N']))).toEqual(['east', 'west', 'ontario']);
    expect(keys(regionalFirst(skin, []))).toEqual(['ontario', 'east', 'west']);
    expect(regionalFirst(skin, ['N'])[0]!.reasons).toEqual([{ code: 'asked-first', region: 'N' }]);
  });

  it('is never a group of another specialty because it is near', () => {
    const found = [group('heart', 'heart'), group('lungs', 'lungs', 'N'), group('unknown', null, 'N')];
    expect(keys(regionalFirst(found, ['N']))).toEqual(['heart', 'lungs', 'unknown']);
  });

  it('whatever was found: nobody is lost, and each place keeps its specialty', () => {
    const region = fc.constantFrom('K', 'L', 'M', 'N', 'P');
    const some = fc.record({
      code: fc.constantFrom('skin', 'heart', null),
      regions: fc.uniqueArray(region, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 12 }),
        fc.uniqueArray(region, { maxLength: 3 }),
        (all, first) => {
          const found = all.map(({ code, regions }, n) => group(String(n), code, ...regions));
          const asked = regionalFirst(found, first);
          expect(keys(asked).sort()).toEqual(keys(found).sort());
          expect(asked.map(one => one.entry.categoryCode)).toEqual(found.map(one => one.entry.categoryCode));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is chosen among regions that there are, three at most, each once', () => {
    expect(regionsAsked(['N', '', 'N', 'X', 'K', 'P', 'L'])).toEqual(['N', 'K', 'P']);
  });
});
