import { expect, test } from 'vitest';
import { conflictsOf, type Listing, plainFields } from './listing.ts';

function listing(promise: Partial<Listing['plain']>): Listing {
  const empty = Object.fromEntries(plainFields.map(field => [field, null])) as Listing['plain'];
  const plain = { ...empty, takes: 'direct', ...promise };
  return { plain, places: [], clinicians: [], appointments: [] };
}

test('a group that answers questions may promise no more than the week everybody has', () => {
  expect(conflictsOf(listing({ promiseDays: 5 }), 'econsult')).toEqual([]);
  expect(conflictsOf(listing({ promiseDays: 6 }), 'econsult')).toEqual([
    { field: 'promiseDays', problem: 'promise-too-long' },
  ]);
  expect(conflictsOf(listing({ promiseDays: 60 }), 'referral')).toEqual([]);
});

test('a promise is in days or in hours, never both', () => {
  expect(conflictsOf(listing({ promiseHours: 4 }), 'econsult')).toEqual([]);
  expect(conflictsOf(listing({ promiseDays: 1, promiseHours: 4 }), 'referral')).toEqual([
    { field: 'promiseHours', problem: 'two-promises' },
  ]);
});
