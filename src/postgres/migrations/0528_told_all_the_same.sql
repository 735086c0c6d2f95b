-- As 0202; that nobody can take a question, or that it falls due while its specialist is away, is told of also to whoever did the last
-- step of it: they did not bring it about. docs/decisions/0085-nobody-can.md
create or replace function address_notices(p_upto bigint)
returns table (notice bigint, message_id text, seq integer, template text, urgent boolean, person bigint, site bigint,
  contact bigint, address text, language text, link bigint, nonce text, closed boolean, choices jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare n notices; author bigint; for_member bigint;
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case finds whom a notice is for' using errcode = 'insufficient_privilege';
  end if;
  perform from cases c where c.id = app_case() for no key update;
  for n in
    select * from notices
    where case_id = app_case() and id <= p_upto and addressed_at is null and state = 'queued' order by id
  loop
    select e.person, g.person_id into author, for_member
      from case_events e left join members g on g.id = e.acting_for
      where e.case_id = n.case_id and e.seq = n.seq;
    return query
      select n.id, n.message_id, n.seq, n.template, coalesce((n.params->>'urgent')::boolean, false), s.person, s.site,
        null::bigint, s.address, s.language, null::bigint, null::text, false, choices_of('person:' || s.person)
      from staff_or_fallback(n.recipient_kind, n.recipient_id) s
      where n.template in ('link-closed', 'not-delivered', 'nobody-free', 'nobody-free-network', 'specialist-away')
        or (s.person is distinct from author and s.person is distinct from for_member) or s.site is not null;
    return query
      select n.id, n.message_id, n.seq, n.template, coalesce((n.params->>'urgent')::boolean, false), null::bigint,
        null::bigint, c.contact, c.address, c.language, l.id, l.nonce, coalesce(l.voided_at is not null, false),
        choices_of('link:' || l.id)
      from contacts_of_case(n.case_id) c
      left join lateral (
        select k.id, k.nonce, k.voided_at from links k
        where k.request_id = n.recipient_id and k.sent_to = lower(c.address)
          and (k.expires_at > now() or k.voided_at is not null) and k.voided_why is distinct from 'replaced'
        order by k.id desc limit 1
      ) l on true
      where n.recipient_kind = 'patient'
        and n.recipient_id = (select request_id from cases where id = n.case_id)
        and (n.params->>'helper' is null or lower(c.address) = (select lower(h.email) from request_helpers h
          where h.id = (n.params->>'helper')::bigint and h.request_id = n.recipient_id))
        and not exists (select from cases k join site_notices o on o.site_id = (k.state#>>'{requester,site}')::bigint
          where k.id = n.case_id and not o.patient_mail);
    update notices set addressed_at = now() where id = n.id;
  end loop;
end $$;
