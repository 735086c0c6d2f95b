-- Published forms. A version never changes, so that an answer can always be read with its question. Public.
create table forms (
  slug text not null,
  version integer not null check (version > 0),
  title_en text not null,
  title_fr text not null,
  questionnaire jsonb not null,
  published_at timestamptz not null default now(),
  primary key (slug, version)
);
create trigger append_only before update or delete or truncate on forms
  for each statement execute function forbid_change();
grant select on forms to eservices_app;
