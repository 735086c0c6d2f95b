-- Whose a form is, what it serves, and what is written of its next version. What is published stays in `forms`, for good.
create table form_library (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{0,59}$'),
  key text not null unique,
  -- Null: the network's own.
  site_id bigint references sites,
  kind text not null check (kind in ('econsult', 'referral')),
  -- Of a listing that names it; of everything its site takes; of one category there.
  serves text not null check (serves in ('listing', 'general', 'category')),
  category text check ((serves = 'category') = (category is not null)),
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
-- One live form for each place, so that nobody wonders which of two is asked.
create unique index form_library_place on form_library (coalesce(site_id, 0), kind, serves, coalesce(category, ''))
  where retired_at is null and serves <> 'listing';

create table form_drafts (
  slug text primary key references form_library,
  questionnaire jsonb not null check (octet_length(questionnaire::text) <= 600000),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by bigint references members
);

alter table forms add column published_by bigint references members;

create function keeps_forms_of(the_site bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app_kind() = 'person' and case when the_site is null then is_programme_steward()
    else the_site = app_site() and keeps_listings(the_site) end
$$;
create function keeps_form(the_slug text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select keeps_forms_of(site_id) from form_library where slug = the_slug), false)
$$;
grant execute on function keeps_forms_of(bigint) to eservices_app;
grant execute on function keeps_form(text) to eservices_app;

call protect('forms');
call protect('form_library');
call protect('form_drafts');
create policy read_all on forms for select to eservices_app using (true);
create policy keeper_publishes on forms for insert to eservices_app
  with check (published_by = app_member() and keeps_form(slug));
grant insert (slug, version, title_en, title_fr, questionnaire, published_by) on forms to eservices_app;

create policy read_all on form_library for select to eservices_app using (true);
create policy keeper_adds on form_library for insert to eservices_app with check (keeps_forms_of(site_id));
create policy keeper_changes on form_library for update to eservices_app
  using (keeps_forms_of(site_id)) with check (keeps_forms_of(site_id));
grant select, insert (slug, key, site_id, kind, serves, category), update (serves, category, retired_at)
  on form_library to eservices_app;

create policy keepers on form_drafts to eservices_app using (keeps_form(slug)) with check (keeps_form(slug));
grant select, insert (slug, questionnaire), update (questionnaire), delete on form_drafts to eservices_app;

create function stamp_form_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  new.changed_at := now();
  new.changed_by := app_member();
  return new;
end $$;
create trigger stamp before insert or update on form_drafts for each row execute function stamp_form_draft();
