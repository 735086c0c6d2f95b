import { describe, expect, it } from 'vitest';
import { type AnsweredCase, BurdenTally, guessedSeconds, type Outcome } from './burden.ts';
import { french } from './items.ts';
import { spentOn } from './timing.ts';

const typed = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).map(([linkId, text]) => [linkId, { text }]));

describe('the time for a question', () => {
  const before = typed({ a: '', b: '' });

  it('is that between two moments in which it alone was changed', () => {
    const once = spentOn({}, { before, after: typed({ a: 'x', b: '' }), seconds: 12.4 });
    expect(once).toEqual({ a: 12 });
    expect(spentOn(once, { before: typed({ a: 'x' }), after: typed({ a: 'xy' }), seconds: 3 })).toEqual({
      a: 15,
    });
  });

  it('is not known when two were changed, nothing was, or a long pause lay between', () => {
    for (const [after, seconds] of [
      [typed({ a: 'x', b: 'y' }), 10],
      [before, 10],
      [typed({ a: 'x', b: '' }), 121],
      [typed({ a: 'x', b: '' }), -3],
    ] as const)
      expect(spentOn({ b: 2 }, { before, after, seconds })).toEqual({ b: 2 });
  });

  it('is a guess by the kind of question where nobody was measured', () => {
    const one = { linkId: 'a', text: 'A', _text: french('A') };
    expect(guessedSeconds({ ...one, type: 'boolean' })).toBe(4);
    expect(guessedSeconds({ ...one, type: 'display' })).toBe(0);
  });
});

describe('the burden of a question', () => {
  const tally = (cases: readonly [number, Record<string, unknown>, Outcome[]][]) => {
    const made = new BurdenTally();
    for (const [times, answers, outcomes] of cases) {
      const given = Object.entries(answers).map(([linkId, value]) => [
        linkId,
        { prefilled: linkId === 'age', value },
      ]);
      const one: AnsweredCase = { slug: 'f', answers: Object.fromEntries(given), outcomes };
      for (let i = 0; i < times; i++) made.add(one);
    }
    return made.figures('f');
  };

  it('names what sways triage and what never matters', () => {
    const figures = tally([
      [20, { red: 'no', side: 'left', age: 'given' }, ['accepted']],
      [20, { red: 'no', side: 'right', age: 'given' }, ['accepted']],
      [10, { red: 'yes', side: 'left', age: 'given' }, ['declined']],
      [10, { red: 'yes', side: 'right', age: 'given' }, ['declined']],
    ]);
    expect(figures.red).toEqual({ answered: 60, prefilled: 0, sways: 1, neverMatters: false });
    expect(figures.side).toEqual({ answered: 60, prefilled: 0, sways: 0, neverMatters: true });
    // Everybody answered it: there is nothing to compare with.
    expect(figures.age).toEqual({ answered: 60, prefilled: 1, sways: null, neverMatters: false });
  });

  it('says nothing of fewer than six, nor that something never matters before thirty were decided', () => {
    const figures = tally([
      [5, { rare: 'yes', side: 'left' }, ['declined']],
      [9, { side: 'right' }, ['accepted']],
      [9, { side: 'left' }, ['accepted']],
    ]);
    expect(figures.rare).toEqual({ answered: null, prefilled: null, sways: null, neverMatters: false });
    expect(figures.side!.neverMatters).toBe(false);
  });

  it('counts what is not decided yet as answered only', () => {
    expect(tally([[8, { side: 'left' }, []]]).side).toEqual({
      ...{ answered: 8, prefilled: 0, sways: null, neverMatters: false },
    });
  });

  it('with several answers to one question counts each of them', () => {
    const figures = tally([
      [10, { where: ['hip', 'knee'] }, ['accepted']],
      [10, { where: ['hip'] }, ['declined']],
    ]);
    expect(figures.where!.sways).toBe(0.5);
  });
});
