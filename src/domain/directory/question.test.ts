import { expect, it } from 'vitest';
import { isQuestion } from './question.ts';

it.each([
  'which antidepressant after sertraline',
  'Depression, low energy; change of medication?',
  'anémie, quel bilan?',
  'Quel médicament choisir',
  'eczema on both arms, what next',
  'dermatology advice',
])('%s is a question', text => expect(isQuestion(text)).toBe(true));

it.each(['depression group', 'knee replacement', 'clinique de la mémoire', '', 'anxiété', 'advicegroup'])(
  '%s is not',
  text => expect(isQuestion(text)).toBe(false),
);
