import { expect, test } from 'vitest';
import { ask, clerk, keyOf, returned } from '../../domain/econsult/test-econsult.ts';
import { carriedInput, type Words } from './carried.ts';

const words: Words = [
  { seq: 1, type: 'asked', body: {} },
  { seq: 2, type: 'question', body: { question: 'Switch or add?', questions: ['Dose?', 'How long?'] } },
  { seq: 5, type: 'info-supplied', body: { text: 'Ferritin is 8.' } },
  { seq: 8, type: 'resubmitted', body: { text: 'No bleeding.', attachments: [7] } },
];

function redirected(input: Record<string, unknown> = {}) {
  const decision = ask(returned(), { verb: 'redirect', by: clerk, input });
  if (!('opens' in decision)) throw new Error(JSON.stringify(decision));
  return decision.opens![0]!;
}

test('what the requester added since moves with the question, as one remark', () => {
  const { added, attachments } = carriedInput(redirected(), words, undefined);
  expect(attachments.map(({ id }) => id)).toEqual([7]);
  expect(added).toEqual([
    {
      type: 'remarked',
      audience: 'clinical',
      body: { about: 'added-since', text: 'Ferritin is 8.\n\nNo bleeding.' },
    },
  ]);
});

test('it stays when the sender leaves the question behind', () => {
  const carry = { question: false, answers: true, attachments: true, advice: true };
  expect(carriedInput(redirected({ carry }), words, undefined).added).toEqual([]);
});

test('a referral has one question: the numbered ones stand in it', () => {
  const open = redirected({ service: keyOf('c') });
  expect(open.type).toBe('referral');
  expect(carriedInput(open, words, undefined).input.question).toBe('Switch or add?\n1. Dose?\n2. How long?');
});
