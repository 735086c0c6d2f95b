-- What `directory_hits` (0144) reads, as one text: the driver took longer over two hundred rows of twenty-two columns than the
-- database over finding them. Entries in the order given, a record separator between, their columns in the order of
-- postgres/directory-hits.ts, a unit separator between; null is empty. Nobody's names have either, and where an import
-- brought one it is left out.
create function directory_hits_packed(p_entries integer[]) returns text
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  v_today date := app_now()::date;
begin
  return (
    select string_agg(concat(e.id, e'\x1f', coalesce(v.key, s.key), e'\x1f', coalesce(v.kind, 'facility'), e'\x1f',
      translate(coalesce(v.name_en, s.name_en), e'\x1e\x1f', ''), e'\x1f',
      translate(coalesce(v.name_fr, s.name_fr), e'\x1e\x1f', ''), e'\x1f', array_to_string(t.name_stems, ' '), e'\x1f',
      array_to_string(t.term_stems, ' '), e'\x1f', array_to_string(t.text_stems, ' '), e'\x1f', e.latitude, e'\x1f',
      e.longitude, e'\x1f', case when v.id is null then translate(s.postal_code, e'\x1e\x1f', '') end, e'\x1f',
      array_to_string(v.languages, ' '), e'\x1f', array_to_string(v.modes, ' '), e'\x1f',
      array_to_string(v.sexes, ' '), e'\x1f', array_to_string(v.regions, ' '), e'\x1f', array_to_string(v.ways, ' '),
      e'\x1f', v.min_age, e'\x1f', v.max_age, e'\x1f', coalesce(v.urgent, false), e'\x1f',
      coalesce(v.accepting and coalesce(v.paused_until, '-infinity') <= v_today, false), e'\x1f',
      case when coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6
        then (case when w.median is not null then w.median else v.usual_median end)::float8 end, e'\x1f',
      coalesce(case when w.median is not null then w.people else v.usual_people end, 0) >= 6
        and coalesce(w.median_more, false)), e'\x1e' order by x.n)
    from unnest(p_entries) with ordinality x (id, n)
    join directory_entries e on e.id = x.id
    join directory_texts t on t.entry = e.id
    left join services v on v.id = e.service_id
    join sites s on s.id = coalesce(e.site_id, v.site_id)
    left join lateral (
      select r.median, r.median_more, r.people from waits r
      where r.service_id = v.id and r.measure in ('answer', 'wait1', 'wait1a') and r.urgency = '' and r.label = ''
        and r.median is not null
      order by r.measure limit 1) w on true
    where s.suspended_at is null and v.ended_at is null);
end $$;
drop function directory_hits(integer[]);
grant execute on function directory_hits_packed(integer[]) to eservices_app;
