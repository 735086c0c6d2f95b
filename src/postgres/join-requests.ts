import { key } from '../app/ports/ids.ts';
import type { JoinRequest, JoinRequests } from '../app/ports/join-requests.ts';
import type { Instant } from '../domain/case/time.ts';
import type { Querier } from './querier.ts';

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
    waiting: () =>
      q.rows<JoinRequest & { key: string; askedAt: Instant }>(
        `select key, site_name as "siteName", kind, address, city, postal_code as "postalCode", phone, uses,
           lead_name as "leadName", lead_title as "leadTitle", email, language, remarks, asked_at as "askedAt"
         from join_requests order by id limit 200`,
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
