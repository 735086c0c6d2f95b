-- What patients say after a visit. docs/decisions/0036-after-a-visit.md
create table visit_surveys (
  case_id bigint primary key references cases,
  site_id bigint not null references sites,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 2000),
  at timestamptz not null
);
create index surveys_of_site on visit_surveys (site_id, at);
call protect('visit_surveys');

-- Somebody was seen, or the case was finished after the time of a visit.
create function had_visit(c cases) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.state->>'type' = 'referral' and c.state->>'status' in ('seen', 'accepted', 'completed', 'closed')
    and (exists (select from case_events e where e.case_id = c.id and e.type = 'visited')
      or (c.state->>'status' in ('completed', 'closed') and (c.state#>>'{appointment,start}')::timestamptz < app_now()))
$$;

-- The visit that the holder of this link may speak about; the job of a case asks about its own.
create function survey_open() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.key from cases c
  where ((app_kind() = 'patient' and c.request_id = app_request()) or (app_kind() = 'job' and c.id = app_case()))
    and had_visit(c) and not exists (select from visit_surveys s where s.case_id = c.id)
  order by c.id desc limit 1
$$;

-- Cases whose patient was asked, or whose survey came too late to ask for.
create table survey_asks (
  case_id bigint primary key references cases,
  at timestamptz not null
);
call protect('survey_asks');
create index case_events_of_visits on case_events (at) where type in ('visited', 'completed');

-- Visits and ends of a day ago, each case once. What ended more than two weeks ago is asked for no more.
create function claim_survey_asks(p_limit integer) returns table ("case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' then
    raise exception 'the system asks' using errcode = 'insufficient_privilege';
  end if;
  return query
    insert into survey_asks
      select distinct e.case_id, app_now() from case_events e
      where e.type in ('visited', 'completed')
        and e.at between app_now() - interval '14 days' and app_now() - interval '1 day'
        and not exists (select from survey_asks a where a.case_id = e.case_id)
      limit p_limit
    on conflict do nothing returning case_id;
end $$;

-- Once for a visit. False when there is nothing to answer, or it was answered.
create function give_survey(p_case text, p_answers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'patient'
    or not exists (select from links where id = app_link() and request_id = app_request() and voided_at is null)
  then return false; end if;
  insert into visit_surveys (case_id, site_id, answers, at)
    select c.id, (c.state#>>'{receiver,site}')::bigint, p_answers, app_now() from cases c
    where c.key = p_case and c.request_id = app_request() and had_visit(c)
    on conflict do nothing;
  return found;
end $$;

-- For the actor's site. Answers count by sixes, so that no figure is of fewer than 6 people and none moves by one of them.
create function survey_figures(p_since timestamptz) returns table (question text, answer text, people integer, mean numeric, agree integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with mine as (
    select s.answers, row_number() over (order by s.at, s.case_id) as place, count(*) over () as n
    from visit_surveys s where app_kind() = 'person' and s.site_id = app_site() and s.at >= p_since
  ), counted as (
    select a.key, a.value from mine m cross join lateral jsonb_each_text(m.answers) a where m.place <= m.n - m.n % 6
  )
  select '', '', (n - n % 6)::integer, null::numeric, null::integer from (select count(*) as n from mine) t where n >= 6
  union all
  select key, '', count(*)::integer, round(avg(value::numeric), 1), count(*) filter (where value::integer >= 4)::integer
    from counted where key <> 'age' group by key having count(*) >= 6
  union all
  select key, value, count(*)::integer, null, null from counted where key = 'age' group by key, value having count(*) >= 6
$$;
grant execute on function survey_open(), claim_survey_asks(integer), give_survey(text, jsonb), survey_figures(timestamptz) to eservices_app;
