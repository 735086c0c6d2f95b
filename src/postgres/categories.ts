import type { Categories, KeptCategory } from '../app/ports/categories.ts';
import type { UnindexedEntry } from '../app/ports/imports.ts';
import { serviceEntries } from './directory-entries.ts';
import type { Querier } from './querier.ts';

const select = `
  select c.code, c.name_en as "nameEn", c.name_fr as "nameFr", c.terms, c.parent, c.version,
    (select count(*) from services v where v.category = c.code and v.ended_at is null) as services
  from service_categories c where not c.of_places`;

/** Kinds of service, in one transaction. */
export function categoriesOf(q: Querier): Categories {
  return {
    lock: async () => void (await q.rows('select pg_advisory_xact_lock(7261, 6)')),
    all: () => q.rows<KeptCategory>(`${select} order by c.name_en`),
    byCode: code => q.one<KeptCategory>(`${select} and c.code = $1`, [code]),
    add: async ({ code, nameEn, nameFr, terms, parent }) => {
      await q.count(
        'insert into service_categories (code, name_en, name_fr, terms, parent) values ($1, $2, $3, $4, $5)',
        [code, nameEn, nameFr, terms, parent],
      );
    },
    change: async ({ code, nameEn, nameFr, terms, parent }) => {
      await q.count(
        'update service_categories set name_en = $2, name_fr = $3, terms = $4, parent = $5 where code = $1',
        [code, nameEn, nameFr, terms, parent],
      );
    },
    entries: code => q.rows<UnindexedEntry>(`${serviceEntries} and v.category = $1`, [code]),
  };
}
