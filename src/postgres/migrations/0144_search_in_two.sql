-- A search reads what the order asks for of some hundreds of entries, and what a list shows of the few that it shows. Both are
-- functions so that each connection plans them once: planning eight joins took as long as running them. They run as
-- whoever asks. Arrays come as one text each, with a space between, since the driver reads arrays letter by letter. The wait
-- is the one of postgres/usual-waits.ts: nothing of fewer than six people.

-- Of entries in the order given; one that is no longer on offer is left out.
create function directory_hits(p_entries integer[])
returns table (id integer, key text, kind text, name_en text, name_fr text, name_stems text, term_stems text, text_stems text,
  latitude real, longitude real, postal_code text, languages text, modes text, sexes text, regions text, ways text,
  min_age integer, max_age integer, urgent boolean, accepting boolean, wait float8, wait_more boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_today date := app_now()::date;
begin
  return query
  select e.id, coalesce(v.key, s.key), coalesce(v.kind, 'facility'), coalesce(v.name_en, s.name_en),
    coalesce(v.name_fr, s.name_fr), array_to_string(t.name_stems, ' '), array_to_string(t.term_stems, ' '),
    array_to_string(t.text_stems, ' '), e.latitude, e.longitude, case when v.id is null then s.postal_code end,
    array_to_string(v.languages, ' '), array_to_string(v.modes, ' '), array_to_string(v.sexes, ' '),
    array_to_string(v.regions, ' '), array_to_string(v.ways, ' '), v.min_age::integer, v.max_age::integer,
    coalesce(v.urgent, false), coalesce(v.accepting and coalesce(v.paused_until, '-infinity') <= v_today, false),
    case when coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 then (case when w.median is not null then w.median else v.usual_median end)::float8 end,
    coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 and coalesce(w.median_more, false)
  from unnest(p_entries) with ordinality x (id, n)
  join directory_entries e on e.id = x.id
  join directory_texts t on t.entry = e.id
  left join services v on v.id = e.service_id
  join sites s on s.id = coalesce(e.site_id, v.site_id)
  left join lateral (
    select r.median, r.median_more, r.ninetieth, r.ninetieth_more, r.people from waits r
    where r.service_id = v.id and r.measure in ('answer', 'wait1', 'wait1a') and r.urgency = '' and r.label = ''
      and r.median is not null
    order by r.measure limit 1) w on true
  where s.suspended_at is null and v.ended_at is null
  order by x.n;
end $$;

-- What a list shows of entries, in any order. `too_few`: people waited, but fewer than six.
create function directory_lines(p_entries integer[])
returns table (id integer, category text, category_en text, category_fr text, site_en text, site_fr text, joint_key text,
  joint_en text, joint_fr text, city text, postal_code text, latitude float8, longitude float8, ninetieth float8,
  ninetieth_more boolean, people integer, too_few boolean, paused_until date, demo boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select e.id, coalesce(v.category, s.source_type), coalesce(c.name_en, s.source_type), coalesce(c.name_fr, s.source_type),
    case when v.id is not null then s.name_en end, case when v.id is not null then s.name_fr end,
    case when v.takes = 'intake' then i.key when v.id is not null and s.kind = 'group' then s.key end,
    case when v.takes = 'intake' then i.name_en else s.name_en end,
    case when v.takes = 'intake' then i.name_fr else s.name_fr end,
    case when p.id is null then s.city else p.city end, case when p.id is null then s.postal_code else p.postal_code end,
    case when p.id is null then s.latitude else p.latitude end,
    case when p.id is null then s.longitude else p.longitude end,
    case when coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 then (case when w.median is not null then w.ninetieth else v.usual_ninetieth end)::float8 end,
    coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 and coalesce(w.ninetieth_more, false),
    case when coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 then case when w.median is not null then w.people else v.usual_people end end,
    v.id is not null and not coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6 and (case when w.median is not null then w.people else v.usual_people end < 6
      or exists (select from waits f where f.service_id = v.id and f.measure in ('answer', 'wait1', 'wait1a')
        and f.urgency = '' and f.label = '' and f.people is null)),
    v.paused_until, coalesce(v.demo, false)
  from unnest(p_entries) x (id)
  join directory_entries e on e.id = x.id
  left join services v on v.id = e.service_id
  join sites s on s.id = coalesce(e.site_id, v.site_id)
  left join service_categories c on c.code = coalesce(v.category, s.source_type)
  left join service_places p on p.service_id = v.id and p.position = 1
  left join sites i on i.id = v.intake_site
  left join lateral (
    select r.median, r.median_more, r.ninetieth, r.ninetieth_more, r.people from waits r
    where r.service_id = v.id and r.measure in ('answer', 'wait1', 'wait1a') and r.urgency = '' and r.label = ''
      and r.median is not null
    order by r.measure limit 1) w on true;
end $$;
grant execute on function directory_hits(integer[]), directory_lines(integer[]) to eservices_app;
