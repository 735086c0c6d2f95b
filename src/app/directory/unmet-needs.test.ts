import { expect, test } from 'vitest';
import type { Ranked, Reason } from '../../domain/directory/rank.ts';
import type { Found } from '../ports/directory.ts';
import { someFit } from './unmet-needs.ts';

const found = (...reasons: Reason[]) => ({ reasons }) as Ranked<Found>;

test('one service that takes the patient is enough', () => {
  expect(someFit([found({ code: 'wrong-sex' }), found({ code: 'fits-age', age: 34 })])).toBe(true);
});

test.each<[string, Ranked<Found>[]]>([
  ['nothing is found', []],
  ['all are for another age', [found({ code: 'wrong-age', age: 3 })]],
  ['all are for another situation', [found({ code: 'only-for', situation: 'pregnancy' })]],
  ['the only one takes nobody now', [found({ code: 'fits-age', age: 34 }, { code: 'not-accepting' })]],
])('%s: the need is unmet', (_, list) => {
  expect(someFit(list)).toBe(false);
});
