import { parentPort } from 'node:worker_threads';
import { readAnswers } from '../domain/forms/check.ts';
import { evaluatorOf, expressionFaults, warmUp } from '../domain/forms/evaluate.ts';
import type { Question } from './question.ts';

// The thread in which expressions of stewards run. It has no way to anything but the answers it is sent.
parentPort!.on('message', (question: Question) => {
  parentPort!.postMessage(
    'typed' in question
      ? readAnswers(question.form, question.typed, evaluatorOf(question.today))
      : expressionFaults(question.form),
  );
});
warmUp();
parentPort!.postMessage('ready');
