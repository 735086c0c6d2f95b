-- What nobody offers: declines that say so, and searches for a patient that found nothing that fits. Counts by region and
-- category; no words of a search, and nobody of whom.
create table unmet_searches (
  month date not null,
  -- First letter of the patient's postal code in Ontario, else ''.
  region text not null check (region in ('K', 'L', 'M', 'N', 'P', '')),
  -- Of the nearest thing that was found and did not fit, else ''.
  category text not null,
  times integer not null default 1,
  primary key (month, region, category)
);
call protect('unmet_searches');

create function region_of(postal_code text) returns text language sql immutable parallel safe as $$
  select case when upper(left(postal_code, 1)) in ('K', 'L', 'M', 'N', 'P') then upper(left(postal_code, 1)) else '' end
$$;

-- A search for a patient of the actor's site fitted nobody; `p_service` is the nearest that did not fit, if any.
create function count_unmet_search(p_patient bigint, p_service text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into unmet_searches as u (month, region, category)
    select date_trunc('month', now())::date, region_of(coalesce(p.details#>>'{address,postalCode}', '')),
      coalesce((select s.category from services s where s.key = p_service), '')
    from patients p where app_kind() = 'person' and p.id = p_patient and p.site_id = app_site()
  on conflict (month, region, category) do update set times = u.times + 1
$$;

create index case_events_declined on case_events (at) where type = 'declined';

-- For a steward of the programme, since a month: what is fewer than 6 is null, and a line of nothing is left out.
create function unmet_needs(p_since date) returns table (region text, category text, name_en text, name_fr text,
  declines integer, searches integer, few boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with counted as (
    select region, category, sum(declines)::integer as declines, sum(searches)::integer as searches from (
      select region_of(coalesce(c.requester_patient#>>'{address,postalCode}', '')) as region, s.category, 1 as declines, 0 as searches
      from case_events e
      join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.body like '%"noneExists":true%'
      join cases c on c.id = e.case_id
      join services s on s.id = (c.state#>>'{receiver,service}')::bigint
      where e.type = 'declined' and e.at >= p_since
      union all
      select u.region, u.category, 0, u.times from unmet_searches u where u.month >= date_trunc('month', p_since)
    ) each group by 1, 2
  )
  select c.region, c.category, coalesce(k.name_en, ''), coalesce(k.name_fr, ''),
    case when c.declines = 0 or c.declines >= 6 then c.declines end,
    case when c.searches = 0 or c.searches >= 6 then c.searches end,
    c.declines between 1 and 5 or c.searches between 1 and 5
  from counted c left join service_categories k on k.code = c.category
  where app_kind() = 'person' and is_programme_steward() and (c.declines >= 6 or c.searches >= 6)
  order by greatest(c.declines, c.searches) desc, c.region, c.category
$$;
grant execute on function count_unmet_search(bigint, text), unmet_needs(date) to eservices_app;
