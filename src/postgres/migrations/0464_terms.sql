-- Terms of the programme, accepted once. docs/decisions/0073-terms-once.md. Reached by functions alone.

create table programme_terms (
  version integer primary key,
  text_en text not null check (char_length(text_en) between 1 and 20000),
  text_fr text not null check (char_length(text_fr) between 1 and 20000),
  published_at timestamptz not null,
  published_by bigint references members
);
create table terms_accepted (
  person_id bigint not null references people,
  version integer not null references programme_terms,
  accepted_at timestamptz not null,
  primary key (person_id, version)
);
call protect('programme_terms');
call protect('terms_accepted');

create function current_terms() returns table (version integer, text jsonb, published_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select version, jsonb_build_object('en', text_en, 'fr', text_fr), published_at from programme_terms order by version desc limit 1
$$;
-- The person of this transaction has still to accept the version that holds.
create function must_accept_terms() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (select from current_terms() c
    where not exists (select from terms_accepted a where a.person_id = app_person() and a.version = c.version))
$$;
-- False when another version holds by now.
create function accept_terms(p_version integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'person' or not exists (select from current_terms() c where c.version = p_version) then
    return false;
  end if;
  insert into terms_accepted values (app_person(), p_version, app_now()) on conflict do nothing;
  return true;
end $$;
-- For a steward of the programme; null for others, false when somebody was quicker.
create function publish_terms(p_after integer, p_en text, p_fr text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'person' or is_programme_steward() is not true then return null; end if;
  if coalesce((select max(version) from programme_terms), 0) <> p_after then return false; end if;
  insert into programme_terms values (p_after + 1, p_en, p_fr, app_now(), app_member());
  return true;
end $$;
create function terms_kept() returns table (accepted integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select count(*) from terms_accepted a where a.version = (select version from current_terms()))::integer
  where app_kind() = 'person' and is_programme_steward()
$$;
revoke execute on function current_terms(), must_accept_terms(), accept_terms(integer), publish_terms(integer, text, text),
  terms_kept() from public;
grant execute on function current_terms(), must_accept_terms(), accept_terms(integer), publish_terms(integer, text, text),
  terms_kept() to eservices_app;
