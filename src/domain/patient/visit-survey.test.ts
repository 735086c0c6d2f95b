import { expect, it } from 'vitest';
import { surveyOf } from './visit-survey.ts';

it('a patient may leave questions out, but not all of them', () => {
  expect(surveyOf({ satisfied: '5', easy: '', age: '' })).toEqual({ satisfied: '5' });
  expect(surveyOf({ satisfied: '', age: '18-34' })).toBeNull();
});

it('an answer that was not offered is none', () => {
  expect(surveyOf({ satisfied: '6' })).toBeNull();
  expect(surveyOf({ satisfied: '5', age: '31' })).toBeNull();
  expect(surveyOf({ satisfied: '5', name: 'Arden' })).toBeNull();
});
