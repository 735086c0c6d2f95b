-- A fax that was put aside is kept as long as a request, from the day it was handled, or longer where the kind of its site says so.
-- One that became a request goes with it; one that is to do stays. docs/decisions/0037-retention.md
create function put_aside_over() returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.id from faxes_in f join sites s on s.id = f.site_id
  where is_operator() is true and f.state in ('duplicate', 'not-a-referral', 'returned')
    and f.handled_at < now() - make_interval(days => retention_days(s.kind))
$$;

-- Takes them; their files are loose then, and the daily sweep takes row and bytes. How many.
create function purge_put_aside() returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare gone bigint;
begin
  if is_operator() is not true then
    raise exception 'an operator purges' using errcode = 'insufficient_privilege';
  end if;
  delete from faxes_in where id in (select put_aside_over());
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function put_aside_over(), purge_put_aside() from public;

-- As 0351, and it says whether there was a fax to keep it with.
drop function keep_reading(bigint, jsonb);
create function keep_reading(p_attachment bigint, p_reading jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update faxes_in set reading = p_reading, read_at = now()
  where app_kind() = 'job' and attachment_id = p_attachment and state = 'new';
  return found;
end $$;
revoke execute on function keep_reading(bigint, jsonb) from public;
grant execute on function keep_reading(bigint, jsonb) to eservices_app;
