import type { Facets } from '../app/ports/worklists.ts';
import type { Querier } from './querier.ts';

const most = 200;

interface Told {
  services: (number | null)[];
  others: (number | null)[];
  clinicians: (number | null)[];
  priorities: (string | null)[];
  protocols: (string | null)[];
  languages: (string | null)[];
  regions: (string | null)[];
}

/** One pass over the open cases of the party, then the names of what was found. */
export async function facetsIn(q: Querier): Promise<Facets> {
  const told = await q.one<Told>(
    `select array_agg(distinct service) as services, array_agg(distinct other) as others, array_agg(distinct clinician) as clinicians,
       array_agg(distinct priority) as priorities, array_agg(distinct protocol) as protocols,
       array_agg(distinct language) as languages, array_agg(distinct region) as regions
     from case_access where party = (select app_party()) and due is not null`,
  );
  const named = (table: 'services' | 'sites', ids: Told['services'] | null) =>
    q.rows<Facets['services'][number]>(
      `select id, key, name_en as en, name_fr as fr from ${table} where id = any ($1) order by name_en, id limit ${most}`,
      [said(ids)],
    );
  return {
    services: await named('services', told?.services ?? null),
    others: await named('sites', told?.others ?? null),
    clinicians: await q.rows<Facets['clinicians'][number]>(
      `select member as id, key, name from member_cards($1::bigint[]) order by name, member limit ${most}`,
      [said(told?.clinicians)],
    ),
    priorities: said(told?.priorities),
    protocols: said(told?.protocols).slice(0, most),
    languages: said(told?.languages),
    regions: said(told?.regions),
  };
}

/** Without the nothing of cases that do not say; null when there are no cases. */
function said<T>(list: readonly (T | null)[] | null | undefined): T[] {
  return (list ?? []).filter(one => one !== null) as T[];
}
