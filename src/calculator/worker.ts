import { parentPort } from 'node:worker_threads';
import { readAnswers } from '../domain/forms/check.ts';
import { evaluatorOf, expressionFaults, prepare, warmUp } from '../domain/forms/evaluate.ts';
import type { Question } from './question.ts';

// The thread in which expressions of stewards run. It has no way to anything but the answers it is sent. Reading an
// expression costs by its length, which is limited; running it may cost anything: only that is timed, from 'begin' on.
parentPort!.on('message', (question: Question) => {
  if ('typed' in question) prepare(question.form);
  const faults = 'typed' in question ? [] : expressionFaults(question.form);
  parentPort!.postMessage('begin');
  parentPort!.postMessage(
    'typed' in question ? readAnswers(question.form, question.typed, evaluatorOf(question.today)) : faults,
  );
});
warmUp();
parentPort!.postMessage('ready');
