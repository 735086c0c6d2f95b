-- Members who want to hear when a service takes people again: one mail, then the wish is gone.
create table opening_wishes (
  member_id bigint not null references members,
  service_id bigint not null references services on delete cascade,
  wished_at timestamptz not null default now(),
  primary key (member_id, service_id)
);
create index opening_wishes_service on opening_wishes (service_id);
call protect('opening_wishes');
create policy own on opening_wishes to eservices_app
  using (app_kind() = 'person' and member_id = (select app_member()))
  with check (app_kind() = 'person' and member_id = (select app_member()));
grant select, insert (member_id, service_id), delete on opening_wishes to eservices_app;

-- Wishes whose service is open now, taken away as they are told. For the job that writes. Nobody is told who does not work here
-- any more, nor of a service that has ended.
create function take_openings(p_limit integer) returns table (person bigint, service bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job tells' using errcode = 'insufficient_privilege';
  end if;
  return query
    with open as (
      select w.member_id, w.service_id from opening_wishes w join services v on v.id = w.service_id
      where v.ended_at is not null or (v.accepting and coalesce(v.paused_until, '-infinity') <= app_now()::date)
      order by w.wished_at limit p_limit for update of w skip locked),
    gone as (
      delete from opening_wishes w using open o where (w.member_id, w.service_id) = (o.member_id, o.service_id)
      returning w.member_id, w.service_id)
    select distinct m.person_id, g.service_id from gone g
      join members m on m.id = g.member_id join people p on p.id = m.person_id
      join services v on v.id = g.service_id
    where v.ended_at is null and m.suspended_at is null and p.suspended_at is null
      and current_date between m.from_day and coalesce(m.until_day, 'infinity');
end $$;
grant execute on function take_openings(integer) to eservices_app;
