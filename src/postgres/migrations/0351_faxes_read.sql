-- What a machine read off a fax that came: proposals, for as long as the fax is to do. docs/decisions/0051-faxes-read-by-machine.md
alter table faxes_in add column read_at timestamptz, add column reading jsonb;

-- For the job that reads it; nothing once it was read, handled, or found to be harmful.
create function fax_to_read(p_attachment bigint) returns table (blob text, kind text, scan text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.blob, a.kind, a.scan from faxes_in f join attachments a on a.id = f.attachment_id
  where app_kind() = 'job' and a.id = p_attachment and f.state = 'new' and f.read_at is null and a.scan <> 'infected'
$$;
create function keep_reading(p_attachment bigint, p_reading jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update faxes_in set reading = p_reading, read_at = now()
  where app_kind() = 'job' and attachment_id = p_attachment and state = 'new'
$$;
create function reading_of_fax(p_key text) returns table (read_at timestamptz, reading jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.read_at, f.reading from faxes_in f
  where app_kind() = 'person' and f.key = p_key and f.site_id = app_site() and f.state = 'new'
$$;

-- What was proposed is of no use once somebody has handled the fax, and stands nowhere then.
create function forget_reading() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.reading := null;
  return new;
end $$;
create trigger forget_reading before update of state on faxes_in
  for each row when (new.state <> 'new') execute function forget_reading();

revoke all on function forget_reading() from public;
grant execute on function fax_to_read(bigint), keep_reading(bigint, jsonb), reading_of_fax(text) to eservices_app;
