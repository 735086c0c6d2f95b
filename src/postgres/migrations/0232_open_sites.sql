-- A site that the programme invites begins to work here, with whoever asked as its first steward.
alter table join_requests add column site_id bigint references sites;

-- Opens the site of a request once: a facility of the same name and postal code, or a new one. Returns its first steward, and
-- whether they still have to choose a password; nothing when it is open already. An existing account gets one more place.
create function open_site(p_request bigint, p_site_key text, p_person_key text, p_member_key text, p_token_hash bytea,
  lives interval)
returns table (person bigint, invited boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare asked join_requests; the_site bigint; who bigint; knows boolean;
begin
  if not (app_kind() = 'person' and is_programme_steward()) is true then
    raise exception 'a steward of the programme opens a site' using errcode = 'insufficient_privilege';
  end if;
  select * into asked from join_requests where id = p_request for update;
  if asked.id is null or asked.site_id is not null or asked.answer is distinct from 'invited' then return; end if;
  select s.id into the_site from sites s
    where s.kind = 'facility' and not s.on_network and s.suspended_at is null
      and lower(asked.site_name) in (lower(s.name_en), lower(s.name_fr)) and s.postal_code = asked.postal_code
    order by s.id limit 1 for update;
  if the_site is null then
    insert into sites (key, name_en, name_fr, kind, address, city, province, postal_code, phone, on_network, demo)
    values (p_site_key, asked.site_name, asked.site_name, asked.kind, asked.address, asked.city, 'ON', asked.postal_code,
      asked.phone, true, (select demo from installation))
    returning id into the_site;
  else
    update sites set on_network = true, kind = asked.kind where id = the_site;
  end if;
  select id into who from people where email = lower(trim(asked.email));
  if who is null then
    insert into people (key, name, email, language)
    values (p_person_key, asked.lead_name, lower(trim(asked.email)), asked.language)
    returning id into who;
  end if;
  insert into members (key, person_id, site_id, roles, job_title_en, job_title_fr)
  values (p_member_key, who, the_site, '{lead,steward}', nullif(asked.lead_title, ''), nullif(asked.lead_title, ''));
  update join_requests set site_id = the_site where id = p_request;
  knows := exists (select from credentials c where c.person_id = who);
  if not knows then
    insert into links (token_hash, kind, person_id, language, expires_at)
    values (p_token_hash, 'invite', who, asked.language, now() + lives);
  end if;
  return query select who, not knows;
end $$;
grant execute on function open_site to eservices_app;
