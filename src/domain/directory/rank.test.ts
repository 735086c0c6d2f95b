import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, type Candidate, rank, type Wishes } from './rank.ts';
import { rarity } from './spoken.ts';
import type { Concept } from './synonyms.ts';
import { stems } from './words.ts';

let number = 0;
const candidate = (change: Partial<Candidate> & { says?: string[] } = {}): Candidate => ({
  ...{ key: `k${number++}`, kind: 'referral', name: { en: 'A', fr: 'A' }, point: null, languages: ['en'] },
  ...{
    modes: ['in-person'],
    regions: [],
    ways: ['referral'],
    minAge: null,
    maxAge: null,
    sexes: [],
    accepting: true,
    wait: null,
  },
  stems: { name: new Set(change.says ?? ['mood']), terms: new Set(), text: new Set() },
  ...change,
});
const asked = (...stems: string[]) => ({
  concepts: stems.map((stem): Concept => ({ typed: stem, stems: [stem] })),
  weights: stems.map(() => 1),
});
const scoreOf = (one: Candidate, wishes: Wishes = {}, words = asked('mood')) =>
  rank([one], words, wishes)[0]!;
const here = { latitude: 43.5, longitude: -80.2 };
const north = (km: number) => ({ latitude: 43.5 + km / 111.2, longitude: -80.2 });
const days = fc.integer({ min: 0, max: 400 });

describe('other things equal', () => {
  it('a longer wait never stands higher', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        expect(scoreOf(candidate({ wait: short })).score).toBeGreaterThanOrEqual(
          scoreOf(candidate({ wait: long })).score,
        );
      }),
    );
  });

  it('a farther place never stands higher', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const at = (km: number) => scoreOf(candidate({ point: north(km) }), { near: here }).score;
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)));
      }),
    );
  });

  it('speaking of one more thing that was asked never stands lower', () => {
    const words = ['mood', 'group', 'covid', 'sleep'];
    fc.assert(
      fc.property(fc.subarray(words), fc.constantFrom(...words), (said, more) => {
        const question = asked(...words);
        const less = scoreOf(candidate({ says: said }), {}, question).score;
        expect(scoreOf(candidate({ says: [...said, more] }), {}, question).score).toBeGreaterThanOrEqual(
          less,
        );
      }),
    );
  });

  it('a service for this patient stands above one that is not, however short its wait', () => {
    const [first] = rank(
      [candidate({ minAge: 4, maxAge: 18, wait: 1 }), candidate({ minAge: 18, wait: 300 })],
      asked('mood'),
      { age: 46 },
    );
    expect(first!.reasons).toContainEqual({ code: 'fits-age', age: 46 });
  });

  it('a service for one sex stands lower for the other, and not for somebody of neither', () => {
    const women = candidate({ sexes: ['female'] });
    const codes = (sex: string) => scoreOf(women, { sex }).reasons.map(reason => reason.code);
    expect(codes('male')).toContain('wrong-sex');
    for (const sex of ['female', 'intersex', 'unknown']) expect(codes(sex)).not.toContain('wrong-sex');
  });

  it('a service for people in another situation stands lower, and the reason is said', () => {
    const perinatal = candidate({ says: stems('Perinatal mood'), wait: 1 });
    const [first, second] = rank([perinatal, candidate({ wait: 90 })], asked('mood'));
    expect(first!.entry.wait).toBe(90);
    expect(second!.reasons).toContainEqual({ code: 'only-for', situation: 'pregnancy' });
    const spoken = scoreOf(perinatal, {}, asked('mood', 'pregnant'));
    const places = [scoreOf(perinatal, {}, asked()), scoreOf({ ...perinatal, kind: 'facility' })];
    for (const { reasons } of [spoken, ...places])
      expect(reasons.map(one => one.code)).not.toContain('only-for');
  });

  it('a service that accepts stands above one that does not, and the reason is said', () => {
    const [first, second] = rank([candidate({ accepting: false }), candidate()], asked('mood'));
    expect(first!.entry.accepting).toBe(true);
    expect(second!.reasons).toContainEqual({ code: 'not-accepting' });
  });
});

describe('fit to the words', () => {
  const said = (concept: Partial<Concept>, one: Candidate, more: Partial<Asked> = {}) =>
    rank([one], { concepts: [{ typed: '', stems: [], ...concept }], weights: [1], ...more })[0]!.score;

  it('a term is said where its words stand together', () => {
    const term = { stems: ['chsld'], words: ['nurs', 'home'], known: true };
    const apart = candidate({
      stems: { name: new Set(['nurs']), terms: new Set(['home']), text: new Set() },
    });
    const both = candidate({ stems: { name: new Set(), terms: new Set(['nurs', 'home']), text: new Set() } });
    expect(said(term, apart)).toBe(0);
    expect(said(term, both)).toBeGreaterThan(0);
  });

  it('of what a term means, a common word says less than a rare one', () => {
    const term = { stems: ['ot', 'occup', 'therap'] };
    const rarities = new Map([
      ['occup', 6],
      ['therap', 2],
    ]);
    const score = (says: string) => said(term, candidate({ says: [says, 'other'] }), { rarities });
    expect(score('occup')).toBeGreaterThan(score('therap'));
  });

  it('whoever speaks of everything stands above who says one thing loudly', () => {
    const words = asked('ltc', 'ottawa');
    const loud = candidate({ says: ['ottawa'] });
    const all = candidate({
      stems: { name: new Set(['manor']), terms: new Set(['ltc', 'ottawa']), text: new Set() },
    });
    expect(rank([loud, all], words)[0]!.entry).toBe(all);
  });

  it('a question goes to those who answer, a problem to those who see people', () => {
    const group = candidate({ kind: 'econsult', modes: ['virtual'], wait: 2 });
    const clinic = candidate({ wait: 30 });
    const first = (question: boolean) => rank([group, clinic], { ...asked('mood'), question })[0]!.entry.kind;
    expect([first(true), first(false)]).toEqual(['econsult', 'referral']);
  });
});

describe('an order', () => {
  it('holds every candidate once and does not depend on the order they came in', () => {
    const some = fc.array(
      fc.record({ wait: fc.option(days), km: days, says: fc.subarray(['mood', 'group', 'covid']) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, list => {
        const all = list.map(({ km, ...rest }) => candidate({ ...rest, point: north(km) }));
        const keys = (given: Candidate[]) =>
          rank(given, asked('mood', 'covid'), { near: here }).map(one => one.entry.key);
        expect(keys(all).toSorted()).toEqual(all.map(one => one.key).toSorted());
        expect(keys([...all].reverse())).toEqual(keys(all));
      }),
    );
  });

  it('puts words before distance: another town may know more of it', () => {
    const near = candidate({ says: ['mood'], point: north(2) });
    const fit = candidate({ says: ['mood', 'covid'], point: north(90) });
    expect(rank([near, fit], asked('mood', 'covid'), { near: here })[0]!.entry).toBe(fit);
  });
});

it('a rare word says more than a common one, and every word says something', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (a, b) => {
      const [rare, common] = [Math.min(a, b), Math.max(a, b)];
      expect(rarity(1000, rare)).toBeGreaterThanOrEqual(rarity(1000, common));
      expect(rarity(1000, common)).toBeGreaterThan(0);
    }),
  );
});
