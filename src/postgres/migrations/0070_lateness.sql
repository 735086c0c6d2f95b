-- When the timer looks at a case next. A moment is not always a due time (an offer lapses, a visit begins), and a late case
-- has nothing new for a week, so the timer keeps its own: on the machine's row of the case, by one small index.
alter table case_access add column look_at timestamptz not null default '-infinity';
create index case_access_look on case_access (look_at) where side = 'system' and due is not null;
drop index case_access_deadline;

-- Every change of a case makes the timer look anew; only the timer itself puts it off.
create function look_anew() returns trigger language plpgsql as $$
begin
  new.look_at := '-infinity';
  return new;
end $$;
create trigger look_anew before update on case_access
  for each row when (new.side = 'system' and new.look_at = old.look_at) execute function look_anew();

drop function cases_due(timestamptz, integer);
-- For the timer: open cases at which it is time to look, the changed ones first. Ids and keys only.
create function cases_due(p_now timestamptz, p_limit integer) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.case_id, c.key from (
    select case_id, look_at from case_access
    where app_kind() = 'job' and side = 'system' and due is not null and look_at <= p_now
    order by look_at limit p_limit
  ) a join cases c on c.id = a.case_id
  order by a.look_at
$$;

-- The timer has looked; null: it need not look before the case changes.
create function looked_at(p_case bigint, p_next timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update case_access set look_at = coalesce(p_next, 'infinity')
  where app_kind() = 'job' and case_id = p_case and side = 'system'
    and look_at <> coalesce(p_next, 'infinity')
$$;

grant execute on function cases_due(timestamptz, integer), looked_at(bigint, timestamptz) to eservices_app;
