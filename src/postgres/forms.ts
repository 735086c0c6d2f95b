import { isDeepStrictEqual } from 'node:util';
import type { FormLine, FormPlace, Forms } from '../app/ports/forms.ts';
import { key as newKey } from '../app/ports/ids.ts';
import { parseQuestionnaire } from '../domain/forms/faults.ts';
import { frenchTitle } from '../domain/forms/items.ts';
import type { OfferedForms } from '../domain/forms/precedence.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';
import type { Querier } from './querier.ts';

/** Published forms. */
export function formsOf(q: Querier): Forms {
  return {
    bySlug: (slug, version) => bySlug(q, slug, version),
    list: () => q.rows<FormLine>(`${linesSql} and l.kind <> 'visit' ${newestSql}`),
    forVisits: () => q.rows<FormLine>(`${linesSql} and l.kind = 'visit' ${newestSql}`),
    offered: async (service, kind) => {
      const row = await q.one<{ offered: OfferedForms }>(offeredSql, [service, kind]);
      return row?.offered ?? {};
    },
    ofNetwork: async () => {
      const rows = await q.rows<{ questionnaire: Questionnaire }>(
        `select distinct on (f.slug) f.questionnaire from forms f join form_library l using (slug)
         where l.retired_at is null and l.site_id is null order by f.slug, f.version desc`,
      );
      return rows.map(row => row.questionnaire);
    },
    ship: (form, place) => ship(q, form, place),
  };
}

const linesSql = `
  select distinct on (f.slug) f.slug, f.version, f.title_en as "titleEn", f.title_fr as "titleFr"
  from forms f join form_library l using (slug)
  where l.retired_at is null and (l.site_id is null or l.site_id = (select app_site()))`;
const newestSql = 'order by f.slug, f.version desc';

async function bySlug(q: Querier, slug: string, version?: number): Promise<Questionnaire | null> {
  const row = await q.one<{ questionnaire: Questionnaire }>(
    `select questionnaire from forms where slug = $1 and ($2::int is null or version = $2)
     order by version desc limit 1`,
    [slug, version ?? null],
  );
  return row?.questionnaire ?? null;
}

/** A form in use is one that was published and not retired since. */
const offeredSql = `
  with live as (select l.* from form_library l
    where l.retired_at is null and l.kind = $2 and exists (select from forms f where f.slug = l.slug))
  select jsonb_strip_nulls(jsonb_build_object(
    'service', coalesce((select slug from live where slug = v.form),
      (select slug from live where site_id = v.site_id and serves = 'category' and category = v.category)),
    'intakeService', (select slug from live
      where site_id = v.intake_site and serves = 'category' and category = v.category),
    'intake', (select slug from live where site_id = v.intake_site and serves = 'general'),
    'site', (select slug from live where site_id = v.site_id and serves = 'general'),
    'category', (select slug from live where site_id is null and serves = 'category' and category = v.category)
  )) as offered from services v where v.id = $1`;

async function ship(q: Querier, given: Questionnaire, place: FormPlace): Promise<void> {
  const form = parseQuestionnaire(given);
  const taken = await q.one<{ theirs: boolean }>(
    'select bool_or(published_by is not null) as theirs from forms where slug = $1',
    [form.name],
  );
  if (taken?.theirs) return;
  await q.count(
    `insert into form_library (slug, key, kind, serves, category) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [form.name, newKey(), place.kind, place.serves, place.category],
  );
  const added = await q.count(
    `insert into forms (slug, version, title_en, title_fr, questionnaire) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [form.name, Number(form.version), form.title, frenchTitle(form), form],
  );
  if (added === 1 || isDeepStrictEqual(await bySlug(q, form.name, Number(form.version)), form)) return;
  throw new Error(`form ${form.name} version ${form.version} is published with another content`);
}
