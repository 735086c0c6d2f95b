import type { Look, Looks } from '../app/ports/looks.ts';
import type { Querier } from './querier.ts';

/** Who looks at what, in one transaction. */
export function looksOf(q: Querier): Looks {
  return {
    note: async requestKey =>
      (await q.one<{ held: boolean }>('select look_at($1) as held', [requestKey]))?.held ?? false,
    others: requestKey =>
      q.rows<Look>(
        `with now_here as materialized (
           select l.member_id, l.at from request_looks l join requests r on r.id = l.request_id
           where r.key = $1 and l.at > now() - interval '2 minutes' and l.member_id <> app_member()
         )
         select h.member_id as member, c.name, h.at from now_here h
           join member_cards(array(select member_id from now_here)) c on c.member = h.member_id
         order by h.at desc`,
        [requestKey],
      ),
    here: () =>
      q.rows(
        `with now_here as materialized (
           select l.member_id, r.key from request_looks l join requests r on r.id = l.request_id
           where l.site_id = (select app_site()) and l.at > now() - interval '2 minutes' and l.member_id <> app_member()
         )
         select h.key as "requestKey", string_agg(c.name, ', ' order by c.name) as name from now_here h
           join member_cards(array(select member_id from now_here)) c on c.member = h.member_id group by h.key`,
      ),
  };
}
