-- The specialist reads what requesters wrote when they closed. docs/decisions/0086.
create index econsult_figures_member on econsult_figures (member_id, answered_at);

-- Words of the closing survey about the actor's own answers of a year, with every name that is known of the case, for the application to
-- replace. In an order that does not tell who was first. What was purged, or entered in error, is not there.
create function closing_words_of_me()
returns table (case_id bigint, name jsonb, month text, referral text, explain text, comment text, names text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select f.case_id, jsonb_build_object('en', v.name_en, 'fr', v.name_fr),
    to_char(f.answered_at at time zone 'America/Toronto', 'YYYY-MM'), s.said->>'referral',
    coalesce(btrim(s.said->>'explain'), ''), coalesce(btrim(s.said->>'comment'), ''),
    array_remove(array_remove(array(select c.requester_patient->>'given' union select c.requester_patient->>'family'
      union select c.requester_patient->>'preferredName' union select c.receiver_patient->>'given'
      union select c.receiver_patient->>'family'
      union select h.name from members m join people h on h.id = m.person_id where m.id in (f.requester_member, e.member, e.acting_for)),
      null), '')
  from econsult_figures f join cases c on c.id = f.case_id join services v on v.id = f.service_id
    join case_events e on e.case_id = f.case_id and e.type = 'surveyed'
    join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.body <> ''
    cross join lateral (select b.body::jsonb->'survey' as said) s
  where app_kind() = 'person' and app_acting_for() is null and f.member_id = app_member()
    and f.answered_at > app_now() - interval '1 year' and c.state->>'status' <> 'void'
    and (coalesce(btrim(s.said->>'explain'), '') <> '' or coalesce(btrim(s.said->>'comment'), '') <> '')
  order by 3 desc, md5(c.key) limit 100;
end $$;
revoke execute on function closing_words_of_me() from public;
grant execute on function closing_words_of_me() to eservices_app;
