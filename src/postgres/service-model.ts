/** What a service says in tables of its own, for a query with `v` a service and `s` its site; null parts are left to callers. */
export const serviceModelJoin = `
  left join service_places p1 on p1.service_id = v.id and p1.position = 1
  left join sites i on i.id = v.intake_site`;

/** Where it is: its first place, else its site's address. */
export const addressOfService = `
  case when p1.id is null then s.address else p1.address end as address,
  case when p1.id is null then s.city else p1.city end as city,
  case when p1.id is null then s.postal_code else p1.postal_code end as "postalCode",
  case when p1.id is null then s.latitude else p1.latitude end as latitude,
  case when p1.id is null then s.longitude else p1.longitude end as longitude`;

const text = (column: string) => `jsonb_build_object('en', ${column}_en, 'fr', ${column}_fr)`;

const hoursOf = (place: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes) order by h.weekday, h.opens)
  from place_hours h where h.place_id = ${place}), '[]')`;

export const places = `coalesce((
  select jsonb_agg(jsonb_build_object('name', ${text('p.name')}, 'address', p.address, 'city', p.city,
    'postalCode', p.postal_code, 'latitude', p.latitude, 'longitude', p.longitude, 'phone', p.phone,
    'hours', ${hoursOf('p.id')}) order by p.position)
  from service_places p where p.service_id = v.id),
  case when s.address is null and s.latitude is null then '[]' else jsonb_build_array(jsonb_build_object(
    'name', jsonb_build_object('en', '', 'fr', ''), 'address', s.address, 'city', s.city, 'postalCode', s.postal_code,
    'latitude', s.latitude, 'longitude', s.longitude, 'phone', null, 'hours', jsonb_build_array())) end)`;

export const clinicians = `coalesce((
  select jsonb_agg(jsonb_build_object('name', k.name, 'profession', ${text('k.profession')}, 'member', k.member_id,
    'outUntil', case when k.out_until > app_now()::date then k.out_until end) order by k.position)
  from service_clinicians k where k.service_id = v.id), '[]')`;

export const appointments = `coalesce((
  select jsonb_agg(jsonb_build_object('label', l.label, 'medium', l.medium) order by l.position)
  from service_labels l where l.service_id = v.id), '[]')`;

/** The columns of a `Service` beside its plain ones. */
export const serviceModel = `
  array(select l.label from service_labels l where l.service_id = v.id order by l.position) as labels,
  (select l.medium from service_labels l where l.service_id = v.id order by l.position limit 1) as medium,
  ${appointments} as appointments, ${places} as places, ${clinicians} as clinicians,
  ${text('v.conditions')} as conditions, ${text('v.preparation')} as preparation,
  v.public_email as "publicEmail", v.patient_email as "patientEmail", v.link, v.capacity,
  case when v.out_until > app_now()::date then
    jsonb_build_object('until', v.out_until, 'message', ${text('v.out_message')}) end as "outOfOffice",
  v.takes, case when i.id is not null then
    jsonb_build_object('site', i.id, 'key', i.key, 'name', ${text('i.name')}) end as intake,
  v.verified_on as "verifiedOn", coalesce(v.verified_on <= app_now()::date - interval '1 year', true) as stale, v.version`;
