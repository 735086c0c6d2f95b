-- What the programme answered a site that asked to join. The answer itself goes out by e-mail or phone, from the steward.
alter table join_requests
  add column answer text check (answer in ('invited', 'declined', 'duplicate')),
  add column answer_note text not null default '' check (char_length(answer_note) <= 1000),
  add column answered_at timestamptz,
  add column answered_by bigint references members,
  -- Counts up with every answer, so that of two stewards the second finds the first.
  add column version integer not null default 1,
  add check ((answer is null) = (answered_at is null)),
  add check (answer is distinct from 'declined' or answer_note <> '');

create function stamp_answer() returns trigger language plpgsql as $$
begin
  new.answered_at := now();
  new.answered_by := app_member();
  new.version := old.version + 1;
  return new;
end $$;
create trigger stamp before update of answer, answer_note on join_requests for each row execute function stamp_answer();

create policy answer on join_requests for update to eservices_app
  using ((select app_kind()) = 'person' and (select is_programme_steward()))
  with check ((select app_kind()) = 'person' and (select is_programme_steward()));
grant update (answer, answer_note) on join_requests to eservices_app;
