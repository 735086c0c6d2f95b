import { expect, test } from 'vitest';
import { surveySchema } from './survey.ts';

const survey = { outcome: 'new-advice', referral: 'avoided', patientValue: 5, providerValue: 4 };

test('the requester closes with four choices and may leave the comment out', () => {
  expect(surveySchema.parse(survey)).toEqual(survey);
});

test('a page posts ratings as text', () => {
  expect(surveySchema.parse({ ...survey, patientValue: '3' }).patientValue).toBe(3);
});

test.each(['outcome', 'referral', 'patientValue', 'providerValue'])('question %s must be answered', name => {
  expect(surveySchema.safeParse({ ...survey, [name]: undefined }).success).toBe(false);
});

test('a rating is a whole number from 1 to 5', () => {
  for (const bad of [0, 6, 2.5, ''])
    expect(surveySchema.safeParse({ ...survey, patientValue: bad }).success).toBe(false);
});

test('a requester who says "other" must explain', () => {
  const other = { ...survey, referral: 'other' };
  expect(surveySchema.safeParse(other).error?.issues[0]?.path).toEqual(['explain']);
  expect(surveySchema.safeParse({ ...other, explain: '   ' }).success).toBe(false);
  expect(surveySchema.safeParse({ ...other, explain: 'She moved away.' }).success).toBe(true);
});

test('a requester who says that the advice could have harmed says what happened, and the other way round', () => {
  const issues = (said: object) =>
    surveySchema.safeParse({ ...survey, ...said }).error?.issues.map(({ path }) => path.join());
  expect(issues({ harm: 'advice', harmSaid: ' ' })).toEqual(['harmSaid']);
  expect(issues({ harm: '', harmSaid: 'She fainted.' })).toEqual(['harm']);
  expect(issues({ harm: 'delay', harmSaid: 'She fainted.' })).toBeUndefined();
  expect(issues({ harm: '', harmSaid: '' })).toBeUndefined();
});
