import type { StandardAnswer, StandardAnswers } from '../app/ports/standard-answers.ts';
import type { Querier } from './querier.ts';

/** Texts for answers and consult notes, over the functions of the database. */
export function standardAnswersOf(q: Querier): StandardAnswers {
  const done = async (sql: string, values: readonly unknown[]) =>
    (await q.one<{ done: boolean }>(sql, values))?.done ?? false;
  return {
    here: () =>
      q.rows<StandardAnswer>(
        'select key, title, words, own, used_for as "usedFor" from standard_answers_here()',
        [],
      ),
    keep: ({ key, title, words, own, usedFor }) =>
      done('select keep_standard_answer($1, $2, $3, $4, $5) as done', [key, title, words, own, usedFor]),
    remove: key => done('select remove_standard_answer($1) as done', [key]),
  };
}
