-- The ground of the second wall: what a transaction says of its actor, read by every policy.
-- Run as eservices_owner, which owns the database. eservices_app owns nothing and gets what is granted, by name.

revoke all on schema public from public;
grant usage on schema public to eservices_app;
alter default privileges revoke execute on functions from public;

-- Settings are transaction-local and '' or absent when there is none, so a query without them sees nothing.
create function app_kind() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.kind', true), '') $$;
create function app_person() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::bigint $$;
create function app_member() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.member', true), '')::bigint $$;
create function app_acting_for() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.acting_for', true), '')::bigint $$;
create function app_site() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.site', true), '')::bigint $$;
create function app_unit() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.unit', true), '')::bigint $$;
create function app_link() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.link', true), '')::bigint $$;
create function app_partner() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.partner', true), '')::bigint $$;
create function app_request() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.request', true), '')::bigint $$;
create function app_case() returns bigint language sql stable parallel safe
  as $$ select nullif(current_setting('app.case', true), '')::bigint $$;

-- The party that holds access to a case: 'site:12', 'request:5' for the patient of a request whatever the link,
-- 'link:7' for a guest, 'case:3' for a machine that works on one case. Null for visitors and operators.
create function app_party() returns text language sql stable parallel safe as $$
  select case app_kind()
    when 'person' then 'site:' || app_site()
    when 'partner' then 'site:' || app_site()
    when 'patient' then 'request:' || app_request()
    when 'guest' then 'link:' || app_link()
    when 'job' then 'case:' || app_case()
  end
$$;

grant execute on all functions in schema public to eservices_app;

-- Puts a table behind the wall: forced for its owner too, whose definer functions and commands pass by this one policy.
create procedure protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner on %s to eservices_owner using (true) with check (true)', target);
end $$;

-- What this database is. Demo is a property from its creation to its end.
create table installation (
  single boolean primary key default true check (single),
  demo boolean not null,
  created_at timestamptz not null default now(),
  clock_offset interval not null default '0' check (demo or clock_offset = '0'),
  check (clock_offset >= '0')
);
grant select on installation to eservices_app;

create function keep_installation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.demo is distinct from old.demo or new.clock_offset < old.clock_offset then
    raise exception 'a database is a demo from its creation or never, and its clock only moves forward';
  end if;
  return new;
end $$;
create trigger keep_installation before update or delete on installation
  for each row execute function keep_installation();

-- The clock of cases. Sessions, links, limits and audit use now().
create function app_now() returns timestamptz language sql stable
  as $$ select now() + coalesce((select clock_offset from installation), '0') $$;
grant execute on function app_now() to eservices_app;

create function move_clock(by interval) returns timestamptz
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update installation set clock_offset = clock_offset + by where demo;
  if not found then raise exception 'only the clock of a demo database moves'; end if;
  return app_now();
end $$;
grant execute on function move_clock(interval) to eservices_app;
