import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes } from './filters.ts';
import { filtersOf, limitKey, limitsOf } from './for-patient.ts';
import { expectedDays, type Poolable, poolOf } from './pool.ts';
import type { Ranked } from './rank.ts';

const service = (key: string, change: Partial<Poolable> = {}, km: number | null = 5): Ranked<Poolable> => ({
  entry: {
    ...{ key, kind: 'referral', name: { en: key, fr: key }, categoryCode: 'psychiatry', joint: null },
    stems: { name: new Set(), terms: new Set(), text: new Set() },
    ...{ point: null, postalCode: null, languages: ['en'], modes: ['in-person'], minAge: null, maxAge: null },
    ...{ sexes: [], regions: [], ways: ['referral'], urgent: false, accepting: true, wait: 30 },
    ...change,
  },
  ...{ score: 1, words: 1, km, reasons: [] },
});

const some = fc.array(
  fc
    .record({
      wait: fc.option(fc.integer({ min: 1, max: 400 })),
      waitMore: fc.boolean(),
      accepting: fc.boolean(),
      minAge: fc.option(fc.constantFrom(0, 18, 65)),
      sexes: fc.constantFrom<string[][]>([], ['female'], ['male']),
      regions: fc.constantFrom<string[][]>([], ['N'], ['P']),
      urgent: fc.boolean(),
      modes: fc.constantFrom(['in-person'], ['virtual'], ['in-person', 'virtual']),
      categoryCode: fc.constantFrom('psychiatry', 'cardiology'),
      joint: fc.option(fc.constantFrom({ key: 'intake', name: { en: 'Intake', fr: 'Accueil' } })),
    })
    .chain(change => fc.tuple(fc.constant(change), fc.option(fc.integer({ min: 0, max: 1500 })))),
  { maxLength: 30 },
);
const patients = fc.record({
  age: fc.integer({ min: 0, max: 100 }),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  language: fc.constantFrom('en', 'fr'),
  postalCode: fc.constantFrom('N1E 6H5', 'P7B 1A1', ''),
  urgent: fc.boolean(),
});
const made = (list: readonly [Partial<Poolable>, number | null][]) =>
  list.map(([change, km], n) => service(`s${n}`, change, km));

describe('whoever is offered first', () => {
  it('fits the patient, takes requests now, and nobody in the pool has a shorter expected wait', () => {
    fc.assert(
      fc.property(some, patients, (list, patient) => {
        const limits = filtersOf(limitsOf(patient));
        const ranked = made(list);
        const pool = poolOf(ranked, limits);
        const fitting = ranked.filter(({ entry, km }) => entry.accepting && passes(entry, limits, km));
        if (!pool) {
          expect(fitting).toEqual([]);
          return;
        }
        const { soonest } = pool.first;
        expect(soonest.entry.accepting).toBe(true);
        expect(passes(soonest.entry, limits, soonest.km)).toBe(true);
        const kin = fitting.filter(({ entry }) => entry.categoryCode === soonest.entry.categoryCode);
        const near = pool.withinKm ?? Number.POSITIVE_INFINITY;
        for (const { entry, km } of kin)
          if (km === null || km <= near || entry.modes.includes('virtual'))
            expect(expectedDays(entry)).toBeGreaterThanOrEqual(expectedDays(soonest.entry));
      }),
    );
  });

  it('stands before the others, which are soonest first, and an intake is one entry', () => {
    fc.assert(
      fc.property(some, patients, (list, patient) => {
        const pool = poolOf(made(list), filtersOf(limitsOf(patient)));
        if (!pool) return;
        const all = [pool.first, ...pool.others];
        const days = all.map(({ soonest }) => expectedDays(soonest.entry));
        expect(days).toEqual([...days].sort((a, b) => (a < b ? -1 : Number(a > b))));
        const names = all.map(({ soonest: { entry } }) => entry.joint?.key ?? entry.key);
        expect(new Set(names).size).toBe(names.length);
        const members = all.filter(({ soonest }) => soonest.entry.joint === null);
        expect(members.every(({ services }) => services === 1)).toBe(true);
      }),
    );
  });
});

describe('a pool', () => {
  it('is empty when nobody takes requests', () => {
    expect(poolOf([service('a', { accepting: false })], {})).toBeNull();
  });

  it('leaves out what says little of the problem, or is of another kind', () => {
    const weak = { ...service('weak', { wait: 1 }), words: 0.3 };
    const other = service('other', { wait: 1, categoryCode: 'cardiology' });
    const pool = poolOf([service('best'), weak, other], {})!;
    expect([pool.first.soonest.entry.key, pool.others]).toEqual(['best', []]);
  });

  it('leaves out what says clearly less than any other of its kind, however near or soon', () => {
    const imaging = { ...service('ultrasound', { wait: 1 }), words: 0.86, score: 2 };
    const scan = { ...service('scan'), words: 1.14, score: 1 };
    const alike = { ...service('alike', { wait: 9 }), words: 0.95, score: 1 };
    const pool = poolOf([imaging, scan, alike], {})!;
    expect([pool.first, ...pool.others].map(one => one.soonest.entry.key)).toEqual(['alike', 'scan']);
  });

  it('counts the same service elsewhere in, though it is described in fewer words', () => {
    const name = { en: 'Depression assessment', fr: 'Évaluation de la dépression' };
    const short = { ...service('short', { wait: 3, name }), words: 0.5 };
    expect(
      poolOf([service('long', { name }), short, { ...service('other', { wait: 1 }), words: 0.5 }], {}),
    ).toMatchObject({
      ...{
        first: { soonest: { entry: { key: 'short' } } },
        others: [{ soonest: { entry: { key: 'long' } } }],
      },
    });
  });

  it('is nobody whom a word beside the problem found, nor who is for people in another situation', () => {
    expect(poolOf([{ ...service('beside'), words: 0.15 }], {})).toBeNull();
    const perinatal: Ranked<Poolable> = {
      ...service('perinatal', { wait: 1 }),
      ...{ words: 2, reasons: [{ code: 'only-for', situation: 'pregnancy' }] },
    };
    expect(poolOf([perinatal, service('all')], {})).toMatchObject({
      ...{ first: { soonest: { entry: { key: 'all' } } }, others: [] },
    });
    expect(poolOf([perinatal], {})).toBeNull();
  });

  it('sends nobody far while somebody nearer fits, and says how far was looked', () => {
    const far = service('far', { wait: 1 }, 400);
    expect(poolOf([service('near'), far], {})).toMatchObject({ withinKm: 100, others: [] });
    expect(poolOf([far], {})).toMatchObject({ withinKm: null });
    const virtual = service('virtual', { wait: 2, modes: ['in-person', 'virtual'] }, 900);
    expect(poolOf([service('near'), virtual], {})!.first.soonest).toBe(virtual);
  });

  it('offers an intake by whichever of its services is soonest', () => {
    const joint = { key: 'i', name: { en: 'Intake', fr: 'Accueil' } };
    const pool = poolOf(
      [service('a', { joint, wait: 60 }), service('b', { joint, wait: 20 }), service('c')],
      {},
    )!;
    expect(pool.first).toMatchObject({ services: 2, soonest: { entry: { key: 'b' } } });
    expect(pool.others.map(one => one.soonest.entry.key)).toEqual(['c']);
  });

  it('puts a wait that is only known to be longer after one of the same length, and an unknown one last', () => {
    const all = [
      service('unknown', { wait: null }),
      service('more', { wait: 30, waitMore: true }),
      service('known', { wait: 30 }),
    ];
    const { first, others } = poolOf(all, {})!;
    expect([first, ...others].map(one => one.soonest.entry.key)).toEqual(['known', 'more', 'unknown']);
  });
});

describe('what of a patient narrows a search by itself', () => {
  const who = { age: 46, sex: 'female', language: 'fr', postalCode: 'N1E 6H5', urgent: true };

  it('is age, sex, language, region and urgency, until somebody takes one out', () => {
    expect(filtersOf(limitsOf(who))).toEqual({
      ...{ age: 46, sex: 'female', language: 'fr', region: 'N', urgent: true },
    });
    const limits = limitsOf(who, [limitKey('language'), 'sweets']);
    expect(filtersOf(limits)).toEqual({ age: 46, sex: 'female', region: 'N', urgent: true });
    expect(limits.filter(one => !one.applied).map(one => one.name)).toEqual(['language']);
  });

  it('is no sex where it is neither, no region outside Ontario, and no urgency where there is none', () => {
    const other = { ...who, sex: 'intersex', postalCode: 'H2X 1Y4', urgent: false };
    expect(limitsOf(other).map(one => one.name)).toEqual(['age', 'language']);
  });
});
