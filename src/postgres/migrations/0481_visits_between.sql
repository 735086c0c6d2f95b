-- Whoever may see a visit takes a plan of its own, longer to make than to carry out: here a connection makes it once.
-- Visits of the actor's site that begin in a time, of one schedule or of all, in order; behind the same wall as a plain query.
create function visits_between(p_from timestamptz, p_to timestamptz, p_schedule bigint)
returns table (id bigint, "caseKey" text, "requestKey" text, reference text, urgent boolean, patient text, turn int,
  schedule bigint, type jsonb, start timestamptz, "end" timestamptz, label text, medium text, status text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  -- Whether a kind of visit may be known takes two functions: they are asked once a kind, not once a visit.
  with v as materialized (
    select * from visits where site_id = (select app_site()) and starts >= p_from and starts < p_to
      and (p_schedule is null or schedule_id = p_schedule) order by starts, id limit 500),
  t as materialized (
    select id, name_en, name_fr from clinic_types where id in (select type_id from v))
  select v.case_id, c.key, r.key, r.reference, coalesce(c.state->>'urgency', '') = 'urgent',
    nullif(concat_ws(', ', nullif(p.patient->>'family', ''), nullif(p.patient->>'given', '')), ''), c.turn, v.schedule_id,
    case when t.id is not null then jsonb_build_object('en', t.name_en, 'fr', t.name_fr) end, v.starts, v.ends, v.label,
    v.medium, v.status
  from v left join cases c on c.id = v.case_id left join requests r on r.id = c.request_id
    cross join lateral (select coalesce(c.receiver_patient, c.requester_patient) as patient) p
    left join t on t.id = v.type_id
  order by v.starts, v.id;
end $$;
revoke execute on function visits_between(timestamptz, timestamptz, bigint) from public;
grant execute on function visits_between(timestamptz, timestamptz, bigint) to eservices_app;
