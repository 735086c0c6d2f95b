import type pg from 'pg';
import type { Row, View } from './sql-model.ts';
import type { Write } from './sql-writes.ts';

/** One schedule at every site, with all that belongs to it; somebody who can come soon, who lost a visit, who was asked. */
export async function fillSchedules(owner: pg.Pool): Promise<void> {
  const fillings = [
    // A second service wherever there is one: a schedule takes the first of two.
    `insert into services (key, site_id, accepting, kind, name_en, name_fr, category)
     select 'second' || site_id, site_id, true, 'referral', 'Second', 'Second', min(category)
     from services group by site_id having count(*) = 1`,
    `insert into schedules (key, site_id, name_en, name_fr) select 's' || id, id, 'S', 'S' from sites`,
    `insert into schedule_services (schedule_id, service_id)
     select s.id, v.id from schedules s join services v on v.site_id = s.site_id
     where v.id < (select max(id) from services where site_id = s.site_id)`,
    `insert into clinic_types (key, schedule_id, name_en, name_fr, label, minutes, medium)
     select 't' || id, id, 'T', 'T', 'first', 30, 'phone' from schedules`,
    `insert into clinic_patterns (key, schedule_id, type_id, weekdays, from_day, opens, closes)
     select 'p' || id, schedule_id, id, '{1}', current_date, 480, 720 from clinic_types`,
    `insert into clinic_closures (key, site_id, schedule_id, from_day, until_day)
     select 'c' || s.id || w, site_id, case when w = 1 then s.id end, current_date, current_date
     from schedules s, generate_series(1, 2) w`,
    `insert into attachments (key, site_id, name, kind, size, blob, hash, scan)
     select 'sheet' || id, site_id, 'map.pdf', 'pdf', 1, 's' || id, 's' || id, 'clean' from schedules`,
    `insert into clinic_sheets (key, type_id, language, attachment_id)
     select 'h' || t.id, t.id, 'en', a.id from clinic_types t join attachments a on a.key = 'sheet' || t.schedule_id
     where t.id in (select min(id) from clinic_types group by schedule_id)`,
    `insert into short_notice (case_id, site_id, hours, urgent, waiting_since, since)
     select c.id, (c.state#>>'{receiver,site}')::bigint, 24, false, now(), now() from cases c`,
    `insert into to_rebook (case_id, site_id, was, how, since)
     select c.id, (c.state#>>'{receiver,site}')::bigint, now(), 'unbooked', now() from cases c`,
    `insert into slot_offers (schedule_id, starts, case_id, at)
     select min(s.id), now(), min(c.id), now() from schedules s, cases c`,
  ];
  for (const sql of fillings) await owner.query(sql);
}

const bookers = ['clinician', 'resident', 'nurse', 'delegate', 'clerk', 'assigner', 'lead', 'steward'];

/** Works with the patients of their site, and neither they nor the site is suspended. */
function books({ actor, world }: View): boolean {
  if (actor?.kind !== 'person' || !actor.roles.some(role => bookers.includes(role))) return false;
  const at = (table: string, id: number) => world[table]!.find(one => one.id === id);
  return !at('people', actor.person)?.suspended_at && !at('sites', actor.site)?.suspended_at;
}

/** Its people, the jobs, and patients who were sent there. */
function knowsHours({ actor, world }: View, site: unknown): boolean {
  if (actor?.kind === 'job') return true;
  if (actor?.kind === 'person') return actor.site === site;
  if (actor?.kind !== 'patient') return false;
  const of = (one: Row) => (one.state as { receiver: { site: number } }).receiver.site;
  return world.cases!.some(one => one.request_id === actor.request && of(one) === site);
}

const ofSchedule = (view: View, row: Row) =>
  knowsHours(view, view.world.schedules!.find(one => one.id === row.schedule_id)!.site_id);
const ofSite = ({ actor }: View, row: Row) => actor?.kind === 'person' && row.site_id === actor.site;

/** Which rows of schedules and visits are for whom. */
export const seesSchedules: Readonly<Record<string, ((view: View, row: Row) => boolean) | null>> = {
  schedules: (view, row) => knowsHours(view, row.site_id),
  clinic_closures: (view, row) => knowsHours(view, row.site_id),
  ...{ schedule_services: ofSchedule, clinic_types: ofSchedule, clinic_patterns: ofSchedule },
  visits: (view, row) =>
    ofSite(view, row) || (view.actor?.kind === 'patient' && row.request_id === view.actor.request),
  ...{ short_notice: ofSite, to_rebook: ofSite },
  slot_offers: null,
};

const of = 'schedule_id in (select id from schedules where site_id = $1)';
const writes = [
  ['adds a schedule', `insert into schedules (key, site_id, name_en, name_fr) values ('k', $1, 'x', 'x')`],
  ['changes schedules', `update schedules set place = 'x' where site_id = $1`],
  [
    'adds a kind of visit',
    `insert into clinic_types (key, schedule_id, name_en, name_fr, label, minutes, medium)
     values ('k', $2, 'x', 'x', 'first', 30, 'phone')`,
  ],
  ['ends kinds of visit', `update clinic_types set ended_at = now() where ${of}`],
  [
    'adds a session',
    `insert into clinic_patterns (key, schedule_id, type_id, weekdays, from_day, opens, closes)
     values ('k', $2, $3, '{1}', '2026-01-01', 1, 2)`,
  ],
  ['removes sessions', `delete from clinic_patterns where ${of}`],
  [
    'closes',
    `insert into clinic_closures (key, site_id, schedule_id, from_day, until_day)
     values ('k', $1, $2, '2026-01-01', '2026-01-01')`,
  ],
  ['opens again', 'delete from clinic_closures where site_id = $1'],
  ['takes a service from schedules', `delete from schedule_services where ${of}`],
  ['gives a schedule a service', 'insert into schedule_services (schedule_id, service_id) values ($2, $4)'],
] as const;

function valuesAt({ world }: View, site: unknown): unknown[] {
  const schedule = world.schedules!.find(one => one.site_id === site)?.id;
  const type = world.clinic_types!.find(one => one.schedule_id === schedule)?.id;
  const services = world.services!.filter(one => one.site_id === site).map(one => one.id as number);
  return [site, schedule, type, services.length > 0 ? Math.max(...services) : null];
}

/** Nothing is taken from a schedule that has none, nor given where there is none. */
function can(name: string, { world }: View, site: unknown): boolean {
  const schedule = world.schedules!.find(one => one.site_id === site)?.id;
  if (name.startsWith('takes')) return world.schedule_services!.some(one => one.schedule_id === schedule);
  return !name.startsWith('gives') || world.services!.some(one => one.site_id === site);
}

/** Every way to write to a schedule, at one's own site and at another. */
export const scheduleWrites: readonly Write[] = writes.flatMap(([name, sql]): Write[] => {
  const here = ({ actor, world }: View) =>
    actor && 'site' in actor ? actor.site : (world.sites![0]!.id as number);
  const there = (view: View) => view.world.sites!.find(site => site.id !== here(view))!.id;
  return [
    {
      name: `${name} at their site`,
      sql,
      values: view => valuesAt(view, here(view)),
      may: view => books(view) && can(name, view, here(view)),
    },
    { name: `${name} elsewhere`, sql, values: view => valuesAt(view, there(view)), may: () => false },
  ];
});
