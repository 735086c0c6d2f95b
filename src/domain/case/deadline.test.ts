import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, atLocal, businessDaysBetween, dueAfter, dueBefore, localDay } from './deadline.ts';
import { holidays, isBusinessDay } from './holidays.ts';

const toronto = 'America/Toronto';
const day = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })
  .map(at => new Date(at).toISOString());

describe('Ontario holidays', () => {
  it.each([
    [
      2025,
      [
        '2025-01-01',
        '2025-02-17',
        '2025-04-18',
        '2025-05-19',
        '2025-07-01',
        '2025-09-01',
        '2025-10-13',
        '2025-12-25',
        '2025-12-26',
      ],
    ],
    [
      2026,
      [
        '2026-01-01',
        '2026-02-16',
        '2026-04-03',
        '2026-05-18',
        '2026-07-01',
        '2026-09-07',
        '2026-10-12',
        '2026-12-25',
        '2026-12-26',
        '2026-12-28',
      ],
    ],
    [
      2027,
      [
        '2027-01-01',
        '2027-02-15',
        '2027-03-26',
        '2027-05-24',
        '2027-07-01',
        '2027-09-06',
        '2027-10-11',
        '2027-12-25',
        '2027-12-26',
        '2027-12-27',
        '2027-12-28',
      ],
    ],
    [
      2028,
      [
        '2028-01-01',
        '2028-01-03',
        '2028-02-21',
        '2028-04-14',
        '2028-05-22',
        '2028-07-01',
        '2028-07-03',
        '2028-09-04',
        '2028-10-09',
        '2028-12-25',
        '2028-12-26',
      ],
    ],
  ])('of %i are the nine public ones and the days on which they are observed', (year, expected) => {
    expect([...holidays(year)].sort()).toEqual(expected);
  });

  it('do not include Easter Monday, the civic holiday or Remembrance Day', () => {
    for (const working of ['2026-04-06', '2026-08-03', '2026-11-11'])
      expect(isBusinessDay(working)).toBe(true);
  });
});

describe('a due time', () => {
  it('falls at 17:00 of the site in winter and in summer', () => {
    expect(dueAfter({ from: '2026-01-05T15:00:00.000Z', businessDays: 2, zone: toronto })).toBe(
      '2026-01-07T22:00:00.000Z',
    );
    expect(dueAfter({ from: '2026-07-06T15:00:00.000Z', businessDays: 2, zone: toronto })).toBe(
      '2026-07-08T21:00:00.000Z',
    );
    expect(dueAfter({ from: '2026-07-06T15:00:00.000Z', businessDays: 2, zone: 'America/Winnipeg' })).toBe(
      '2026-07-08T22:00:00.000Z',
    );
  });

  it('stays at 17:00 over both changes of clocks', () => {
    expect(dueAfter({ from: '2026-03-06T15:00:00.000Z', businessDays: 1, zone: toronto })).toBe(
      '2026-03-09T21:00:00.000Z',
    );
    expect(dueAfter({ from: '2026-10-30T15:00:00.000Z', businessDays: 1, zone: toronto })).toBe(
      '2026-11-02T22:00:00.000Z',
    );
  });

  it('rolls from a weekend and over Good Friday', () => {
    expect(dueAfter({ from: '2026-03-28T15:00:00.000Z', days: 7, zone: toronto })).toBe(
      '2026-04-06T21:00:00.000Z',
    );
    expect(dueAfter({ from: '2026-04-02T15:00:00.000Z', businessDays: 1, zone: toronto })).toBe(
      '2026-04-06T21:00:00.000Z',
    );
  });

  it('counts from the day it is at the site, not in Greenwich', () => {
    expect(dueAfter({ from: '2026-06-02T02:00:00.000Z', businessDays: 1, zone: toronto })).toBe(
      '2026-06-02T21:00:00.000Z',
    );
  });

  it('counts business hours only between nine and five', () => {
    expect(dueAfter({ from: '2026-06-01T20:00:00.000Z', businessHours: 4, zone: toronto })).toBe(
      '2026-06-02T16:00:00.000Z',
    );
    expect(dueAfter({ from: '2026-05-30T12:00:00.000Z', businessHours: 4, zone: toronto })).toBe(
      '2026-06-01T17:00:00.000Z',
    );
  });

  it('is never before its beginning, always on a business day', () => {
    fc.assert(
      fc.property(day, fc.nat(90), fc.nat(20), (from, days, businessDays) => {
        for (const span of [{ days }, { businessDays }]) {
          const due = dueAfter({ from, zone: toronto, ...span });
          expect(due >= from).toBe(true);
          expect(isBusinessDay(localDay(due, toronto))).toBe(true);
        }
      }),
    );
  });

  it('one business day before a Monday visit is Friday at 17:00', () => {
    expect(dueBefore('2026-06-08T14:00:00.000Z', 1, toronto)).toBe('2026-06-05T21:00:00.000Z');
  });

  it('counts business days between two days as they were added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const start = localDay(from, toronto);
        expect(businessDaysBetween(start, addBusinessDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('a wall clock time', () => {
  it('is what calendars of the zone say, whenever and wherever', () => {
    const zones = ['America/Toronto', 'America/St_Johns', 'America/Regina', 'Australia/Lord_Howe', 'UTC'];
    const calendars = zones.map(
      timeZone => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }),
    );
    const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2045, 0) });
    fc.assert(
      fc.property(moments, fc.nat(zones.length - 1), (at, n) => {
        expect(localDay(new Date(at).toISOString(), zones[n]!)).toBe(calendars[n]!.format(at));
      }),
      { numRuns: 300 },
    );
    // Each side of both changes of clocks, the days around asked before.
    for (const at of [
      '2026-03-08T05:30',
      '2026-03-08T06:59',
      '2026-03-08T07:00',
      '2026-11-01T05:59',
      '2026-11-02T04:30',
    ])
      expect(localDay(`${at}:00.000Z`, zones[0]!)).toBe(calendars[0]!.format(Date.parse(`${at}:00.000Z`)));
  });

  it('that happens twice is the first, that never happens the moment after', () => {
    expect(atLocal('2026-11-01', '01:30', toronto)).toBe('2026-11-01T05:30:00.000Z');
    expect(atLocal('2026-03-08', '02:30', toronto)).toBe('2026-03-08T07:30:00.000Z');
  });
});
