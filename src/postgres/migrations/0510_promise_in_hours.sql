-- A promise in business days or in business hours, never both.
alter table services add column promise_hours smallint check (promise_hours between 1 and 40),
  add constraint one_promise check (promise_days is null or promise_hours is null);
grant update (promise_hours) on services to eservices_app;

-- An eConsult is answered within seven days whatever its group says; five business days are a week.
update services set promise_days = null where kind = 'econsult' and promise_days > 5;

-- As 0160, with hours.
create or replace function service_terms(p_service bigint) returns table (promise jsonb, patient_books boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when coalesce(v.promise_days, v.promise_hours) is not null then jsonb_build_object(
      case v.kind when 'econsult' then 'assigned' else 'sent' end,
      case when v.promise_hours is not null then jsonb_build_object('businessHours', v.promise_hours)
        else jsonb_build_object('businessDays', v.promise_days) end) end,
    exists (select from schedules s
      where s.site_id = v.site_id and s.ended_at is null and s.patients_choose and schedule_serves(s.id, v.id))
  from services v where v.id = p_service
$$;

-- As 0220, with hours.
create or replace function advice_group(p_key text, p_now timestamptz, p_monday timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('key', v.key, 'nameEn', v.name_en, 'nameFr', v.name_fr, 'promiseDays', v.promise_days,
    'promiseHours', v.promise_hours,
    'automatic', coalesce(g.automatic, false), 'escalation', coalesce(g.escalation, ''),
    'subSpecialties', coalesce(g.sub_specialties, '[]'), 'version', coalesce(g.version, 0),
    'members', (select coalesce(jsonb_agg(jsonb_build_object(
      'key', k.key, 'member', k.member_id, 'name', k.name, 'weeklyCap', a.weekly_cap,
      'subSpecialties', coalesce(a.sub_specialties, '{}'), 'languages', coalesce(a.languages, '{}'),
      'regions', coalesce(a.regions, '{}'), 'conflicts', coalesce(a.conflicts, '{}'),
      'absences', absences_since(k.member_id, p_now::date),
      'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
        and t.at >= p_monday and t.at <= p_now)) order by k.name, k.member_id), '[]')
      from clinicians_of_service(v.id) k left join advice_members a on a.service_id = v.id and a.member_id = k.member_id))
  from services v left join advice_groups g on g.service_id = v.id
  where v.key = p_key and app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and v.ended_at is null
$$;
