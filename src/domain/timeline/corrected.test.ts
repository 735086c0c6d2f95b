import { expect, test } from 'vitest';
import { answered, playOn, specialist } from '../econsult/test-econsult.ts';
import { adviceAsItStands } from './corrected.ts';

test('what is carried on is the corrected text with every recommendation, the first ones too', () => {
  const input = { recommendations: [{ text: 'Repeat PHQ-9' }], references: ['APA'], minutes: 2 };
  const { log } = playOn(answered(), { verb: 'amend', by: specialist, input });
  expect(adviceAsItStands(log)).toMatchObject({
    text: 'Treat the iron first.',
    recommendations: [{ text: 'Oral iron' }, { text: 'Sertraline to 150 mg' }, { text: 'Repeat PHQ-9' }],
    references: ['APA'],
    minutes: 20,
  });
});

test('nobody reads an answer where there is none, or where it was purged', () => {
  expect(adviceAsItStands([])).toBeUndefined();
  expect(adviceAsItStands([{ type: 'advice', body: 'purged' }])).toBeUndefined();
});
