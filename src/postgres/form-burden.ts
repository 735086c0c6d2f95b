import type { FormBurden, KnownBurden, MeasuredSeconds } from '../app/ports/form-burden.ts';
import type { AnsweredCase } from '../domain/forms/burden.ts';
import type { Querier } from './querier.ts';

/** What the questions of forms cost, in one transaction. */
export function formBurdenOf(q: Querier): FormBurden {
  return {
    note: async (slug, spent) => {
      const links = Object.keys(spent);
      if (links.length === 0) return;
      await q.count(
        `insert into form_times (slug, link_id, seconds)
         select $1, link_id, seconds from unnest($2::text[], $3::int[]) as t (link_id, seconds)`,
        [slug, links, Object.values(spent)],
      );
    },
    of: slug =>
      q.one<KnownBurden>(
        `select figures->'questions' as figures, figures->'seconds' as seconds, computed_at as at
         from form_burden where slug = $1`,
        [slug],
      ),
    cases: (after, limit, { since, types }) =>
      q.rows<AnsweredCase & { case: number }>(
        `select case_id as "case", coalesce(slug, '') as slug, answers, outcomes from form_outcomes($1, $2, $3, $4)`,
        [after, limit, since, types],
      ),
    seconds: async () => {
      const rows = await q.rows<{ slug: string; linkId: string; seconds: number }>(
        `select slug, link_id as "linkId", seconds from form_time_figures()`,
      );
      const found = new Map<string, MeasuredSeconds>();
      for (const { slug, linkId, seconds } of rows)
        found.set(slug, { ...found.get(slug), [linkId]: Math.round(seconds) });
      return found;
    },
    replace: async (slug, { figures, seconds }) => {
      await q.count(
        `insert into form_burden (slug, figures, computed_at) values ($1, $2, now())
         on conflict (slug) do update set figures = excluded.figures, computed_at = excluded.computed_at`,
        [slug, { questions: figures, seconds }],
      );
    },
  };
}
