import { expect, it } from 'vitest';
import { words } from '../../words/words.ts';
import { searchOf, wrongIn } from './asked.ts';
import { query } from './query.ts';
import { peopleBand } from './result-json.ts';

it.each([
  [{ age: '131' }, 'age'],
  [{ age: '-1' }, 'age'],
  [{ sex: 'both' }, 'sex'],
  [{ region: 'X' }, 'region'],
  [{ within: '25' }, 'near'],
  [{ within: '0', near: 'N1E' }, 'within'],
  [{ wait: '1e3' }, 'wait'],
  [{ way: 'pigeon' }, 'way'],
  [{ urgency: 'now' }, 'urgency'],
  [{ virtual: '1' }, 'virtual'],
  [{ accepting: 'no' }, 'accepting'],
  [{ bounds: '1,2,3' }, 'bounds'],
])('who asks for %j is told in both languages that it is the field %s', (asked, field) => {
  for (const lang of ['en', 'fr'] as const) {
    const [wrong, ...more] = wrongIn(query.parse(asked), words[lang]);
    expect(more).toEqual([]);
    expect(wrong).toMatchObject({ field, message: expect.stringMatching(/\.$/) });
  }
});

it('who asks for everything that there is is understood', () => {
  const asked = query.parse({
    ...{ q: 'mood', age: '0', sex: 'female', lang: 'oj', near: 'P7B', within: '250', region: 'P', wait: '4' },
    ...{
      way: 'direct-booking',
      urgency: 'urgent',
      virtual: 'yes',
      accepting: 'yes',
      kind: 'referral',
      page: '2',
    },
    bounds: '48,-90,49,-88',
  });
  expect(wrongIn(asked, words.en)).toEqual([]);
  expect(searchOf(asked)).toEqual({
    ...{ text: 'mood', near: 'P7B', limit: 20, from: 20, kinds: ['referral'] },
    filters: {
      ...{ age: 0, sex: 'female', language: 'oj', maxKm: 250, region: 'P', maxWaitDays: 28 },
      ...{ way: 'direct-booking', urgent: true, virtual: true, accepting: true },
      bounds: { south: 48, west: -90, north: 49, east: -88 },
    },
  });
});

it('a routine request may go to every service', () => {
  expect(searchOf(query.parse({ urgency: 'routine' })).filters).toEqual({});
});

it.each([
  [6, '6-19'],
  [19, '6-19'],
  [20, '20-49'],
  [100, '100+'],
])('a program reads of %i people that they are %s', (people, band) => expect(peopleBand(people)).toBe(band));
