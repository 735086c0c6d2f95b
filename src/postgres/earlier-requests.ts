import type { EarlierRequest } from '../app/ports/worklists.ts';
import { auditOf } from './audit.ts';
import type { Querier } from './querier.ts';

const most = 10;

/**
 * Other requests of the same patient that the actor's party has or had, the latest first: the same health number, or without
 * one the same name and birth date.
 */
export async function earlierRequests(q: Querier, request: number): Promise<EarlierRequest[]> {
  const rows = await q.rows<EarlierRequest & { id: number }>(
    `with mine as materialized (
       select a.card, a.patient_name, coalesce(c.receiver_patient, c.requester_patient)->>'birthDate' as born
       from case_access a join cases c on c.id = a.case_id
       where a.party = (select app_party()) and a.request_id = $1 and a.patient_name is not null
       order by a.case_id desc limit 1
     ), found as (
       select a.*, row_number() over (partition by a.request_id order by a.side = 'copy', a.case_id desc) as nth
       from mine m join case_access a on a.party = (select app_party()) and a.request_id <> $1
         and (case when m.card <> '' then a.card = m.card else a.patient_name = m.patient_name and a.card = '' end)
     )
     select a.request_id as id, r.key, r.reference, a.type, a.side, a.status, a.waiting_since as since,
       coalesce(c.state, a.frozen->'state')->>'title' as title,
       case when v.id is not null then jsonb_build_object('en', v.name_en, 'fr', v.name_fr) end as service
     from found a join requests r on r.id = a.request_id cross join mine m
       left join cases c on c.id = a.case_id left join services v on v.id = a.service
     where a.nth = 1 and (m.card <> '' or coalesce(c.receiver_patient, c.requester_patient, a.frozen->'patient')
       ->>'birthDate' = m.born)
     order by a.waiting_since desc, a.request_id desc limit ${most}`,
    [request],
  );
  if (rows.length > 0)
    await auditOf(q).add({ act: 'earlier', what: 'request', ids: rows.map(row => row.id), result: 'ok' });
  return rows.map(({ id: _, ...row }) => row);
}
