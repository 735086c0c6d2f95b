import { expect, it } from 'vitest';
import { outcome, sent, stories, visit } from '../../../test/support/referral-story.ts';

/** Field and code of each problem, as a page puts them beside the field. */
function problems(verb: string, input: object, story = sent()): string[] {
  const decision = outcome(story, 'receiver', verb, input);
  if (!('refusal' in decision) || decision.refusal !== 'bad-input') throw new Error('not refused');
  const { issues } = decision.detail as { issues: { path: string[]; code: string; max?: number }[] };
  return issues.map(one => `${one.path.join('.')} ${one.code}${one.max === undefined ? '' : ` ${one.max}`}`);
}

it('a clerk who left a field empty is told which', () => {
  expect(problems('advise', { minutes: '5' })).toEqual(['text missing']);
  expect(problems('decline', { reason: '' })).toEqual(['reason missing']);
  expect(problems('advise', { text: ' ', minutes: '5' })).toEqual(['text missing 20000']);
});

it('a clerk who wrote too much is told how much fits', () => {
  expect(problems('manage-elsewhere', { where: 'x'.repeat(301) })).toEqual(['where too-long 300']);
  expect(problems('advise', { text: 'Rest.', minutes: '601' })).toEqual(['minutes too-large 600']);
});

it('a clerk who pasted something invisible, chose something else or gave no day is told so', () => {
  expect(problems('manage-elsewhere', { where: 'Otta\u0007wa' })).toEqual(['where control-characters 300']);
  expect(problems('manage-elsewhere', { where: 'Otta\u202ewa' })).toEqual(['where direction-marks 300']);
  expect(problems('decline', { reason: 'bored' })).toEqual(['reason choose-one']);
  expect(problems('book', { ...visit, start: 'soon' }, stories.accepted())).toEqual(['start not-a-date']);
});

it('a field nobody knows is refused, and named', () => {
  expect(problems('accept', { colour: 'red' })).toEqual(['colour unknown-field']);
});
