import type { Claim, ClaimHindrance, Claims } from '../app/ports/claims.ts';
import { key } from '../app/ports/ids.ts';
import type { Querier } from './querier.ts';

const select = `
  select c.id, c.key, c.reason, c.contact_name as "contactName", c.contact_phone as "contactPhone", c.email, c.language,
    jsonb_build_object('key', f.key, 'nameEn', f.name_en, 'nameFr', f.name_fr, 'city', f.city) as facility,
    jsonb_build_object('key', s.key, 'nameEn', s.name_en, 'nameFr', s.name_fr) as site,
    c.asked_at as "askedAt", c.asked_by as "askedBy", c.answer, c.answer_note as note, c.answered_at as "answeredAt",
    c.answered_by as "answeredBy"
  from listing_claims c join sites f on f.id = c.facility_id join sites s on s.id = c.site_id`;

/** Requests to keep a listing, in one transaction. */
export function claimsOf(q: Querier): Claims {
  return {
    hindrance: async facility =>
      (await q.one<{ why: ClaimHindrance | null }>('select claim_hindrance($1) as why', [facility]))?.why ??
      null,
    add: async claim => {
      const { facility, reason, contactName, contactPhone, email, language } = claim;
      const added = await q.one<{ id: number }>(
        `insert into listing_claims (key, facility_id, site_id, asked_by, reason, contact_name, contact_phone, email, language)
         values ($1, $2, app_site(), app_member(), $3, $4, $5, $6, $7) on conflict do nothing returning id`,
        [key(), facility, reason, contactName, contactPhone, email, language],
      );
      return added?.id ?? null;
    },
    mine: () => q.rows<Claim>(`${select} where c.site_id = (select app_site()) order by c.id desc limit 50`),
    all: () =>
      q.rows<Claim>(`${select} order by c.answered_at is not null, c.answered_at desc, c.id limit 200`),
    byKey: found => q.one<Claim>(`${select} where c.key = $1`, [found]),
    byId: id => q.one<Claim>(`${select} where c.id = $1`, [id]),
    answer: async (claim, answer, note) =>
      (await q.one<{ done: boolean }>('select answer_claim($1, $2, $3) as done', [claim, answer, note]))
        ?.done === true,
  };
}
