import { key } from '../app/ports/ids.ts';
import type { DemoAdvice, DemoService, DemoStaff } from '../app/ports/imports.ts';
import type { Querier } from './querier.ts';

/** Stores services of the demo network with all they say. Inside ids, in the order given. */
export async function saveDemoServices(q: Querier, services: readonly DemoService[]): Promise<number[]> {
  const rows = services.map(({ usual, ...service }) => ({
    ...service,
    key: key(),
    median: usual?.[0] ?? null,
    ninetieth: usual?.[1] ?? null,
    people: usual?.[2] ?? null,
  }));
  const saved = await q.rows<{ id: number }>(servicesSql, [JSON.stringify(rows)]);
  const parts = JSON.stringify(
    services.map(({ hours, second, clinicians, appointments }, i) => ({
      ...{ service: saved[i]!.id, hours, second, clinicians, appointments },
    })),
  );
  for (const sql of partsSql) await q.count(sql, [parts]);
  return saved.map(row => row.id);
}

const servicesSql = `
  insert into services (key, site_id, kind, category, name_en, name_fr, description_en, description_fr, languages, modes,
    min_age, max_age, urgent, accepting, promise_days, usual_median, usual_ninetieth, usual_people, usual_at,
    form, sexes, will_see_en, will_see_fr, will_not_see_en, will_not_see_fr, needed_en, needed_fr, regions, ways, cost_en,
    cost_fr, accessibility, paused_until, conditions_en, conditions_fr, preparation_en, preparation_fr, public_email,
    patient_email, link, capacity, out_until, out_message_en, out_message_fr, verified_on, claimed_wait_days,
    claimed_wait_on, phone, demo)
  select key, site, kind, category, "nameEn", "nameFr", "descriptionEn", "descriptionFr", languages, modes, "minAge",
    "maxAge", urgent, accepting, "promiseDays", median, ninetieth, people, current_date, form, sexes, "seeEn", "seeFr",
    "notEn", "notFr", "neededEn", "neededFr", regions, ways, "costEn", "costFr", accessibility,
    current_date + "pausedDays", "conditionsEn", "conditionsFr", "preparationEn", "preparationFr", "publicEmail",
    "patientEmail", link, capacity, current_date + "outDays", "outEn", "outFr", current_date - "verifiedDays",
    "claimedDays", current_date - "claimedDaysAgo", phone, real is not true
  from rows from (jsonb_to_recordset($1) as (key text, site bigint, kind text, category text, "nameEn" text,
    "nameFr" text, "descriptionEn" text, "descriptionFr" text, languages text[], modes text[], "minAge" smallint,
    "maxAge" smallint, urgent boolean, accepting boolean, "promiseDays" smallint, median numeric, ninetieth numeric,
    people int, form text, sexes text[], "seeEn" text, "seeFr" text, "notEn" text, "notFr" text, "neededEn" text,
    "neededFr" text, regions text[], ways text[], "costEn" text, "costFr" text, accessibility text[], "pausedDays" int,
    "conditionsEn" text, "conditionsFr" text, "preparationEn" text, "preparationFr" text, "publicEmail" text,
    "patientEmail" text, link text, capacity smallint, "outDays" int, "outEn" text, "outFr" text, "verifiedDays" int,
    "claimedDays" int, "claimedDaysAgo" int, phone text, real boolean)) with ordinality as x
  order by ordinality
  returning id`;

const given = `
  with given as (
    select * from jsonb_to_recordset($1) x (service bigint, hours jsonb, second jsonb, clinicians jsonb, appointments jsonb))`;

const partsSql = [
  `${given}
   insert into service_places (service_id, position, address, city, postal_code, latitude, longitude)
   select g.service, 1, s.address, s.city, s.postal_code, s.latitude, s.longitude
   from given g join services v on v.id = g.service join sites s on s.id = v.site_id
   where v.kind <> 'econsult' and (s.address is not null or s.latitude is not null)`,
  `${given}
   insert into service_places (service_id, position, name_en, name_fr, address, city, postal_code, latitude, longitude)
   select p.service_id, 2, g.second->>'nameEn', g.second->>'nameFr', g.second->>'address', p.city, null,
     p.latitude + (g.second->>'north')::float8, p.longitude + (g.second->>'east')::float8
   from given g join service_places p on p.service_id = g.service and p.position = 1
   where jsonb_typeof(g.second) = 'object'`,
  `${given}
   insert into place_hours (place_id, weekday, opens, closes)
   select p.id, h.weekday, h.opens, h.closes from given g join service_places p on p.service_id = g.service
   cross join jsonb_to_recordset(g.hours) h (weekday smallint, opens smallint, closes smallint)`,
  `${given}
   insert into service_clinicians (service_id, position, name, profession_en, profession_fr)
   select g.service, k.position, k.one->>'name', k.one#>>'{profession,en}', k.one#>>'{profession,fr}'
   from given g cross join jsonb_array_elements(g.clinicians) with ordinality k (one, position)`,
  `${given}
   insert into service_labels (service_id, position, label, medium)
   select g.service, l.position, l.one->>'label', l.one->>'medium'
   from given g cross join jsonb_array_elements(g.appointments) with ordinality l (one, position)`,
];

/** Members who see patients, at services of demo sites, instead of whoever was invented for the page alone. */
export async function nameDemoStaff(q: Querier): Promise<void> {
  const working = `
    select v.id as service, m.id as member, p.name, m.job_title_en, m.job_title_fr, c.name_en, c.name_fr,
      row_number() over (partition by v.id order by m.id) as position
    from services v join members m on m.site_id = v.site_id and 'clinician' = any (m.roles)
    join people p on p.id = m.person_id join service_categories c on c.code = v.category where v.demo`;
  await q.count(
    `delete from service_clinicians k using (${working}) w where k.service_id = w.service and k.member_id is null`,
  );
  await q.count(
    `insert into service_clinicians (service_id, position, name, profession_en, profession_fr, member_id)
     select service, position, name, coalesce(split_part(job_title_en, ':', 1), name_en),
       coalesce(trim(split_part(job_title_fr, ':', 1)), name_fr), member from (${working}) w`,
  );
}

/** How the demo's groups give out their questions: by themselves, but for the one at the site of the story. */
export async function agreeDemoAdvice(q: Querier, { site, mood, settings }: DemoAdvice): Promise<void> {
  const groups = `services v where v.demo and v.kind = 'econsult' and v.member_id is null`;
  await q.count(
    `insert into advice_groups (service_id, automatic, escalation, sub_specialties)
     select v.id, v.site_id <> $1, $2, case when v.site_id = $1 then $3::jsonb else '[]' end from ${groups}`,
    [site, settings.escalation, JSON.stringify(settings.subSpecialties)],
  );
  await q.count(
    `insert into advice_members (service_id, member_id, weekly_cap, languages, sub_specialties)
     select v.id, m.id, $2, v.languages, case when m.id = $1 then $3::text[] else '{}' end
     from (select * from ${groups}) v join members m on m.site_id = v.site_id and 'clinician' = any (m.roles)`,
    [mood, settings.weeklyCap, settings.subSpecialties.map(one => one.name)],
  );
}

/** All in one statement: some five hundred people, each with a place. */
export async function saveDemoStaff(q: Querier, staff: readonly DemoStaff[]): Promise<void> {
  await q.rows(
    `select add_member("memberKey", create_person("personKey", name, null, null, title, email, 'en'), site, null, roles, null,
       licence, null, null)
     from jsonb_to_recordset($1) x ("memberKey" text, "personKey" text, name text, title text, email text, site bigint,
       roles text[], licence text)`,
    [JSON.stringify(staff.map(one => ({ ...one, memberKey: key(), personKey: key() })))],
  );
}
