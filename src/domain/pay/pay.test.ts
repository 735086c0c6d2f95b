import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrections } from './corrections.ts';
import { bandedMinutes, capBegins, payLines, type Service } from './lines.ts';
import { type PayRule, readPayRules } from './rules.ts';

const shipped = readFileSync(new URL('../../../data/pay-rules.json', import.meta.url), 'utf8');
const rule = (over: Partial<PayRule> = {}): PayRule => ({
  ...{ code: 'HOUR', side: 'specialist', name: { en: 'Time', fr: 'Temps' }, from: '2026-01-01' },
  ...{ cents: 20_000, per: 'hour', bands: [5, 10, 15, 20], caps: [], source: 'x', checked: '2026-01-01' },
  ...over,
});
const service = (over: Partial<Service> = {}): Service => ({
  ...{ id: 1, side: 'specialist', member: 7, patient: 'a', day: '2026-03-02', minutes: 12 },
  ...{ daysToAnswer: 2, person: 70, licence: '12345', licences: ['12345'], kind: 'advice', void: false },
  ...over,
});
const problemsOf = (rules: unknown) => {
  const read = readPayRules(JSON.stringify({ rules }));
  return 'problems' in read ? read.problems : [];
};

const days = fc
  .integer({ min: 0, max: 500 })
  .map(n => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
/** One physician in two groups, whose licence one of them does not know, and with a second account; and somebody else. */
const members = [
  { member: 7, person: 70, licence: '12345', licences: ['12345'] },
  { member: 8, person: 70, licence: null, licences: ['12345'] },
  { member: 9, person: 90, licence: 'cpso-12345', licences: ['cpso-12345'] },
  { member: 10, person: 100, licence: '99999', licences: ['99999'] },
];
const isElse = ({ person }: Pick<Service, 'person'>) => person === 100;
const services = fc
  .array(
    fc.record({
      day: days,
      patient: fc.constantFrom('a', 'b', 'c'),
      who: fc.constantFrom(...members),
      minutes: fc.integer({ min: 1, max: 90 }),
    }),
    { maxLength: 60 },
  )
  .map(list => list.map(({ who, ...one }, at) => service({ ...one, ...who, id: at + 1 })));
const capped = rule({
  caps: [
    { of: 'patient', within: 'day', most: 1 },
    { of: 'patient', within: '12-months', most: 3 },
    { of: 'member', within: 'month', most: 4 },
  ],
});

describe('the rules file', () => {
  it('that ships is right, and pays a physician by the band of the minutes', () => {
    const read = readPayRules(shipped);
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    expect(payLines([service()], read.rules)[0]).toMatchObject({
      cents: 5_000,
      paidMinutes: 15,
      reason: 'paid',
    });
    expect(payLines([service({ side: 'requester' })], read.rules)[0]).toMatchObject({
      code: 'K738',
      cents: 1_600,
    });
  });

  it('names every fault by its place', () => {
    expect(problemsOf([{ ...rule(), cents: 1.5 }])[0]).toMatch(/^rules\.0\.cents /);
    expect(problemsOf([rule({ until: '2025-01-01' })])).toEqual(['rules.0.until must not be before from']);
    expect(problemsOf([rule({ bands: [10, 5] })])).toEqual(['rules.0.bands must rise']);
    expect(problemsOf([rule(), rule({ from: '2026-05-01' })])).toEqual([
      'rules.1 HOUR is valid on days of rules.0 too',
    ]);
    expect(readPayRules('{')).toEqual({ problems: ['is not JSON'] });
  });
});

describe('lines of pay', () => {
  it('a rule that changes in the middle of a period pays each service by its own day', () => {
    const rules = [rule({ until: '2026-03-15' }), rule({ from: '2026-03-16', cents: 24_000 })];
    const lines = payLines([service({ day: '2026-03-15' }), service({ id: 2, day: '2026-03-16' })], rules);
    expect(lines.map(({ cents }) => cents)).toEqual([5_000, 6_000]);
  });

  it('who has no licence, answers late, has no rule or took it back is told why', () => {
    const strict = [rule({ licences: ['CPSO'], answeredWithinDays: 7 })];
    const reason = (over: Partial<Service>) => payLines([service(over)], strict)[0]!.reason;
    expect(reason({ licence: 'NP 20817' })).toBe('licence');
    expect(reason({ licence: null })).toBe('licence');
    expect(reason({ daysToAnswer: 8 })).toBe('too-late');
    expect(reason({ day: '2025-12-31' })).toBe('no-rule');
    expect(reason({ void: true })).toBe('void');
  });

  it('a physician has one cap in two groups, known by the account or by the licence number', () => {
    const once = rule({ caps: [{ of: 'member', within: 'year', most: 1 }] });
    const theirs = members.map((who, at) => service({ ...who, id: at + 1 }));
    expect(payLines(theirs, [once]).map(({ reason }) => reason)).toEqual([
      'paid',
      'capped',
      'capped',
      'paid',
    ]);
  });

  it('a mere transfer of care is not paid by a rule that is not for it, and any other answer is', () => {
    const file = readPayRules(shipped);
    if ('problems' in file) throw new Error(file.problems.join('\n'));
    const asked = (kind: Service['kind']) =>
      payLines([service({ side: 'requester', kind })], file.rules)[0]!.reason;
    expect([asked('please-refer'), asked('advice'), asked('consult-report'), asked(null)]).toEqual([
      ...['kind', 'paid', 'paid', 'paid'],
    ]);
    expect(payLines([service({ kind: 'please-refer' })], file.rules)[0]!.reason).toBe('paid');
    expect(problemsOf([{ ...rule(), notFor: ['telephone'] }])[0]).toMatch(/^rules\.0\.notFor/);
  });

  it('what one rule does not pay, the next may', () => {
    const once = rule({
      code: 'FEE',
      per: 'answer',
      bands: undefined,
      caps: [{ of: 'patient', within: 'day', most: 1 }],
    });
    const lines = payLines([service(), service({ id: 2 })], [once, rule()]);
    expect(lines.map(({ code }) => code)).toEqual(['FEE', 'HOUR']);
  });

  it('every service has one line, in any order given, and nobody passes a cap by being in two groups', () => {
    fc.assert(
      fc.property(services, given => {
        const lines = payLines(given, [capped]);
        expect(lines).toHaveLength(given.length);
        expect(payLines([...given].reverse(), [capped])).toEqual(lines);
        const paid = lines
          .filter(({ reason }) => reason === 'paid')
          .map(one => ({ ...one, ...given[one.service - 1]! }));
        for (const one of paid)
          for (const { of, within, most } of capped.caps) {
            const together = paid.filter(
              other =>
                isElse(other) === isElse(one) &&
                other.day <= one.day &&
                other.day >= capBegins(within, one.day) &&
                (of === 'member' || other.patient === one.patient),
            );
            expect(together.length).toBeLessThanOrEqual(most);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('a band is never below the minutes but at the last one', () => {
    expect([1, 5, 6, 20, 99].map(minutes => bandedMinutes(minutes, [5, 10, 20]))).toEqual([5, 5, 10, 20, 20]);
    expect(bandedMinutes(7, undefined)).toBe(7);
  });

  it('12 months end with the day, also on 29 February', () => {
    expect(capBegins('12-months', '2026-03-02')).toBe('2025-03-03');
    expect(capBegins('12-months', '2028-02-29')).toBe('2027-03-01');
    expect(capBegins('year', '2026-03-02')).toBe('2026-01-01');
  });
});

describe('after a period is closed', () => {
  it('an amended answer and one taken back give correcting lines, and what was sent stays', () => {
    const sent = payLines([service(), service({ id: 2 })], [rule()]);
    const now = payLines([service({ minutes: 18 }), service({ id: 2, void: true })], [rule()]);
    const made = corrections(sent, now);
    expect(made.map(({ service: id, cents }) => [id, cents])).toEqual([
      [1, 1_667],
      [2, -5_000],
    ]);
    expect(corrections([...sent, ...made], now)).toEqual([]);
  });

  it('what was sent and its corrections are together what is right now, whatever changed', () => {
    fc.assert(
      fc.property(services, fc.integer({ min: 1, max: 60 }), (given, minutes) => {
        const sent = payLines(given, [capped]);
        const now = payLines(
          given.map(one => ({ ...one, minutes, void: one.id % 3 === 0 })),
          [capped],
        );
        const all = [...sent, ...corrections(sent, now)];
        const sum = (lines: readonly { cents: number }[]) =>
          lines.reduce((total, { cents }) => total + cents, 0);
        expect(sum(all)).toBe(sum(now));
        expect(corrections(all, now)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
