-- What was typed before a visit is forgotten by the very write that answers, whoever answers: docs/decisions/0058.
create function forget_answered_visit_form() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from visit_form_drafts where case_id = new.id and form = new.state->>'formAnswered';
  return null;
end $$;
create trigger forget_answered_visit_form after update on cases for each row
  when (new.state->>'formAnswered' is not null and new.state->>'formAnswered' is distinct from old.state->>'formAnswered')
  execute function forget_answered_visit_form();

-- Answered is answered: what a second window still types is not kept.
create or replace function asked_before_visit(p_case text, p_form text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id from cases c
  where app_kind() = 'patient' and c.key = p_case and c.request_id = app_request()
    and exists (select from links where id = app_link() and request_id = c.request_id and voided_at is null)
    and c.state->>'status' in ('booked', 'confirmed') and c.state#>>'{appointment,form}' = p_form
    and c.state->>'formAnswered' is distinct from p_form
$$;

-- Locks the case as an answer does, so that of the two the later one sees what the earlier one wrote.
create or replace function keep_visit_form_draft(p_case text, p_form text, p_answers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked bigint := asked_before_visit(p_case, p_form);
begin
  perform from cases where id = asked for share;
  asked := asked_before_visit(p_case, p_form);
  if asked is null then return false; end if;
  insert into visit_form_drafts (case_id, form, answers, saved_at) values (asked, p_form, p_answers, app_now())
  on conflict (case_id) do update set form = excluded.form, answers = excluded.answers, saved_at = excluded.saved_at;
  return true;
end $$;

-- What was left behind.
delete from visit_form_drafts d using cases c where c.id = d.case_id and c.state->>'formAnswered' = d.form;
