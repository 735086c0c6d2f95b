-- What people reach by themselves is of use only with its number: a line says the one of the service, else of its place, else of
-- whose it is. What a list shows of entries, in any order. `too_few`: people waited, but fewer than six.
drop function directory_lines(integer[]);
create function directory_lines(p_entries integer[])
returns table (id integer, category text, category_en text, category_fr text, site_en text, site_fr text, joint_key text,
  joint_en text, joint_fr text, city text, postal_code text, latitude float8, longitude float8, ninetieth float8,
  ninetieth_more boolean, people integer, too_few boolean, paused_until date, demo boolean, phone text)
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
    v.paused_until, coalesce(v.demo, false), case when v.id is not null then coalesce(v.phone, p.phone, s.phone) end
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
grant execute on function directory_lines(integer[]) to eservices_app;
