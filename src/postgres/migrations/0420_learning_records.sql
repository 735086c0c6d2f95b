-- What somebody learnt, in their own words, for a claim of continuing education: docs/decisions/0064. It belongs to the person, at
-- whichever place they work, and to nobody else; nothing in it leads to a case, a request or a patient.
create table learning_entries (
  id bigint generated always as identity primary key,
  key text not null unique,
  person_id bigint not null references people,
  on_day date not null,
  kind text not null
    check (kind in ('econsult-asked', 'econsult-answered', 'self-learning', 'group-learning', 'assessment', 'other')),
  topic text not null check (char_length(topic) <= 200),
  asked text not null check (char_length(asked) <= 4000),
  learnt text not null check (learnt <> '' and char_length(learnt) <= 4000),
  changed text not null check (char_length(changed) <= 4000),
  sources text not null check (char_length(sources) <= 2000),
  minutes integer not null check (minutes between 1 and 6000),
  version integer not null default 1,
  at timestamptz not null default now()
);
create index learning_entries_of on learning_entries (person_id, on_day);
call protect('learning_entries');
create policy own on learning_entries to eservices_app
  using (app_kind() = 'person' and person_id = (select app_person()))
  with check (app_kind() = 'person' and person_id = (select app_person()));
grant select, insert (key, person_id, on_day, kind, topic, asked, learnt, changed, sources, minutes),
  update (on_day, kind, topic, asked, learnt, changed, sources, minutes, version), delete on learning_entries to eservices_app;
