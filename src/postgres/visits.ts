import type { OnShortNotice, ToRebook, Visit, Visits } from '../app/ports/visits.ts';
import { auditOf } from './audit.ts';
import type { Querier } from './querier.ts';

const both = (table: string) =>
  `case when ${table}.id is not null then jsonb_build_object('en', ${table}.name_en, 'fr', ${table}.name_fr) end`;

/** What a list says of a case `c` of its request `r`; the patient as the receiver knows them. */
const about = `c.key as "caseKey", r.key as "requestKey", r.reference, coalesce(c.state->>'urgency', '') = 'urgent' as urgent,
  nullif(concat_ws(', ', nullif(p.patient->>'family', ''), nullif(p.patient->>'given', '')), '') as patient`;
const cases = `left join cases c on c.id = v.case_id left join requests r on r.id = c.request_id
  cross join lateral (select coalesce(c.receiver_patient, c.requester_patient) as patient) p`;

/** Visits of one transaction. */
export function visitsOf(q: Querier): Visits {
  const listed = async <R extends object>(act: string, sql: string, values: unknown[]): Promise<R[]> => {
    const rows = await q.rows<R & { id: number }>(sql, values);
    await auditOf(q).add({ act, what: 'case', ids: rows.map(row => row.id).slice(0, 25), result: 'ok' });
    return rows;
  };
  return {
    between: (from, to, schedule) =>
      listed<Visit>('schedule', 'select * from visits_between($1, $2, $3)', [from, to, schedule ?? null]),
    busy: (schedules, { from, to, except }) =>
      q.rows('select schedule_id as schedule, starts as start, until from busy_times($1, $2, $3, $4)', [
        ...[schedules, from, to, except ?? null],
      ]),
    toRebook: () =>
      listed<ToRebook>(
        'rebooking',
        `select v.case_id as id, ${about}, ${both('s')} as service, v.was, v.how, v.since
         from to_rebook v ${cases} left join services s on s.id = (c.state#>>'{receiver,service}')::bigint
         where v.site_id = (select app_site()) order by v.since, v.was, v.case_id limit 200`,
        [],
      ),
    shortNotice: () =>
      listed<OnShortNotice>(
        'short-notice',
        `select v.case_id as id, ${about}, ${both('s')} as service, v.hours, v.since,
           to_char((c.state#>>'{appointment,start}')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as visit
         from short_notice v ${cases} left join services s on s.id = v.service_id
         where v.site_id = (select app_site()) order by v.urgent desc, v.waiting_since, v.case_id limit 200`,
        [],
      ),
    askNext: ({ schedule, type, start }, urgentOnly) =>
      q.one('select case_id as "caseId", key as "caseKey" from ask_next($1, $2, $3, $4)', [
        ...[schedule, type, start, urgentOnly],
      ]),
  };
}
