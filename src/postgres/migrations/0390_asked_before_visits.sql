-- What a clinic asks before a visit. docs/decisions/0058-asked-before-a-visit.md
alter table form_library drop constraint form_library_kind_check;
alter table form_library add constraint form_library_kind_check check (kind in ('econsult', 'referral', 'visit'));
alter table form_library add constraint form_library_visit_check check (kind <> 'visit' or serves = 'listing');

alter table clinic_types add column form text references form_library;
grant insert (form), update (form) on clinic_types to eservices_app;

-- What a patient typed and did not send yet.
create table visit_form_drafts (
  case_id bigint primary key references cases on delete cascade,
  form text not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 200000),
  saved_at timestamptz not null
);
call protect('visit_form_drafts');

-- The case of this link whose visit asks that form and stands.
create function asked_before_visit(p_case text, p_form text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id from cases c
  where app_kind() = 'patient' and c.key = p_case and c.request_id = app_request()
    and exists (select from links where id = app_link() and request_id = c.request_id and voided_at is null)
    and c.state->>'status' in ('booked', 'confirmed') and c.state#>>'{appointment,form}' = p_form
$$;

create function visit_form_draft(p_case text, p_form text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select answers from visit_form_drafts where case_id = asked_before_visit(p_case, p_form) and form = p_form
$$;

-- Null answers: it was sent, nothing is kept.
create function keep_visit_form_draft(p_case text, p_form text, p_answers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked constant bigint := asked_before_visit(p_case, p_form);
begin
  if p_answers is null then
    delete from visit_form_drafts where case_id = asked;
  elsif asked is not null then
    insert into visit_form_drafts (case_id, form, answers, saved_at) values (asked, p_form, p_answers, app_now())
    on conflict (case_id) do update set form = excluded.form, answers = excluded.answers, saved_at = excluded.saved_at;
  end if;
  return asked is not null;
end $$;

-- A visit that is over or off asks nothing any more.
create function forget_visit_form_draft() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from visit_form_drafts where case_id = new.id;
  return null;
end $$;
create trigger forget_visit_form_draft after update on cases for each row
  when (old.state->>'status' in ('booked', 'confirmed') and new.state->>'status' not in ('booked', 'confirmed'))
  execute function forget_visit_form_draft();

grant execute on function visit_form_draft(text, text), keep_visit_form_draft(text, text, jsonb) to eservices_app;
