import type { Category } from '../app/ports/imports.ts';
import type { Querier } from './querier.ts';

/** Brings the shipped kinds to this version; one that a steward changed stays. True when a name or a word is another now. */
export async function saveCategories(q: Querier, list: readonly Category[]): Promise<boolean> {
  const rows = JSON.stringify(list);
  const given = `jsonb_to_recordset($1) x (code text, name_en text, name_fr text, terms text, parent text, of_places text)`;
  const touched = await q.count(
    `insert into service_categories as c (code, name_en, name_fr, terms, of_places)
     select code, name_en, name_fr, terms, of_places = 'yes' from ${given}
     on conflict (code) do update set name_en = excluded.name_en, name_fr = excluded.name_fr, terms = excluded.terms,
       of_places = excluded.of_places
     where c.changed_at is null and (c.name_en, c.name_fr, c.terms, c.of_places)
       is distinct from (excluded.name_en, excluded.name_fr, excluded.terms, excluded.of_places)`,
    [rows],
  );
  // After all of them are there.
  await q.count(
    `update service_categories c set parent = nullif(x.parent, '') from ${given}
     where c.code = x.code and c.changed_at is null and c.parent is distinct from nullif(x.parent, '')`,
    [rows],
  );
  return touched > 0;
}
