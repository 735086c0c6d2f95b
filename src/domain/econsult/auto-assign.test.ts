import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../../test/support/simulated-groups.ts';
import { type Asked, awayUntil, chooseSpecialist, mondayOf, type Specialist } from './auto-assign.ts';

/** A Tuesday; the answer is promised for the Tuesday after. */
const asked: Asked = { today: '2026-11-17', due: '2026-11-24', language: 'en', region: 'L' };

function specialist(member: number, is: Partial<Specialist> = {}): Specialist {
  const had = { weeklyCap: 5, taken: 0, recent: 0, present: 60 };
  const free = { absences: [], conflict: false, handedBack: false, knowsThem: false };
  return { member, ...had, ...free, subSpecialties: [], languages: ['en'], regions: [], ...is };
}

const chosen = (group: readonly Specialist[], more: Partial<Asked> = {}) =>
  chooseSpecialist({ ...asked, ...more }, group);

describe('who gets a question', () => {
  it('the one with least of their share lately, by what they agreed to', () => {
    const group = [specialist(1, { recent: 10 }), specialist(2, { recent: 12, weeklyCap: 10 })];
    expect(chosen(group)).toEqual({
      member: 2,
      why: 'next-in-turn',
      steps: [{ by: 'balance', from: 2, to: 1 }],
      passed: [],
    });
  });

  it('a specialist who was on holiday does not get it all afterwards', () => {
    expect(
      chosen([specialist(1, { recent: 20, present: 60 }), specialist(2, { recent: 10, present: 30 })]),
    ).toMatchObject({
      member: 1,
    });
  });

  it('whoever answered this requester about this patient, though others had less', () => {
    expect(chosen([specialist(1), specialist(2, { recent: 30, knowsThem: true })])).toMatchObject({
      member: 2,
      why: 'continuity',
    });
  });

  it('the sub-specialist before the language, the language before the region', () => {
    const group = [
      specialist(1, { subSpecialties: ['Epilepsy'], languages: ['en'] }),
      specialist(2, { languages: ['fr'] }),
      specialist(3, { regions: ['K'] }),
    ];
    expect(chosen(group, { subSpecialty: 'Epilepsy', language: 'fr' })).toMatchObject({
      member: 1,
      why: 'best-match',
    });
    expect(chosen(group, { language: 'fr' })).toMatchObject({ member: 2 });
    expect(chosen(group.slice(1), { language: 'de', region: 'P' })).toMatchObject({
      member: 2,
      why: 'region',
    });
  });

  it.each([
    ['away', { absences: [{ from: '2026-11-16', until: '2026-11-18' }] }],
    ['away', { absences: [{ from: '2026-11-18', until: '2026-12-18' }] }],
    ['full', { taken: 5 }],
    ['conflict', { conflict: true }],
    ['handed-back', { handedBack: true }],
    ['other-field', { subSpecialties: ['Headache'] }],
  ] as const)('never somebody who is %s, and that is said', (why, is) => {
    expect(chosen([specialist(1, is)], { subSpecialty: 'Epilepsy' })).toEqual({
      nobody: true,
      passed: [{ member: 1, why }],
    });
  });

  it('somebody with one day away of five can still answer in time', () => {
    expect(
      chosen([specialist(1, { absences: [{ from: '2026-11-19', until: '2026-11-19' }] })]),
    ).toMatchObject({
      member: 1,
    });
  });
});

it('an absence is shown until its last day, over one that follows at once', () => {
  const absences = [
    { from: '2026-12-20', until: '2026-12-31' },
    { from: '2027-01-01', until: '2027-01-03' },
  ];
  expect(awayUntil(absences, '2026-12-24')).toBe('2027-01-03');
  expect(awayUntil(absences, '2026-12-19')).toBeUndefined();
});

it.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('%s is in the week of %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

const languages = fc.subarray(['en', 'fr', 'de']);
const anybody = fc.record({
  weeklyCap: fc.integer({ min: 0, max: 6 }),
  taken: fc.integer({ min: 0, max: 7 }),
  recent: fc.integer({ min: 0, max: 90 }),
  present: fc.integer({ min: 0, max: 65 }),
  absences: fc.array(
    fc.integer({ min: 1, max: 20 }).map(day => {
      const from = `2026-11-${String(day).padStart(2, '0')}`;
      return { from, until: `2026-11-${String(day + 8).padStart(2, '0')}` };
    }),
    { maxLength: 2 },
  ),
  conflict: fc.boolean(),
  handedBack: fc.boolean(),
  knowsThem: fc.boolean(),
  subSpecialties: fc.subarray(['Epilepsy', 'Headache']),
  languages,
  regions: fc.subarray(['K', 'L', 'M']),
});
const groups = fc
  .array(anybody, { maxLength: 8 })
  .map(all => all.map((one, i): Specialist => ({ ...one, member: i + 1 })));
const questions = fc.record(
  {
    subSpecialty: fc.constantFrom('Epilepsy', 'Headache'),
    language: fc.constantFrom('en', 'fr'),
    region: fc.constant('K'),
  },
  { requiredKeys: [] },
);

describe('whatever the group and the question', () => {
  it('the chosen one may have it, and nobody is passed over without a reason', () => {
    fc.assert(
      fc.property(groups, questions, (group, question) => {
        const result = chosen(group, question);
        const barred = new Set(result.passed.map(one => one.member));
        if ('nobody' in result) return barred.size === group.length;
        const one = group.find(each => each.member === result.member)!;
        expect(one.taken < one.weeklyCap && !one.conflict && !one.handedBack).toBe(true);
        const from = result.steps[0]?.from ?? 1;
        return !barred.has(result.member) && from === group.length - barred.size;
      }),
      { numRuns: 400 },
    );
  });

  it('the same facts in another order give the same choice', () => {
    fc.assert(
      fc.property(groups, questions, (group, question) => {
        const [a, b] = [chosen(group, question), chosen([...group].reverse(), question)];
        return 'nobody' in a ? 'nobody' in b : 'member' in b && a.member === b.member;
      }),
      { numRuns: 200 },
    );
  });

  it('one more colleague never leaves a question without anybody', () => {
    fc.assert(
      fc.property(groups, anybody, questions, (group, more, question) => {
        const before = chosen(group, question);
        return 'nobody' in before || 'member' in chosen([...group, { ...more, member: 99 }], question);
      }),
      { numRuns: 200 },
    );
  });
});

it('over twenty weeks nobody is above the cap and equals have equal shares', () => {
  const year = simulate({ seed: 20, groups: 2, weeks: 20, cases: 1_500, load: 0.8 });
  expect(year.overCap).toBe(0);
  expect(year.gini.worst).toBeLessThanOrEqual(0.1);
  expect(year.withinPromise).toBeGreaterThanOrEqual(0.985);
});
