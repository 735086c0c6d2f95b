import type { EntryStems, UnindexedEntry } from '../app/ports/imports.ts';
import type { AppointmentKind, Place, ServiceClinician } from '../domain/directory/service.ts';
import { postingsOf } from './directory-entries.ts';
import type { Querier } from './querier.ts';

/** Puts `places` in the place of those the service had, with their hours. */
export async function setPlaces(q: Querier, service: number, places: readonly Place[]): Promise<void> {
  await q.count('delete from service_places where service_id = $1', [service]);
  await q.count(
    `insert into service_places (service_id, position, name_en, name_fr, address, city, postal_code, latitude, longitude, phone)
     select $1, g.position, p.name->>'en', p.name->>'fr', p.address, p.city, p."postalCode", p.latitude, p.longitude, p.phone
     from jsonb_array_elements($2::jsonb) with ordinality g (one, position)
     cross join jsonb_to_record(g.one) p (name jsonb, address text, city text, "postalCode" text, latitude float8,
       longitude float8, phone text)`,
    [service, JSON.stringify(places)],
  );
  await q.count(
    `insert into place_hours (place_id, weekday, opens, closes)
     select p.id, h.weekday, h.opens, h.closes
     from jsonb_array_elements($2::jsonb) with ordinality g (one, position)
     join service_places p on p.service_id = $1 and p.position = g.position
     cross join jsonb_to_recordset(g.one->'hours') h (weekday smallint, opens smallint, closes smallint)`,
    [service, JSON.stringify(places)],
  );
}

/** Puts `clinicians` in the place of those the service had. */
export async function setClinicians(
  q: Querier,
  service: number,
  clinicians: readonly ServiceClinician[],
): Promise<void> {
  await q.count('delete from service_clinicians where service_id = $1', [service]);
  await q.count(
    `insert into service_clinicians (service_id, position, name, profession_en, profession_fr, member_id, out_until)
     select $1, g.position, g.one->>'name', g.one#>>'{profession,en}', g.one#>>'{profession,fr}',
       (g.one->>'member')::bigint, (g.one->>'outUntil')::date
     from jsonb_array_elements($2::jsonb) with ordinality g (one, position)`,
    [service, JSON.stringify(clinicians)],
  );
}

/** Puts `appointments` in the place of those the service had. */
export async function setAppointments(
  q: Querier,
  service: number,
  appointments: readonly AppointmentKind[],
): Promise<void> {
  await q.count('delete from service_labels where service_id = $1', [service]);
  await q.count(
    `insert into service_labels (service_id, position, label, medium)
     select $1, g.position, g.one->>'label', g.one->>'medium'
     from jsonb_array_elements($2::jsonb) with ordinality g (one, position)`,
    [service, JSON.stringify(appointments)],
  );
}

/** Puts a service into the search anew, or takes it out. */
export async function indexService(
  q: Querier,
  service: number,
  entry: (UnindexedEntry & { stems: EntryStems }) | null,
): Promise<void> {
  const [posted, fields] = entry ? postingsOf(entry.stems) : [[], []];
  const { stems, kind, latitude, longitude, languages } = entry ?? {};
  const said = entry && { kind, latitude, longitude, languages, ...stems, posted, fields };
  await q.rows('select index_service($1, $2)', [service, said ? JSON.stringify(said) : null]);
}
