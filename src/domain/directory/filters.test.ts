import { describe, expect, it } from 'vitest';
import { isWithin, parseBounds } from './bounds.ts';
import { type Filterable, type Filters, passes } from './filters.ts';

const guelph = { latitude: 43.54, longitude: -80.25 };
const clinic: Filterable = {
  ...{ kind: 'referral', point: guelph, postalCode: 'N1E 6H5', languages: ['en'], modes: ['in-person'] },
  ...{ minAge: 18, maxAge: 64, sexes: [], regions: [], ways: ['referral'], urgent: false, accepting: true },
  wait: 21,
};
const facility: Filterable = {
  ...clinic,
  ...{ kind: 'facility', languages: [], modes: [], minAge: null, maxAge: null, ways: [], accepting: false },
  wait: null,
};
const stays = (entry: Partial<Filterable>, filters: Filters, km: number | null = 5) =>
  passes({ ...clinic, ...entry }, filters, km);

describe('a person who narrows the list', () => {
  it.each([
    [17, false],
    [18, true],
    [64, true],
    [65, false],
  ])('of %i years sees a service for 18 to 64: %s', (age, seen) => expect(stays({}, { age })).toBe(seen));

  it('sees no service for the other sex, and of neither sex every one', () => {
    const women = { sexes: ['female'] };
    expect(stays(women, { sex: 'male' })).toBe(false);
    expect(stays(women, { sex: 'intersex' })).toBe(true);
  });

  it('sees services for all of Ontario and for the own region, and facilities that stand in it', () => {
    expect(stays({}, { region: 'P' })).toBe(true);
    expect(stays({ regions: ['K', 'P'] }, { region: 'P' })).toBe(true);
    expect(stays({ regions: ['K'] }, { region: 'P' })).toBe(false);
    expect(passes(facility, { region: 'N' }, null)).toBe(true);
    expect(passes(facility, { region: 'K' }, null)).toBe(false);
  });

  it.each<[Filters]>([[{ age: 3 }], [{ sex: 'male' }], [{ language: 'fr' }]])(
    'keeps a facility that never said whom it keeps out, with %j',
    filters => expect(passes(facility, filters, null)).toBe(true),
  );

  it.each<[Filters]>([
    [{ virtual: true }],
    [{ accepting: true }],
    [{ urgent: true }],
    [{ way: 'referral' }],
    [{ maxWaitDays: 400 }],
    [{ maxKm: 100 }],
  ])('cannot count on what a facility never said it offers, with %j', filters =>
    expect(passes(facility, filters, null)).toBe(false),
  );

  it('is not told that a wait is short when it is only known to be longer, or of too few people', () => {
    expect(stays({}, { maxWaitDays: 21 })).toBe(true);
    expect(stays({}, { maxWaitDays: 20 })).toBe(false);
    expect(stays({ wait: 7, waitMore: true }, { maxWaitDays: 21 })).toBe(false);
    expect(stays({ wait: null }, { maxWaitDays: 21 })).toBe(false);
  });

  it('finds advice and virtual care from anywhere, and in-person care within the distance', () => {
    expect(stays({}, { maxKm: 25 }, 25)).toBe(true);
    expect(stays({}, { maxKm: 25 }, 26)).toBe(false);
    expect(stays({ kind: 'econsult' }, { maxKm: 25 }, 900)).toBe(true);
    expect(stays({ modes: ['virtual'] }, { maxKm: 25 }, null)).toBe(true);
    expect(stays({ modes: ['in-person', 'virtual'] }, { maxKm: 25 }, 900)).toBe(false);
  });
});

describe('a window of the map', () => {
  it('holds what lies in it, its edges too', () => {
    const bounds = { south: 43.54, west: -81, north: 44, east: -80.25 };
    expect(isWithin(guelph, bounds)).toBe(true);
    expect(stays({}, { bounds: { ...bounds, south: 43.55 } })).toBe(false);
    expect(stays({ point: null }, { bounds })).toBe(false);
  });

  it.each([
    ['43,-81,44,-80', { south: 43, west: -81, north: 44, east: -80 }],
    [' 43.5 , -81.25 ,44, -80 ', { south: 43.5, west: -81.25, north: 44, east: -80 }],
    ['48,2,49,3', { south: 48, west: 2, north: 49, east: 3 }],
    ['a,b,c,d', { refusal: 'not-numbers' }],
    ['43,-81,44', { refusal: 'not-numbers' }],
    ['43,-81,44,-80,1', { refusal: 'not-numbers' }],
    ['NaN,-81,44,Infinity', { refusal: 'not-numbers' }],
    ['43,-81,91,-80', { refusal: 'outside-world' }],
    ['43,-181,44,-80', { refusal: 'outside-world' }],
    ['44,-81,43,-80', { refusal: 'upside-down' }],
    ['43,179,44,-179', { refusal: 'upside-down' }],
  ])('is read from "%s"', (text, read) => expect(parseBounds(text)).toEqual(read));
});
