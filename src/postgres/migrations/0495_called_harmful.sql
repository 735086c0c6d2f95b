-- Answers of which an asker says that they, or the wait for them, could have harmed. docs/decisions/0077. The words stay in the event.
-- Everything here is reached by functions alone.

create table advice_harms (
  case_id bigint not null references cases,
  seq integer not null,
  service_id bigint not null references services on delete cascade,
  cause text not null check (cause in ('advice', 'delay')),
  said_at timestamptz not null,
  -- The lead has dealt with it.
  settled_at timestamptz,
  primary key (case_id, seq)
);
create index advice_harms_open on advice_harms (service_id) where settled_at is null;
create index advice_harms_said on advice_harms (said_at);
call protect('advice_harms');

create function harm_after_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare said jsonb := new.body::jsonb;
begin
  insert into advice_harms (case_id, seq, service_id, cause, said_at)
    select e.case_id, e.seq, (c.state#>>'{receiver,service}')::bigint, coalesce(said#>>'{survey,harm}', said->>'harm'), e.at
    from case_events e join cases c on c.id = e.case_id
    where e.case_id = new.case_id and e.seq = new.seq and e.type in ('surveyed', 'outcome-reported') and c.type = 'econsult'
      and coalesce(said#>>'{survey,harm}', said->>'harm') in ('advice', 'delay')
      and c.state#>>'{receiver,service}' is not null
    on conflict do nothing;
  return null;
end $$;
-- Few bodies name it: the others are not looked into.
create trigger called_harmful after insert on event_bodies
  for each row when (new.audience = 'clinical' and new.body like '%"harm"%') execute function harm_after_words();

-- Groups that the actor keeps in which one waits, for the top of their list.
create function harmed_groups() returns table (key text, name jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select v.key, jsonb_build_object('en', v.name_en, 'fr', v.name_fr)
  from services v
  where app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and keeps_listings(v.site_id)
    and exists (select from advice_harms h join cases c on c.id = h.case_id
      where h.service_id = v.id and h.settled_at is null and c.state->>'status' <> 'void')
  order by v.name_en, v.id;
end $$;
-- Those that wait, with the asker's words, for whoever keeps the group.
create function group_harms(p_key text)
returns table (case_id bigint, patient_id bigint, key text, seq integer, reference text, cause text, said text, said_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, q.patient_id, c.key, h.seq, q.reference, h.cause,
    coalesce((select coalesce(b.body::jsonb#>>'{survey,harmSaid}', b.body::jsonb->>'harmSaid') from event_bodies b
      where b.case_id = h.case_id and b.seq = h.seq and b.body <> ''), ''), h.said_at
  from advice_harms h join cases c on c.id = h.case_id join requests q on q.id = c.request_id
  where h.service_id = kept_group(p_key) and h.settled_at is null and c.state->>'status' <> 'void'
  order by h.said_at, h.case_id, h.seq
$$;
create function settle_harm(p_key text, p_case text, p_seq integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update advice_harms h set settled_at = app_now() from cases c
  where c.key = p_case and h.case_id = c.id and h.seq = p_seq and h.settled_at is null and h.service_id = kept_group(p_key);
  return found;
end $$;
-- How many were said in these days, nobody named: of all for the programme, of their own site for a lead.
create function harm_counts(p_from date, p_until date) returns table (advice integer, delay integer, open integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (count(*) filter (where h.cause = 'advice'))::integer, (count(*) filter (where h.cause = 'delay'))::integer,
    (count(*) filter (where h.settled_at is null))::integer
  from (select figures_for() as sees) scope, advice_harms h join cases c on c.id = h.case_id join services v on v.id = h.service_id
  where (scope.sees = 'all' or scope.sees = 'site' and v.site_id = app_site()) and c.state->>'status' <> 'void'
    and h.said_at >= p_from::timestamp at time zone 'America/Toronto'
    and h.said_at < p_until::timestamp at time zone 'America/Toronto'
$$;

do $$
declare f text;
begin
  foreach f in array array['harmed_groups()', 'group_harms(text)', 'settle_harm(text, text, integer)', 'harm_counts(date, date)']
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to eservices_app', f);
  end loop;
end $$;
revoke execute on function harm_after_words() from public;
