-- A way to the patient's page that the office gives: a letter with a code, or a new link after one was closed.

-- The request of this key when the actor's site sent one of its cases, or has one in hand.
create function request_at_work(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id from requests r
  where r.key = p_key and app_kind() = 'person' and exists (select from case_access a
    where a.request_id = r.id and a.party = app_party() and a.until_seq is null
      and (a.side = 'requester' or (a.side = 'receiver' and a.due is not null)))
$$;

-- The letter that opens the page now, and how many links to mailboxes are closed.
create function patient_ways(p_key text) returns table (nonce text, made_at timestamptz, closed integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as (select request_at_work(p_key) as id)
  select l.nonce, l.made_at, (
      select count(*)::integer from links c
      where c.request_id = asked.id and c.sent_to is not null and c.voided_why in ('wrong-date', 'not-me'))
  from asked
  left join lateral (
    select * from links k
    where k.request_id = asked.id and k.kind = 'patient' and k.nonce is not null and k.sent_to is null
      and k.voided_at is null and k.expires_at > now()
    order by k.id desc limit 1
  ) l on true
  where asked.id is not null
$$;

-- A new letter takes the place of the one before. False when the request is not this actor's.
create function make_letter(p_key text, p_nonce text, p_token_hash bytea, p_language text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_request bigint := request_at_work(p_key);
begin
  if the_request is null then return false; end if;
  update links set voided_at = now(), voided_why = 'replaced'
    where request_id = the_request and kind = 'patient' and nonce is not null and sent_to is null and voided_at is null;
  insert into links (token_hash, nonce, kind, request_id, language, expires_at)
    values (p_token_hash, p_nonce, 'patient', the_request, p_language, now() + interval '1 year');
  return true;
end $$;

-- The address was checked: what is closed no longer stands in the way, and the latest news goes out again with a new link.
-- The notice to send; null when there is none or the request is not this actor's.
create function renew_patient_links(p_key text) returns table (notice bigint, "case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_request bigint := request_at_work(p_key);
begin
  if the_request is null then return; end if;
  update links set voided_why = 'replaced'
    where request_id = the_request and sent_to is not null and voided_why in ('wrong-date', 'not-me');
  return query
    update notices n set addressed_at = null, state = 'queued', why = null, state_at = app_now()
    where n.id = (select max(m.id) from notices m where m.recipient_kind = 'patient' and m.recipient_id = the_request)
    returning n.id, n.case_id;
end $$;

grant execute on function patient_ways(text), make_letter(text, text, bytea, text), renew_patient_links(text)
  to eservices_app;
