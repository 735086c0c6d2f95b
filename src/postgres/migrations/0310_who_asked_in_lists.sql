-- Worklists filter by the clinician in whose name a request was made. Supersedes the function of 0250.
alter table case_access add column clinician bigint;

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
  new.clinician := (c.state#>>'{requester,clinician}')::bigint;
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

-- What there is already.
update case_access set updated = updated where party like 'site:%';
