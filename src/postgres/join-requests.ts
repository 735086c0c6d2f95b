import { key } from '../app/ports/ids.ts';
import type { JoinRequest, JoinRequests, KeptJoinRequest } from '../app/ports/join-requests.ts';
import type { Querier } from './querier.ts';

const columns = `id, key, site_name as "siteName", kind, address, city, postal_code as "postalCode", phone, uses,
  lead_name as "leadName", lead_title as "leadTitle", email, language, remarks, asked_at as "askedAt", answer,
  answer_note as note, answered_at as "answeredAt", answered_by as "answeredBy", version,
  site_id is not null as opened`;

/** Requests to join, in one transaction. */
export function joinRequestsOf(q: Querier): JoinRequests {
  return {
    // Without a conflict target: naming one would ask whether a visitor may read the table.
    add: async (request, receipt) => {
      await q.count(
        `insert into join_requests (key, receipt, site_name, kind, address, city, postal_code, phone, uses,
           lead_name, lead_title, email, language, remarks)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
        [key(), receipt, ...valuesOf(request)],
      );
    },
    all: () =>
      q.rows<KeptJoinRequest>(
        `select ${columns} from join_requests
         order by answered_at is not null, answered_at desc, id limit 200`,
      ),
    byKey: found => q.one<KeptJoinRequest>(`select ${columns} from join_requests where key = $1`, [found]),
    byId: id => q.one<KeptJoinRequest>(`select ${columns} from join_requests where id = $1`, [id]),
    answer: async (id, version, { answer, note }) => {
      const sql = 'update join_requests set answer = $3, answer_note = $4 where id = $1 and version = $2';
      return (await q.count(sql, [id, version, answer, note])) > 0;
    },
    open: (id, { tokenHash, hours }) =>
      q.one<{ person: number; invited: boolean }>(
        `select person, invited from open_site($1, $2, $3, $4, decode($5, 'hex'), make_interval(hours => $6))`,
        [id, key(), key(), key(), tokenHash, hours],
      ),
  };
}

function valuesOf(request: JoinRequest): unknown[] {
  const { siteName, kind, address, city, postalCode, phone, uses } = request;
  const { leadName, leadTitle, email, language, remarks } = request;
  return [
    ...[siteName, kind, address, city, postalCode, phone, [...uses]],
    ...[leadName, leadTitle, email, language, remarks],
  ];
}
