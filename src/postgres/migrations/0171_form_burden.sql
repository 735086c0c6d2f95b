-- What a question of a form costs and what comes of it.

-- Seconds that somebody took for a question before the form was sent: of nobody, and of no case.
create table form_times (
  slug text not null,
  link_id text not null check (char_length(link_id) <= 60),
  seconds integer not null check (seconds between 1 and 3600),
  day date not null default current_date
);
create index form_times_of on form_times (slug, link_id);
call protect('form_times');
create policy person_notes on form_times for insert to eservices_app with check (app_kind() = 'person');
grant insert (slug, link_id, seconds) on form_times to eservices_app;

-- Worked out every night: counts of all sites together, nothing of fewer than six.
create table form_burden (
  slug text primary key,
  figures jsonb not null,
  computed_at timestamptz not null
);
call protect('form_burden');
create policy keepers_read on form_burden for select to eservices_app using (
  exists (select from form_library l where l.slug = form_burden.slug and (keeps_form(l.slug)
    or (l.site_id is null and app_kind() = 'person'))));
create policy job_reads on form_burden for select to eservices_app using (app_kind() = 'job');
create policy job_adds on form_burden for insert to eservices_app with check (app_kind() = 'job');
create policy job_changes on form_burden for update to eservices_app using (app_kind() = 'job');
grant select, insert, update on form_burden to eservices_app;

-- The middle of the times of each question, for six people and more.
create function form_time_figures() returns table (slug text, link_id text, seconds double precision, people bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.slug, t.link_id, percentile_cont(0.5) within group (order by t.seconds), count(*)
  from form_times t where app_kind() = 'job' or is_operator()
  group by t.slug, t.link_id having count(*) >= 6
$$;
grant execute on function form_time_figures() to eservices_app;

-- Of the next cases: which form was answered, and which of the given events followed. Of an answer its code where it was
-- chosen from a list, else only that there was one; nobody's words.
create function form_outcomes(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, slug text, answers jsonb, outcomes text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id from cases c where (app_kind() = 'job' or is_operator()) and c.id > p_after and c.opened_at >= p_since
    order by c.id limit p_limit),
  closed as materialized (
    select f.slug, f.version, i.link_id
    from forms f cross join lateral (
      select distinct x #>> '{}' as link_id from jsonb_path_query(f.questionnaire,
        'strict $.**.item[*] ? (@.type == "choice" || @.type == "boolean").linkId') x) i)
  select w.id, s.said->>'form', coalesce(a.answers, '{}'),
    coalesce((select array_agg(distinct e.type) from case_events e where e.case_id = w.id and e.type = any (p_types) and e.side in ('receiver', 'intake')), '{}')
  from few w
  left join lateral (
    select b.body::jsonb->'answers' as said from case_events e
    join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null and b.body <> ''
    where e.case_id = w.id and e.type = 'question' order by e.seq limit 1) s on true
  left join lateral (
    select jsonb_object_agg(j.key, jsonb_build_object('prefilled', j.value ? 'from',
      'value', case when c.link_id is not null then j.value->'value' else '"given"' end)) as answers
    from jsonb_each(case when jsonb_typeof(s.said->'answers') = 'object' then s.said->'answers' else '{}' end) j
    left join closed c on c.slug = s.said->>'form' and c.version = (s.said->>'version')::integer and c.link_id = j.key
  ) a on true
  order by w.id
$$;
grant execute on function form_outcomes(bigint, integer, timestamptz, text[]) to eservices_app;
