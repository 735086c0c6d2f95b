-- What the programme writes to whoever asked for something, and to whoever keeps a listing that nobody has checked.

-- The reason of a refusal goes along.
alter table demo_mails add column reason text;
create function keep_demo_mail(p_message_id text, p_address text, p_language text, p_template text, p_reference text,
  p_link text, p_reason text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into demo_mails (message_id, address, language, template, reference, link, reason)
  select p_message_id, p_address, p_language, p_template, p_reference, p_link, p_reason
  where (select demo from installation) and app_kind() = 'job'
    and not exists (select from messages m where m.message_id = p_message_id)
  on conflict do nothing
$$;
drop function keep_demo_mail(text, text, text, text, text, text);
drop function kept_demo_mails(integer);
create function kept_demo_mails(p_limit integer)
returns table (message_id text, address text, name text, language text, template text, reference text, link text,
  reason text, made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.message_id, d.address, p.name, d.language, d.template, d.reference, d.link, d.reason, d.made_at
  from demo_mails d left join people p on p.email = lower(d.address)
  where (select demo from installation)
  order by d.made_at desc limit p_limit
$$;
grant execute on function keep_demo_mail(text, text, text, text, text, text, text), kept_demo_mails(integer) to eservices_app;

-- The mail of an answer is written by a job.
create policy work on join_requests for select to eservices_app using (app_kind() = 'job');

-- When those who keep a site's listings were last asked to check them.
alter table sites add column check_asked_at timestamptz;

-- Who is to be asked now: stewards and leads of a site that keeps a listing which nobody has checked for a year, and again after
-- 90 days. Nobody is asked for a facility that nobody keeps. For the job that asks; a site that is named here counts as asked.
create function ask_to_check() returns table (site bigint, person bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job asks' using errcode = 'insufficient_privilege';
  end if;
  return query
    with due as (
      update sites k set check_asked_at = app_now()
      where k.suspended_at is null and k.on_network and coalesce(k.check_asked_at, '-infinity') <= app_now() - interval '90 days'
        and exists (
          select from services v join sites s on s.id = v.site_id
          where v.ended_at is null and s.suspended_at is null and (s.id = k.id or s.kept_by = k.id)
            and coalesce(v.verified_on, s.kept_since::date, s.created_at::date) <= app_now()::date - interval '1 year')
      returning k.id)
    select d.id, m.person_id from due d join members m on m.site_id = d.id join people p on p.id = m.person_id
    where m.roles && array['steward', 'lead'] and m.suspended_at is null and p.suspended_at is null
      and current_date between m.from_day and coalesce(m.until_day, 'infinity')
    group by d.id, m.person_id order by d.id, m.person_id;
end $$;
grant execute on function ask_to_check() to eservices_app;
