import type { HistoryLine, KeptListing, ListingLine, Listings } from '../app/ports/listings.ts';
import { type PlainField, type PlainValue, plainFields } from '../domain/directory/listing.ts';
import { serviceEntries } from './directory-entries.ts';
import { indexService, setAppointments, setClinicians, setPlaces } from './listing-parts.ts';
import type { Querier } from './querier.ts';
import { appointments, clinicians, places } from './service-model.ts';

/** What a site says of its services, in one transaction. */
export function listingsOf(q: Querier): Listings {
  return { ...readingOf(q), ...writingOf(q) };
}

type Reading =
  | 'mine'
  | 'keptFacilities'
  | 'sites'
  | 'byKey'
  | 'openCases'
  | 'history'
  | 'entry'
  | 'categories'
  | 'intakes'
  | 'intakeHere'
  | 'splits';

function readingOf(q: Querier): Pick<Listings, Reading> {
  return {
    mine: () => q.rows<ListingLine>(mineSql),
    keptFacilities: () =>
      q.rows(
        `select key, name_en as "nameEn", name_fr as "nameFr", kept_since as since from sites
         where kept_by = (select app_site()) order by name_en`,
      ),
    sites: () =>
      q.rows(
        `select id, key, name_en as "nameEn", name_fr as "nameFr" from sites s
         where (id = (select app_site()) or kept_by = (select app_site())) and keeps_listings(id)
         order by id <> (select app_site()), name_en`,
      ),
    byKey: (key, lock) => byKey(q, key, lock),
    history: (service, after) =>
      q.rows<HistoryLine>(
        `select version, act, changes, at, by_member as by from listing_history
         where service_id = $1 and version > $2 order by id desc limit 200`,
        [service, after ?? -1],
      ),
    categories: () =>
      q.rows(
        `select code, name_en as "nameEn", name_fr as "nameFr", parent from service_categories where not of_places
         order by name_en`,
      ),
    intakes: () =>
      q.rows(
        `select key, name_en as "nameEn", name_fr as "nameFr" from sites
         where intake_for_others and on_network and suspended_at is null order by name_en`,
      ),
    splits: service => q.rows('select * from splits_of($1)', [service]),
    intakeHere: async () =>
      (await q.one<{ on: boolean; services: number }>(
        `select intake_for_others as on, (select count(*)::int from services v
           where v.intake_site = sites.id and v.ended_at is null) as services
         from sites where id = (select app_site())`,
      )) ?? { on: false, services: 0 },
    openCases: async service =>
      (await q.one<{ open: number }>('select open_cases_of($1) as open', [service]))?.open ?? 0,
    entry: service => q.one(`${serviceEntries} and v.id = $1`, [service]),
  };
}

function writingOf(q: Querier): Omit<Listings, Reading> {
  return {
    add: async one => {
      const values = [one.key, one.site, one.kind, one.category, one.nameEn, one.nameFr];
      const added = await q.one<{ id: number }>(
        `insert into services (key, site_id, kind, category, name_en, name_fr, verified_on)
         values ($1, $2, $3, $4, $5, $6, app_now()::date) returning id`,
        values,
      );
      return added!.id;
    },
    setPlain: (service, values) => setPlain(q, service, values),
    setPlaces: (service, list) => setPlaces(q, service, list),
    setClinicians: (service, list) => setClinicians(q, service, list),
    setAppointments: (service, list) => setAppointments(q, service, list),
    verify: service => act(q, 'verified_on = app_now()::date', [service]),
    claimWait: (service, days) =>
      act(
        q,
        'claimed_wait_days = $2::int, claimed_wait_on = case when $2::int is not null then app_now()::date end',
        [service, days],
      ),
    setSplits: async (service, into) => {
      await q.count('delete from service_splits where service_id = $1', [service]);
      await q.count(
        `insert into service_splits (service_id, into_id, position)
         select $1, v.id, w.n from unnest($2::text[]) with ordinality as w (key, n)
           join services v on v.key = w.key and v.kind = 'referral' and v.ended_at is null and v.id <> $1`,
        [service, into],
      );
    },
    setIntakeHere: async on =>
      (await q.one<{ done: boolean }>('select set_intake_for_others($1) as done', [on]))?.done ?? false,
    askToCheck: () => q.rows<{ site: number; person: number }>('select site, person from ask_to_check()'),
    end: service => act(q, 'ended_at = app_now()', [service]),
    note: async (service, act, changes) => {
      await q.count(
        `insert into listing_history (service_id, version, act, changes)
         select id, version, $2, $3 from services where id = $1`,
        [service, act, JSON.stringify(changes)],
      );
    },
    index: (service, entry) => indexService(q, service, entry),
  };
}

/** A change of one row that the actor keeps; the wall lets no other row be touched, which is then an error. */
async function act(q: Querier, set: string, values: readonly unknown[]): Promise<void> {
  const touched = await q.count(`update services set ${set} where id = $1`, values);
  if (touched !== 1) throw new Error('a listing that the actor does not keep was to be changed');
}

const mineSql = `
  select v.key, v.kind, v.name_en as "nameEn", v.name_fr as "nameFr", c.name_en as "categoryEn", c.name_fr as "categoryFr",
    case when s.id <> (select app_site()) then s.name_en end as "placeEn",
    case when s.id <> (select app_site()) then s.name_fr end as "placeFr",
    v.accepting and coalesce(v.paused_until, '-infinity') <= app_now()::date as accepting,
    case when v.paused_until > app_now()::date then v.paused_until end as "pausedUntil", v.verified_on as "verifiedOn",
    coalesce(v.verified_on <= app_now()::date - interval '1 year', true) as stale
  from services v join sites s on s.id = v.site_id join service_categories c on c.code = v.category
  where v.ended_at is null and (s.id = (select app_site()) or s.kept_by = (select app_site())) and keeps_listings(s.id)
  order by v.name_en, v.id`;

/** `willSeeEn` is kept in will_see_en, `intake` in intake_site. */
export function columnOf(field: PlainField): string {
  return field === 'intake' ? 'intake_site' : field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

const plainColumns = plainFields
  .map(field => `'${field}', ${field === 'intake' ? 'i.key' : `v.${columnOf(field)}`}`)
  .join(', ');

async function byKey(q: Querier, key: string, lock = false): Promise<KeptListing | null> {
  if (lock) await q.rows('select id from services where key = $1 for update', [key]);
  return q.one<KeptListing>(
    `select v.id, v.key, v.kind, v.version, v.verified_on as "verifiedOn", v.ended_at as "endedAt",
       jsonb_build_object('id', s.id, 'key', s.key, 'nameEn', s.name_en, 'nameFr', s.name_fr) as site,
       coalesce(v.verified_on <= app_now()::date - interval '1 year', true) as stale,
       case when v.claimed_wait_on is not null then jsonb_build_object('days', v.claimed_wait_days, 'on', v.claimed_wait_on,
         'expired', v.claimed_wait_on <= app_now()::date - interval '6 months') end as claimed,
       jsonb_build_object(${plainColumns}) as plain, ${places} as places, ${clinicians} as clinicians,
       ${appointments} as appointments
     from services v join sites s on s.id = v.site_id left join sites i on i.id = v.intake_site
     where v.key = $1 and keeps_service(v.id)`,
    [key],
  );
}

async function setPlain(
  q: Querier,
  service: number,
  values: Partial<Record<PlainField, PlainValue>>,
): Promise<void> {
  const fields = plainFields.filter(field => values[field] !== undefined);
  const sets = fields.map((field, i) =>
    field === 'intake'
      ? `intake_site = (select id from sites where key = $${i + 2})`
      : `${columnOf(field)} = $${i + 2}`,
  );
  // Without a plain field the row is touched all the same: its version counts every change.
  await act(q, sets.join(', ') || 'verified_on = verified_on', [
    service,
    ...fields.map(field => values[field]),
  ]);
}
