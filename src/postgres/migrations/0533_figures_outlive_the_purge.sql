-- A purged request leaves its figures and takes who they were of (docs/decisions/0037): a trigger, so that no way to purge forgets it.
create function forget_figures() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update econsult_figures set patient_id = null where case_id in (select id from cases where request_id = new.id);
  -- What a colleague wrote of the answer may say who it was about.
  update peer_reviews set comment = null where case_id in (select id from cases where request_id = new.id);
  return null;
end $$;
revoke execute on function forget_figures() from public;
create trigger figures_forgotten after update of purged_at on requests
  for each row when (new.purged_at is not null) execute function forget_figures();
update econsult_figures f set patient_id = null from cases c join requests r on r.id = c.request_id
  where c.id = f.case_id and r.purged_at is not null and f.patient_id is not null;
update peer_reviews p set comment = null from cases c join requests r on r.id = c.request_id
  where c.id = p.case_id and r.purged_at is not null and p.comment is not null;

-- For the job: answers of the group that came into the pool in that time, with everybody who had it in hand. An answer comes into the
-- pool once: when its question is closed, or sixty days after it was given where nobody closes it by then (docs/decisions/0072).
create or replace function answers_to_draw(p_service bigint, p_from timestamptz, p_until timestamptz)
returns table ("case" bigint, author bigint, hands bigint[], site text, licence text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.case_id, f.member_id, array(select t.member_id from advice_turns t where t.case_id = f.case_id) || f.requester_member,
    s.name_en, coalesce(m.licence, '')
  from econsult_figures f join cases c on c.id = f.case_id join sites s on s.id = f.requester_site
    join members m on m.id = f.requester_member
    cross join lateral (select least(f.answered_at + interval '60 days', (select min(e.at) from case_events e
      where e.case_id = f.case_id and e.type in ('closed', 'converted'))) as at) ripe
  where app_kind() = 'job' and f.service_id = p_service and f.answered_at >= p_from - interval '60 days' and f.answered_at < p_until
    and ripe.at >= p_from and ripe.at < p_until and c.state->>'status' not in ('void', 'cancelled')
    and not exists (select from peer_reviews p where p.case_id = f.case_id)
$$;
