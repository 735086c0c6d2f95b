-- A search that fits nobody counts once a day for the same member, patient and words: drawing Ask anew is not another need.
-- Of the words a digest alone is kept, until the next day.
create table unmet_searches_seen (
  day date not null,
  search bytea not null,
  primary key (day, search)
);
call protect('unmet_searches_seen');

drop function count_unmet_search(bigint, text);

-- A search for a patient of the actor's site fitted nobody; `p_service` is the nearest that did not fit, if any.
create function count_unmet_search(p_patient bigint, p_service text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare home text;
begin
  select region_of(coalesce(p.details#>>'{address,postalCode}', '')) into home
  from patients p where app_kind() = 'person' and p.id = p_patient and p.site_id = app_site();
  if home is null then return; end if;
  delete from unmet_searches_seen where day < current_date;
  insert into unmet_searches_seen (day, search) values (current_date, sha256(convert_to(
    concat_ws(E'\n', app_member(), p_patient, lower(btrim(regexp_replace(p_words, '\s+', ' ', 'g')))), 'UTF8')))
  on conflict do nothing;
  if not found then return; end if;
  insert into unmet_searches as u (month, region, category)
  values (date_trunc('month', now())::date, home, coalesce((select s.category from services s where s.key = p_service), ''))
  on conflict (month, region, category) do update set times = u.times + 1;
end $$;
grant execute on function count_unmet_search(bigint, text, text) to eservices_app;
