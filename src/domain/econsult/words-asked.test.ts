import { expect, it } from 'vitest';
import { wordsAsked } from './words-asked.ts';

const question = {
  type: 'question',
  body: { question: 'Please advise', questions: ['Which drug?', 'Safe in pregnancy?'] },
};

it('a question says its title, its own words and each numbered part', () => {
  expect(wordsAsked('Mood', [question])).toBe('Mood\nPlease advise\n1. Which drug?\n2. Safe in pregnancy?');
});

it('what the requester added since is a part of it, also where another group is asked', () => {
  const added = [
    { type: 'resubmitted', body: { text: 'Since May' } },
    { type: 'info-supplied', body: { text: 'TSH normal' } },
    { type: 'remarked', body: { about: 'added-since', text: 'No fever' } },
    { type: 'asked-again', body: { text: 'And lithium?' } },
  ];
  expect(wordsAsked('Mood', added)).toBe('Mood\nSince May\nTSH normal\nNo fever\nAnd lithium?');
});

it('what the group says about it is not, nor what was purged or is for others', () => {
  const others = [
    { type: 'remarked', body: { about: 'released', text: 'More for epilepsy' } },
    { type: 'messaged', body: { text: 'Seizures?' } },
    { type: 'question', body: 'purged' },
    { type: 'resubmitted', body: 'withheld' },
  ];
  expect(wordsAsked('Mood', others)).toBe('Mood');
});
