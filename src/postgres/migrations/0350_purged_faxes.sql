-- A fax that became a request goes with it: its row names the file and says whose case it became, and keeps the file from the
-- daily sweep. docs/decisions/0037-retention.md
create function forget_faxes_of_purged() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from faxes_in f where f.case_id in (select id from cases where request_id = new.id)
    and not exists (select from case_attachments c where c.attachment_id = f.attachment_id);
  return null;
end $$;
revoke all on function forget_faxes_of_purged() from public;
create trigger purge_takes_faxes after update of purged_at on requests
  for each row when (old.purged_at is null and new.purged_at is not null) execute function forget_faxes_of_purged();
