-- A reviewer reads an answer as it stands after its corrections (docs/decisions/0077): 0463 gave the last correction alone, without
-- what was advised first. `answer` is now the latest answer and its corrections, `{ type, body }` in their order.
create or replace function review_text(p_key text)
returns table (case_id bigint, patient_id bigint, name jsonb, month text, title text, question jsonb, answer jsonb, names text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, q.patient_id, jsonb_build_object('en', v.name_en, 'fr', v.name_fr), p.month, c.state->>'title',
    (select b.body::jsonb from case_events e join event_bodies b using (case_id, seq)
      where e.case_id = c.id and e.type = 'question' and b.body <> '' order by e.seq limit 1),
    (select jsonb_agg(jsonb_build_object('type', e.type, 'body', b.body::jsonb) order by e.seq)
      from case_events e join event_bodies b using (case_id, seq)
      where e.case_id = c.id and e.type in ('advice', 'amended') and b.body <> ''),
    array(select c.requester_patient->>'given' union select c.requester_patient->>'family'
      union select c.requester_patient->>'preferredName'
      union select h.name from members m join people h on h.id = m.person_id
        where m.id in (p.author_id, (c.state#>>'{requester,clinician}')::bigint))
  from my_open_reviews() mine join peer_reviews p on p.key = mine.key join services v on v.id = p.service_id
    join cases c on c.id = p.case_id join requests q on q.id = c.request_id
  where mine.key = p_key
$$;
