import type { Filters, Folder, Neighbours } from '../app/ports/worklists.ts';
import type { Querier } from './querier.ts';
import { folderSql } from './worklist-sql.ts';

/** A request stands where its first case does; keys alone are read, so nobody's record was looked at. */
export function neighboursIn(
  q: Querier,
  folder: Folder,
  asked: { requestKey: string; filters: Filters },
): Promise<Neighbours | null> {
  const wanted = folderSql(folder, asked.filters, q);
  return q.one<Neighbours>(
    `with cases as (
       select a.request_id, row_number() over (order by a.due, a.case_id, a.side) as place
       from case_access a where ${wanted.sql} and a.due is not null
     ), placed as (
       select request_id, min(place) as place from cases group by request_id
     ), beside as (
       select request_id, row_number() over w as at, count(*) over () as "all",
         lag(request_id) over w as before, lead(request_id) over w as after
       from placed window w as (order by place)
     )
     select b.at::int, b."all"::int, p.key as previous, n.key as next
     from beside b join requests r on r.id = b.request_id and r.key = $${wanted.values.length + 1}
       left join requests p on p.id = b.before left join requests n on n.id = b.after`,
    [...wanted.values, asked.requestKey],
  );
}
