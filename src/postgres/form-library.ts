import type { FormDraft, FormLibrary, FormVersion, LibraryForm } from '../app/ports/form-library.ts';
import { key as newKey } from '../app/ports/ids.ts';
import { frenchTitle } from '../domain/forms/items.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';
import type { Querier } from './querier.ts';

/** Whose forms they are and what is written of them, in one transaction. */
export function formLibraryOf(q: Querier): FormLibrary {
  return {
    all: () =>
      q.rows<LibraryForm>(
        `${linesSql} where l.site_id is null or l.site_id = (select app_site())
         order by l.retired_at is not null, "titleEn", l.slug`,
      ),
    byKey: key => q.one<LibraryForm>(`${linesSql} where l.key = $1`, [key]),
    add: given => add(q, given),
    draft: slug =>
      q.one<FormDraft>(
        'select questionnaire, version, changed_at as "changedAt" from form_drafts where slug = $1 for update',
        [slug],
      ),
    saveDraft: (form, version) => saveDraft(q, form, version),
    discardDraft: async slug => void (await q.count('delete from form_drafts where slug = $1', [slug])),
    publish: form => publish(q, form),
    versions: slug =>
      q.rows<FormVersion>(
        `select version, published_at as at, published_by as by from forms where slug = $1 order by version desc`,
        [slug],
      ),
    retire: (slug, retired) => retire(q, slug, retired),
  };
}

const linesSql = `
  select l.slug, l.key, l.site_id as site, l.kind, l.serves, l.category, l.retired_at as "retiredAt",
    keeps_form(l.slug) as mine, d.slug is not null as "hasDraft",
    f.version as published, f.published_at as "publishedAt",
    coalesce(f.title_en, d.questionnaire->>'title', l.slug) as "titleEn",
    coalesce(f.title_fr, nullif(d.questionnaire#>>'{_title,extension,0,extension,1,valueString}', ''),
      d.questionnaire->>'title', l.slug) as "titleFr"
  from form_library l
  left join form_drafts d on d.slug = l.slug
  left join lateral (select version, published_at, title_en, title_fr from forms
    where slug = l.slug order by version desc limit 1) f on true`;

async function add(
  q: Querier,
  { form, site, place }: Parameters<FormLibrary['add']>[0],
): Promise<{ key: string } | null> {
  const key = newKey();
  const added = await q.count(
    `insert into form_library (slug, key, site_id, kind, serves, category) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [form.name, key, site, place.kind, place.serves, place.category],
  );
  if (added === 0) return null;
  await saveDraft(q, form, null);
  return { key };
}

async function saveDraft(q: Querier, form: Questionnaire, version: number | null): Promise<boolean> {
  const sql =
    version === null
      ? 'insert into form_drafts (slug, questionnaire) values ($1, $2) on conflict do nothing'
      : 'update form_drafts set questionnaire = $2 where slug = $1 and version = $3';
  return (await q.count(sql, [form.name, form, ...(version === null ? [] : [version])])) === 1;
}

async function publish(q: Querier, form: Questionnaire): Promise<boolean> {
  const added = await q.count(
    `insert into forms (slug, version, title_en, title_fr, questionnaire, published_by)
     values ($1, $2, $3, $4, $5, app_member()) on conflict do nothing`,
    [form.name, Number(form.version), form.title, frenchTitle(form), form],
  );
  return added === 1;
}

/** Null where the form may be retired at any time; a place that is taken meanwhile stays with who took it. */
async function retire(q: Querier, slug: string, retired: boolean): Promise<boolean> {
  const changed = await q.count(
    `update form_library l set retired_at = case when $2 then now() end
     where slug = $1 and ($2 or l.serves = 'listing' or not exists (
       select from form_library o where o.slug <> l.slug and o.retired_at is null and o.kind = l.kind
         and o.serves = l.serves and o.site_id is not distinct from l.site_id
         and o.category is not distinct from l.category))`,
    [slug, retired],
  );
  return changed === 1;
}
