import type { ProgrammeTerms, Terms } from '../app/ports/terms.ts';
import type { Querier } from './querier.ts';

/** Terms of the programme, over the functions of the database. */
export function termsOf(q: Querier): Terms {
  const bool = async (call: string, values: unknown[]) =>
    (await q.one<{ done: boolean | null }>(`select ${call} as done`, values))!.done;
  return {
    current: () =>
      q.one<ProgrammeTerms>('select version, text, published_at as "publishedAt" from current_terms()'),
    mustAccept: async () => (await bool('must_accept_terms()', [])) === true,
    accept: async version => (await bool('accept_terms($1)', [version])) === true,
    publish: async (after, { en, fr }) => {
      const done = await bool('publish_terms($1, $2, $3)', [after, en, fr]);
      return done === null ? null : done ? 'done' : 'stale';
    },
    accepted: async () =>
      (await q.one<{ accepted: number }>('select accepted from terms_kept()'))?.accepted ?? null,
  };
}
