import type { Schedule, ScheduleDetails, Schedules, TypeDetails } from '../app/ports/schedules.ts';
import type { Querier } from './querier.ts';

const text = (of: string) => `jsonb_build_object('en', ${of}_en, 'fr', ${of}_fr)`;

/** A schedule whole, in one row. What is closed before yesterday says nothing any more. */
const select = `select s.id, s.key, s.site_id as site, ${text('s.name')} as name, s.member_id as member,
    (select c.name from member_cards(array[s.member_id]) c) as clinician, s.place,
    s.keeps_holidays as "keepsHolidays", s.patients_choose as "patientsChoose", s.offer_minutes as "offerMinutes",
    s.version, z.zone,
    array(select service_id from schedule_services where schedule_id = s.id) as services,
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'key', t.key, 'name', ${text('t.name')}, 'label', t.label,
        'minutes', t.minutes, 'buffer', t.buffer, 'medium', t.medium, 'link', t.link,
        'instructions', ${text('t.instructions')}, 'form', coalesce(t.form, '')) order by t.id)
      from clinic_types t where t.schedule_id = s.id and t.ended_at is null), '[]') as types,
    coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', p.key, 'type', p.type_id,
        'weekdays', p.weekdays, 'everyWeeks', p.every_weeks, 'from', p.from_day, 'until', p.until_day, 'opens', p.opens,
        'closes', p.closes, 'urgent', p.urgent, 'releaseHours', p.release_hours)) order by p.opens, p.id)
      from clinic_patterns p where p.schedule_id = s.id), '[]') as patterns,
    coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', c.key, 'from', c.from_day, 'until', c.until_day,
        'opens', c.opens, 'closes', c.closes, 'why', c.why, 'ofSite', c.schedule_id is null)) order by c.from_day, c.id)
      from clinic_closures c where c.site_id = s.site_id and (c.schedule_id is null or c.schedule_id = s.id)
        and c.until_day >= app_now()::date - 1), '[]') as closures
  from schedules s join sites z on z.id = s.site_id
  where s.ended_at is null and`;

const own = 'site_id = (select app_site())';

/** Schedules of one transaction. */
export function schedulesOf(q: Querier): Schedules {
  const find = (where: string, values: unknown[]) =>
    q.rows<Schedule>(`${select} ${where} order by s.name_en, s.id`, values);
  const one = async (where: string, value: unknown) => (await find(where, [value]))[0] ?? null;
  return {
    all: () => find(`s.${own}`, []),
    servicesHere: site =>
      q.rows(
        `select id, key, name_en as "nameEn", name_fr as "nameFr" from services
         where site_id = coalesce($1, (select app_site())) and kind <> 'econsult' and ended_at is null order by name_en, id`,
        [site ?? null],
      ),
    byKey: key => one(`s.${own} and s.key = $1`, key),
    byId: id => one('s.id = $1', id),
    serving: (site, service) => find('s.site_id = $1 and schedule_serves(s.id, $2)', [site, service ?? null]),
    add: (key, details, site) => add(q, { key, site }, details),
    change: (id, version, details) => change(q, { id, version }, details),
    end: async id => void (await q.count('update schedules set ended_at = $2 where id = $1', [id, q.now])),
    ...typesOf(q),
    ...timesOf(q),
  };
}

function columns({ name, member, place, keepsHolidays, patientsChoose, offerMinutes }: ScheduleDetails) {
  return [name.en, name.fr, member, place, keepsHolidays, patientsChoose, offerMinutes];
}

async function add(
  q: Querier,
  { key, site }: { key: string; site?: number },
  details: ScheduleDetails,
): Promise<number> {
  const made = await q.one<{ id: number }>(
    `insert into schedules (name_en, name_fr, member_id, place, keeps_holidays, patients_choose, offer_minutes, key, site_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, app_site())) returning id`,
    [...columns(details), key, site ?? null],
  );
  await saveServices(q, made!.id, details.services);
  return made!.id;
}

async function change(
  q: Querier,
  { id, version }: { id: number; version: number },
  details: ScheduleDetails,
): Promise<boolean> {
  const changed = await q.count(
    `update schedules set name_en = $1, name_fr = $2, member_id = $3, place = $4, keeps_holidays = $5,
       patients_choose = $6, offer_minutes = $7, version = version + 1
     where id = $8 and version = $9 and ended_at is null`,
    [...columns(details), id, version],
  );
  if (changed === 0) return false;
  await q.count('delete from schedule_services where schedule_id = $1', [id]);
  await saveServices(q, id, details.services);
  return true;
}

async function saveServices(q: Querier, schedule: number, services: readonly number[]): Promise<void> {
  await q.count(
    'insert into schedule_services (schedule_id, service_id) select $1, v from unnest($2::bigint[]) v',
    [schedule, services],
  );
}

function typeColumns({ name, label, minutes, buffer, medium, link, instructions, form }: TypeDetails) {
  const { en, fr } = instructions;
  return [name.en, name.fr, label, minutes, buffer, medium, link, en, fr, form || null];
}

function typesOf(q: Querier): Pick<Schedules, 'addType' | 'changeType' | 'endType'> {
  return {
    addType: async (schedule, key, details) => {
      const made = await q.one<{ id: number }>(
        `insert into clinic_types (name_en, name_fr, label, minutes, buffer, medium, link, instructions_en, instructions_fr,
           form, key, schedule_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
        [...typeColumns(details), key, schedule],
      );
      return made!.id;
    },
    changeType: async (id, details) =>
      void (await q.count(
        `update clinic_types set name_en = $1, name_fr = $2, label = $3, minutes = $4, buffer = $5, medium = $6, link = $7,
           instructions_en = $8, instructions_fr = $9, form = $10 where id = $11 and ended_at is null`,
        [...typeColumns(details), id],
      )),
    endType: async id => {
      await q.count('delete from clinic_patterns where type_id = $1', [id]);
      await q.count('update clinic_types set ended_at = $2 where id = $1', [id, q.now]);
    },
  };
}

function timesOf(
  q: Querier,
): Pick<Schedules, 'addPattern' | 'removePattern' | 'addClosure' | 'removeClosure'> {
  return {
    addPattern: async (schedule, key, one) => {
      const { type, weekdays, everyWeeks, from, until, opens, closes, urgent, releaseHours } = one;
      await q.count(
        `insert into clinic_patterns (key, schedule_id, type_id, weekdays, every_weeks, from_day, until_day, opens, closes,
           urgent, release_hours) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [key, schedule, type, weekdays, everyWeeks, from, until, opens, closes, urgent, releaseHours],
      );
    },
    removePattern: async (schedule, key) =>
      void (await q.count('delete from clinic_patterns where schedule_id = $1 and key = $2', [
        schedule,
        key,
      ])),
    addClosure: async (schedule, key, { from, until, opens, closes, why }) =>
      void (await q.count(
        `insert into clinic_closures (key, site_id, schedule_id, from_day, until_day, opens, closes, why)
         values ($1, app_site(), $2, $3, $4, $5, $6, $7)`,
        [key, schedule, from, until, opens, closes, why],
      )),
    removeClosure: async key =>
      void (await q.count(`delete from clinic_closures where ${own} and key = $1`, [key])),
  };
}
