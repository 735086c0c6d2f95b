import { isDeepStrictEqual } from 'node:util';
import type { FormLine, Forms } from '../app/ports/forms.ts';
import { parseQuestionnaire } from '../domain/forms/faults.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';
import type { Querier } from './querier.ts';

/** Published forms. Only the operator publishes. */
export function formsOf(q: Querier): Forms {
  const bySlug = async (slug: string, version?: number) => {
    const row = await q.one<{ questionnaire: Questionnaire }>(
      `select questionnaire from forms where slug = $1 and ($2::int is null or version = $2)
       order by version desc limit 1`,
      [slug, version ?? null],
    );
    return row?.questionnaire ?? null;
  };
  return {
    bySlug,
    list: () =>
      q.rows<FormLine>(
        `select distinct on (slug) slug, version, title_en as "titleEn", title_fr as "titleFr"
         from forms order by slug, version desc`,
      ),
    publish: async given => {
      const form = parseQuestionnaire(given);
      const titleFr = form._title.extension[0]?.extension[1].valueString ?? form.title;
      const added = await q.count(
        `insert into forms (slug, version, title_en, title_fr, questionnaire) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [form.name, Number(form.version), form.title, titleFr, form],
      );
      if (added === 1) return;
      if (!isDeepStrictEqual(await bySlug(form.name, Number(form.version)), form)) {
        throw new Error(`form ${form.name} version ${form.version} is published with another content`);
      }
    },
  };
}
