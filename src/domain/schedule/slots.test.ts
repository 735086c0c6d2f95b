import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../case/deadline.ts';
import type { ClinicType, Pattern, Plan } from './plan.ts';
import { clockOf, isClosed, isFor, nextFree, overlaps, slotAt, slotsOn, weekdayOf } from './slots.ts';

const toronto = 'America/Toronto';
const type = (given: Partial<ClinicType> = {}): ClinicType => ({
  ...{ id: 1, key: 'k', name: { en: 'First visit', fr: 'Première visite' }, label: 'initial-visit' },
  ...{ minutes: 40, buffer: 5, medium: 'in-person', link: '', instructions: { en: '', fr: '' }, form: '' },
  ...given,
});
const pattern = (given: Partial<Pattern> = {}): Pattern => ({
  ...{ type: 1, weekdays: [2], everyWeeks: 1, from: '2026-11-02', opens: 540, closes: 720, urgent: 0 },
  ...given,
});
const plan = (given: Partial<Plan> = {}): Plan => ({
  ...{ zone: toronto, keepsHolidays: true, types: [type()], patterns: [pattern()], closures: [] },
  ...given,
});
const times = (on: Plan, day: string) =>
  slotsOn(on, day).map(({ start }) =>
    new Date(start).toLocaleTimeString('en-CA', { timeZone: on.zone, hourCycle: 'h23', timeStyle: 'short' }),
  );
const tuesday = '2026-11-24';
const now = '2026-11-23T15:00:00.000Z';

describe('a morning of first visits', () => {
  it('has a visit of 40 minutes every 45, and the last one ends with the session', () => {
    expect(times(plan(), tuesday)).toEqual(['09:00', '09:45', '10:30', '11:15']);
    expect(slotsOn(plan(), tuesday).at(-1)).toMatchObject({
      end: '2026-11-24T16:55:00.000Z',
      until: '2026-11-24T17:00:00.000Z',
    });
  });

  it('comes on its weekdays alone, between its first and last day', () => {
    const ending = plan({ patterns: [pattern({ until: '2026-11-24' })] });
    expect(times(ending, '2026-11-25')).toEqual([]);
    expect(times(ending, '2026-10-27')).toEqual([]);
    expect(times(ending, tuesday)).toHaveLength(4);
    expect(times(ending, '2026-12-01')).toEqual([]);
  });

  it('every second week counts from the week in which it began', () => {
    const every2 = plan({ patterns: [pattern({ everyWeeks: 2, from: '2026-11-05', weekdays: [2, 5] })] });
    const open = ['2026-11-06', '2026-11-10', '2026-11-17', '2026-11-20', '2026-11-27'].map(
      day => times(every2, day).length > 0,
    );
    expect(open).toEqual([true, false, true, true, false]);
  });

  it('is closed on statutory holidays, unless the schedule works then', () => {
    const fridays = [pattern({ weekdays: [5] })];
    expect(isClosed(plan(), '2026-12-25')).toBe(true);
    expect(times(plan({ patterns: fridays }), '2026-12-25')).toEqual([]);
    expect(times(plan({ patterns: fridays, keepsHolidays: false }), '2026-12-25')).toHaveLength(4);
  });

  it('a closure of a day or of some hours takes what it touches', () => {
    const closed = plan({ closures: [{ from: tuesday, until: tuesday }] });
    expect(times(closed, tuesday)).toEqual([]);
    expect(times(closed, '2026-12-01')).toHaveLength(4);
    const late = plan({ closures: [{ from: tuesday, until: tuesday, opens: 540, closes: 600 }] });
    expect(times(late, tuesday)).toEqual(['10:30', '11:15']);
  });
});

describe('when the clocks change', () => {
  const night = [pattern({ weekdays: [7], from: '2026-01-01', opens: 0, closes: 300 })];

  it('the night has one hour less in spring and one more in autumn, and every visit its whole time', () => {
    const hourly = plan({ types: [type({ minutes: 60, buffer: 0 })], patterns: night, keepsHolidays: false });
    expect(times(hourly, '2026-03-08')).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(times(hourly, '2026-11-01')).toEqual(['00:00', '01:00', '01:00', '02:00', '03:00', '04:00']);
  });
});

describe('slots kept for urgent patients', () => {
  const kept = plan({ patterns: [pattern({ urgent: 1, releaseHours: 24 })] });
  const last = slotsOn(kept, tuesday).at(-1)!;

  it('a routine patient has none of them until a day before', () => {
    const ask = { now, from: tuesday, limit: 99 } as const;
    expect(isFor(last, 'routine', '2026-11-22T15:00:00.000Z')).toBe(false);
    expect(isFor(last, 'urgent', '2026-11-22T15:00:00.000Z')).toBe(true);
    expect(isFor(last, 'routine', last.keptUntil!)).toBe(true);
    const weekBefore = { ...ask, now: '2026-11-16T15:00:00.000Z', limit: 4 };
    expect(nextFree(kept, [], { ...weekBefore, urgency: 'routine' })[3]?.start).not.toBe(last.start);
    expect(nextFree(kept, [], { ...weekBefore, urgency: 'urgent' })[3]?.start).toBe(last.start);
  });
});

describe('what is free', () => {
  it('is what nobody has, and what does not overlap with another kind of visit that somebody has', () => {
    const both = plan({
      types: [type(), type({ id: 2, minutes: 20, buffer: 0 })],
      patterns: [pattern(), pattern({ type: 2 })],
    });
    const short = slotAt(both, 2, '2026-11-24T14:40:00.000Z')!;
    const free = nextFree(both, [short], { now, urgency: 'routine', from: tuesday, limit: 5 });
    expect(free.map(slot => slot.start.slice(11, 16))).toEqual(['14:00', '14:20', '15:00', '15:20', '15:30']);
    expect(slotAt(both, 1, '2026-11-24T14:10:00.000Z')).toBeUndefined();
  });
});

const minutes = fc.integer({ min: 0, max: 1440 / 5 }).map(n => n * 5);
const anyPlan = fc
  .record({
    minutes: fc.integer({ min: 5, max: 120 }),
    buffer: fc.integer({ min: 0, max: 30 }),
    opens: minutes,
    closes: minutes,
    everyWeeks: fc.integer({ min: 1, max: 6 }),
    urgent: fc.integer({ min: 0, max: 3 }),
    zone: fc.constantFrom(toronto, 'America/Winnipeg', 'America/St_Johns'),
    closed: fc.option(fc.tuple(minutes, minutes), { nil: undefined }),
  })
  .map(({ minutes, buffer, opens, closes, everyWeeks, urgent, zone, closed }) => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7];
    const span = closed && { opens: Math.min(...closed), closes: Math.max(...closed) };
    return plan({
      zone,
      keepsHolidays: false,
      types: [type({ minutes, buffer })],
      patterns: [pattern({ weekdays, everyWeeks, urgent, opens, closes, from: '2026-01-01' })],
      closures: span ? [{ from: '2026-01-01', until: '2028-01-01', ...span }] : [],
    });
  });

it('whatever the plan, on any day of a year: slots of its own length follow each other, on their day and within the session', () => {
  const anyDay = fc.integer({ min: 0, max: 365 }).map(n => addDays('2026-03-01', n));
  fc.assert(
    fc.property(anyPlan, anyDay, (on, day) => {
      const slots = slotsOn(on, day);
      const [kind] = on.types;
      for (const [i, slot] of slots.entries()) {
        expect(Date.parse(slot.end) - Date.parse(slot.start)).toBe(kind!.minutes * 60_000);
        expect(localDay(slot.start, on.zone)).toBe(day);
        const next = slots[i + 1];
        if (next) expect(overlaps(slot, next)).toBe(false);
        expect(slotAt(on, slot.type, slot.start)).toEqual(slot);
      }
      expect(slots.filter(slot => slot.keptUntil).length).toBeLessThanOrEqual(on.patterns[0]!.urgent);
    }),
    { numRuns: 150 },
  );
});

it('minutes of a day are a clock, and Sunday is the seventh day', () => {
  expect([clockOf(0), clockOf(545), clockOf(1439)]).toEqual(['00:00', '09:05', '23:59']);
  expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1]);
});
