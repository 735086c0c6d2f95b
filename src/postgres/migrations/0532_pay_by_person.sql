-- One who is paid has one cap, in however many groups they are (docs/decisions/0040). A service of the actor's people elsewhere is
-- counted, and not `seen`: without reference, names and place. What was purged is counted and not seen either.
create index econsult_figures_asker on econsult_figures (requester_member);

-- As it is compared: `CPSO 12345` and `12345` are one. domain/pay/payee.ts says the same.
create function licence_number(p_licence text) returns text language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select nullif(case when n ~ '^\d' then 'CPSO' else '' end || n, '')
  from (select upper(regexp_replace(p_licence, '[^A-Za-z0-9]', '', 'g')) as n) x
$$;

drop function pay_services();
create function pay_services()
returns table (id bigint, reference text, side text, member bigint, person bigint, name text, licence text, licences text[], site bigint, site_en text,
  site_fr text, patient text, day date, minutes integer, days_to_answer double precision, kind text, void boolean, seen boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare sees text := figures_for(); hands bigint[];
begin
  if sees in ('site', 'own') then
    with theirs as (
      select m.person_id, licence_number(m.licence) as number from members m
      where sees = 'site' and m.site_id = app_site() or sees = 'own' and m.id = app_member()
    ), people as (
      select t.person_id from theirs t
      union select m.person_id from members m where licence_number(m.licence) in (select t.number from theirs t)
    )
    select array_agg(m.id) into hands from members m where m.person_id in (select person_id from people);
  end if;
  return query
  select f.case_id, case when o.seen then r.reference else '' end, w.side, w.member, m.person_id,
    case when o.seen then p.name else '' end, m.licence,
    array(select a.licence from members a where a.person_id = m.person_id and a.licence is not null), s.id, case when o.seen then s.name_en else '' end,
    case when o.seen then s.name_fr else '' end, coalesce(f.patient_id::text, 'case ' || f.case_id),
    (f.answered_at at time zone z.zone)::date, f.minutes, (extract(epoch from f.answered_at - f.asked_at) / 86400)::double precision,
    f.kind, c.state->>'status' = 'void', o.seen
  from econsult_figures f
    cross join lateral (values ('requester', f.requester_member, f.requester_site),
      ('specialist', f.member_id, f.site_id)) as w (side, member, site)
    join cases c on c.id = f.case_id join requests r on r.id = c.request_id
    join members m on m.id = w.member join people p on p.id = m.person_id
    join sites s on s.id = w.site join sites z on z.id = f.site_id
    cross join lateral (select r.purged_at is null
      and (sees = 'all' or sees = 'site' and w.site = app_site() or sees = 'own' and w.member = app_member()) as seen) o
  where sees = 'all' or w.member = any (hands) or sees = 'site' and w.site = app_site();
end $$;
revoke execute on function pay_services(), licence_number(text) from public;
grant execute on function pay_services() to eservices_app;
