-- After the last day nobody works. docs/decisions/0042-who-leaves.md. Supersedes absences_since of 0220.
create or replace function absences_since(p_member bigint, p_since date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', key, 'from', from_day, 'until', until_day) order by from_day, id), '[]')
  from (
    select key, from_day, until_day, id from absences where member_id = p_member and until_day >= p_since
    union all
    select null, until_day + 1, until_day + 400, null from members where id = p_member and until_day is not null
  ) away
$$;

-- For the job: questions of specialists who work here no more, the oldest first.
create function questions_left_behind(p_limit integer) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.key from case_access a
  join members m on m.id = a.member
  join people p on p.id = m.person_id
  join cases c on c.id = a.case_id
  where app_kind() = 'job' and a.side = 'receiver' and a.type = 'econsult' and a.status in ('assigned', 'more-info')
    and a.due is not null
    and (m.suspended_at is not null or p.suspended_at is not null or m.until_day < current_date)
  order by c.id limit p_limit
$$;
grant execute on function questions_left_behind(integer) to eservices_app;
