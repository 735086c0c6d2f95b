-- A referral that has no receiver until its patient chooses. docs/decisions/0031-choice-before-sending.md

-- As 0011, and nobody is the receiver of what is still to be chosen: its site is the requester's own.
create or replace function parties_of(c cases)
returns table (party text, side text, unit bigint, member bigint)
language sql stable as $$
  select * from (values
    ('site:' || (c.state#>>'{requester,site}'), 'requester',
      (c.state#>>'{requester,unit}')::bigint, (c.state#>>'{requester,clinician}')::bigint),
    (case when c.state#>>'{receiver,toBeChosen}' is null then 'site:' || (c.state#>>'{receiver,site}') end, 'receiver',
      (c.state#>>'{receiver,unit}')::bigint, (c.state#>>'{receiver,member}')::bigint),
    ('site:' || (c.state#>>'{via,site}'), 'intake', (c.state#>>'{via,unit}')::bigint, null),
    ('request:' || c.request_id, 'patient', null, null),
    ('case:' || c.id, 'system', null, null)
  ) as named (party, side, unit, member)
  where named.party is not null
$$;

-- As 0181, and there is no other site yet.
create or replace function fill_list_filters() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  c cases;
  patient jsonb;
begin
  if new.party not like 'site:%' then return new; end if;
  select * into c from cases where id = new.case_id;
  if c.id is null then return new; end if;
  patient := case when new.side in ('receiver', 'intake')
    then coalesce(c.receiver_patient, c.requester_patient) else c.requester_patient end;
  new.language := patient->>'language';
  new.region := nullif(upper(left(trim(patient#>>'{address,postalCode}'), 1)), '');
  new.other := case when new.side <> 'requester' then (c.state#>>'{requester,site}')::bigint
    when c.state#>>'{receiver,toBeChosen}' is null then (c.state#>>'{receiver,site}')::bigint end;
  if new.side = 'receiver' then
    select max(said->>'priority') filter (where seq = last_priority), max(said->>'protocol') filter (where seq = last_protocol)
    into new.priority, new.protocol
    from (
      select t.seq, t.said, max(t.seq) filter (where t.said ? 'priority') over () as last_priority,
        max(t.seq) filter (where t.said ? 'protocol') over () as last_protocol
      from (
        select e.seq, b.body::jsonb as said from case_events e
        join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
        where e.case_id = new.case_id and e.type = 'triaged' and b.purged_at is null
      ) t
    ) latest;
  end if;
  return new;
end $$;

-- The service whose category a case counts for: the one that has it, else the first on offer.
create function category_of(p_state jsonb) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select category from services where id = coalesce(p_state#>>'{receiver,service}', p_state#>>'{shortlist,0}')::bigint
$$;
revoke execute on function category_of(jsonb) from public;

-- As 0141, by that category.
create or replace function open_alike(p_hash bytea, p_category text) returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct c.request_id from request_fingerprints f
  join cases c on c.request_id = f.request_id
  where f.hash = p_hash and f.withheld_at is null and category_of(c.state) = p_category
    and nullif(c.state->'hold', 'null') is not null
    and not exists (select from overlap_silent o where o.category = p_category)
$$;
create or replace function opened_now(p_request bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select category_of(c.state) from cases c
  where c.request_id = p_request and event_written_now(c.id)
    and exists (select from case_access a where a.case_id = c.id and a.party = app_party()
      and a.side in ('requester', 'receiver'))
  order by c.id desc limit 1
$$;
