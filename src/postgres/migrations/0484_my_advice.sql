-- What the actor agreed to answer, in the advice groups of the site where they are, and how much of it they have had.
create function my_advice(p_now timestamptz, p_monday timestamptz, p_today date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('member', m.key, 'absences', absences_since(m.id, p_today),
    'groups', (select coalesce(jsonb_agg(jsonb_build_object('key', v.key,
        'name', jsonb_build_object('en', v.name_en, 'fr', v.name_fr), 'weeklyCap', a.weekly_cap,
        'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = m.id
          and t.at >= p_monday and t.at <= p_now)) order by v.name_en, v.id), '[]')
      from advice_members a join services v on v.id = a.service_id and v.ended_at is null and v.site_id = m.site_id
      where a.member_id = m.id))
  from members m where app_kind() = 'person' and m.id = app_member() and m.site_id = app_site()
$$;

-- The actor's own number of questions a week in a group they are in; false when they are not. Only those who keep the listing take
-- anybody in or out.
create function set_my_cap(p_key text, p_cap smallint) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with changed as (
    update advice_members a set weekly_cap = p_cap from services v
    where v.key = p_key and v.id = a.service_id and v.site_id = app_site() and v.ended_at is null
      and app_kind() = 'person' and a.member_id = app_member()
    returning 1)
  select exists (select from changed)
$$;
revoke execute on function my_advice(timestamptz, timestamptz, date), set_my_cap(text, smallint) from public;
grant execute on function my_advice(timestamptz, timestamptz, date), set_my_cap(text, smallint) to eservices_app;
