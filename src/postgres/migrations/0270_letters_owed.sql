-- Letters that a requester still owes, as a folder of its own. docs/decisions/0035-letters-owed.md
alter table case_access add column letter_due timestamptz;

-- A trigger, as for 0181: project_case is superseded whenever a side or clock is added, and this never changes with it.
create function fill_letter_due() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.letter_due := case when new.side = 'requester' and new.due is not null
    then (select (c.state#>>'{letter,due}')::timestamptz from cases c where c.id = new.case_id) end;
  return new;
end $$;
create trigger fill_letter_due before insert or update of updated on case_access
  for each row execute function fill_letter_due();

-- What there is already.
update case_access a set updated = updated
where a.side = 'requester' and exists (select from cases c where c.id = a.case_id and c.state ? 'letter');
