-- Authors hear what their public answers settled: at most once in 30 days, all in one message. docs/decisions/0064.
create table library_told (
  person_id bigint primary key references people,
  -- What settled a matter before this day has been told.
  told_on date not null
);
call protect('library_told');

-- Who is to be told now, and of how many since the last time; written down as told.
create function credits_to_tell() returns table (person bigint, settled integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare today date := app_now()::date;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job asks' using errcode = 'insufficient_privilege';
  end if;
  return query
    with due as (
      select m.person_id, count(*)::integer as n
      from library_uses u join library_entries e on e.id = u.entry_id join members m on m.id = e.author_member
        join people p on p.id = m.person_id left join library_told t on t.person_id = m.person_id
      where p.suspended_at is null and u.on_day < today and u.on_day >= coalesce(t.told_on, '-infinity')
        and coalesce(t.told_on, '-infinity') <= today - 30
        and exists (select from members h where h.person_id = m.person_id and h.suspended_at is null
          and current_date between h.from_day and coalesce(h.until_day, 'infinity'))
        -- It is news, which one may do without.
        and not exists (select from message_choices c where c.recipient = 'person:' || m.person_id and 'news' = any (c.muted))
      group by m.person_id
    ), told as (
      insert into library_told (person_id, told_on) select d.person_id, today from due d
      on conflict (person_id) do update set told_on = excluded.told_on)
    select d.person_id, d.n from due d order by 1;
end $$;
revoke execute on function credits_to_tell() from public;
grant execute on function credits_to_tell() to eservices_app;
