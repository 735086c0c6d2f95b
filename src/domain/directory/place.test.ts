import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { distanceKm, medianPoint, parseNear } from './place.ts';

test.each([
  ['N1E', { fsa: 'N1E' }],
  ['n1e6h5', { postalCode: 'N1E 6H5', fsa: 'N1E' }],
  [' n1e  6h5 ', { postalCode: 'N1E 6H5', fsa: 'N1E' }],
  ['N1E-6H5', { postalCode: 'N1E 6H5', fsa: 'N1E' }],
  ['43.55, -80.23', { point: { latitude: 43.55, longitude: -80.23 } }],
  ['D1E', null],
  ['N1E 6', null],
  ['91,0', null],
  ['43.55', null],
  ['NaN,NaN', null],
  ['Guelph', { town: 'Guelph' }],
  [" L'Orignal ", { town: "L'Orignal" }],
  ['St. Catharines', { town: 'St. Catharines' }],
  ['Guelph; drop', null],
  ['a', null],
])('near "%s" is read', (text, near) => {
  expect(parseNear(text)).toEqual(near);
});

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  it('is the same both ways and never more than half way round', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });

  it('from Guelph to Kitchener is about 24 km', () => {
    const km = distanceKm(
      { latitude: 43.5553, longitude: -80.2309 },
      { latitude: 43.4503, longitude: -80.4892 },
    );
    expect(km).toBeGreaterThan(22);
    expect(km).toBeLessThan(26);
  });
});

test('one facility placed wrongly does not move the median', () => {
  const here = { latitude: 43.5, longitude: -80.2 };
  expect(medianPoint([here, here, { latitude: 10, longitude: 10 }])).toEqual(here);
  expect(medianPoint([])).toBeNull();
});
