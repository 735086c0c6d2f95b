import { Worker } from 'node:worker_threads';
import type { FormReader } from '../app/ports/form-reader.ts';
import { type Reading, readAnswers } from '../domain/forms/check.ts';
import type { Fault } from '../domain/forms/faults.ts';
import { allItems, expressionOf, needsEvaluator, scoreOf } from '../domain/forms/items.ts';
import type { Question } from './question.ts';

/** What running the expressions of a form may take, in milliseconds, and what reading them may take before. */
const limit = 100;
const limitOfReading = 5_000;

interface Thread {
  worker: Worker;
  ready: Promise<void>;
}

/**
 * One thread for all forms, started at the first need and again after one that took too long. Forms without formulas are
 * read at once, without it.
 */
export function formReader(): FormReader {
  let thread: Thread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = () => {
    thread ??= startThread(() => {
      thread = undefined;
    });
    return thread;
  };
  /** One after the other: the limit counts from when it is this one's turn. Null when the time was up. */
  const ask = <T>(question: Question): Promise<T | null> => {
    const turn = last.then(async () => {
      const { worker, ready } = start();
      await ready;
      return answerOf<T>(worker, question);
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    read: async given => {
      const plain = () => readAnswers(given.form, given.typed);
      if (!needsEvaluator(given.form)) return plain();
      return (await ask<Reading>(given)) ?? { ...plain(), tooSlow: true };
    },
    check: async form => {
      if (!needsEvaluator(form)) return [];
      return (await ask<Fault[]>({ form })) ?? [slow(form)];
    },
    close: async () => {
      await last;
      await thread?.worker.terminate();
    },
  };
}

function slow(form: Question['form']): Fault {
  const one = allItems(form.item).find(
    each => expressionOf(each) !== undefined && scoreOf(each) === undefined,
  );
  return { linkId: one?.linkId ?? '', code: 'expression-too-slow' };
}

/** The file beside this one: as it was written, or as it was built. */
function startThread(onEnd: () => void): Thread {
  const here = import.meta.url;
  const options = { resourceLimits: { maxOldGenerationSizeMb: 128 }, env: {} };
  const written = new URL('./worker.ts', here).href;
  const worker = here.endsWith('.ts')
    ? new Worker(`import('tsx/esm/api').then(tsx => tsx.tsImport(${JSON.stringify(written)}, '${here}'))`, {
        ...options,
        eval: true,
      })
    : new Worker(new URL('./calculator.js', here), options);
  worker.unref();
  worker.once('exit', onEnd);
  // Whoever asked hears of it; without a listener it would end the process.
  worker.on('error', onEnd);
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return { worker, ready };
}

/** Null when the time was up, or the thread died of the question. */
function answerOf<T>(worker: Worker, question: Question): Promise<T | null> {
  return new Promise<T | null>(resolve => {
    const settle = (answer: T | null) => {
      clearTimeout(timer);
      worker.off('message', heard);
      worker.off('error', died);
      resolve(answer);
    };
    const died = () => settle(null);
    const giveUp = () => void worker.terminate().then(died);
    const heard = (said: T | 'begin') => {
      if (said !== 'begin') return settle(said);
      clearTimeout(timer);
      timer = setTimeout(giveUp, limit);
    };
    let timer = setTimeout(giveUp, limitOfReading);
    worker.on('message', heard);
    worker.once('error', died);
    worker.postMessage(question);
  });
}
