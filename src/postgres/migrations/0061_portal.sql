-- The patient's door. A visitor holds a token and says a birth date; what is behind the door opens to a session only.

-- A link that opens: it may be of a patient, is not closed and not too old.
create function patient_link_lives(p_token_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from links
    where token_hash = p_token_hash and kind = 'patient' and voided_at is null and expires_at > now())
$$;

-- Is this the birth date of the request's patient, by the practice's list or by the cases?
create function born_on(p_request bigint, p_day text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from requests r join patients p on p.id = r.patient_id
      where r.id = p_request and p.birth_date::text = p_day)
    or exists (select from cases c where c.request_id = p_request
      and p_day in (c.requester_patient->>'birthDate', c.receiver_patient->>'birthDate'))
$$;

-- Tries a birth date. `result`: opened, with a session of that hash; wrong, with the tries that are left; dead, for a
-- link that is closed, too old or was never made, all three alike. The fifth wrong date closes it: `told` is then the
-- case whose sender must hear of it.
create function open_patient_link(p_token_hash bytea, p_day text, p_session_hash bytea)
returns table (result text, tries_left integer, link bigint, told bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links; n integer;
begin
  select * into l from links k where k.token_hash = p_token_hash and k.kind = 'patient' for update;
  if not found or l.voided_at is not null or l.expires_at <= now() then
    return query select 'dead', 0, l.id, null::bigint; return;
  end if;
  if not born_on(l.request_id, p_day) then
    n := l.wrong_dates + 1;
    update links set wrong_dates = n,
      voided_at = case when n >= 5 then now() end, voided_why = case when n >= 5 then 'wrong-date' end
      where id = l.id;
    if n < 5 then return query select 'wrong', 5 - n, l.id, null::bigint; return; end if;
    delete from sessions where link_id = l.id;
    return query select 'dead', 0, l.id, (select max(c.id) from cases c where c.request_id = l.request_id); return;
  end if;
  update links set used_at = coalesce(used_at, now()), wrong_dates = 0 where id = l.id;
  insert into sessions (token_hash, link_id) values (p_session_hash, l.id);
  update messages set state = 'opened', state_at = now() where link_id = l.id and messages.state = 'sent';
  perform notice_follows(m.notice_id, 'opened') from messages m where m.link_id = l.id and m.state = 'opened';
  return query select 'opened', 5, l.id, null::bigint;
end $$;

-- "This was not for me": the link closes, its sessions end. The case whose sender must hear of it, once.
create function refuse_patient_link(p_token_hash bytea) returns table (link bigint, told bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links;
begin
  update links k set voided_at = now(), voided_why = 'not-me'
    where k.token_hash = p_token_hash and k.kind = 'patient' and k.voided_at is null and k.expires_at > now()
    returning k.* into l;
  if l.id is null then return; end if;
  delete from sessions where link_id = l.id;
  return query select l.id, (select max(c.id) from cases c where c.request_id = l.request_id);
end $$;

-- What a job must know to tell a case's sender of something that happened outside the case.
create function case_sender()
returns table (seq integer, site bigint, unit bigint, reference text, type text, status text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.version, (c.state#>>'{requester,site}')::bigint, (c.state#>>'{requester,unit}')::bigint, r.reference,
    c.type, c.state->>'status'
  from cases c join requests r on r.id = c.request_id
  where app_kind() = 'job' and c.id = app_case()
$$;

-- For a patient: who opened or changed their request, newest first. Tries of others that were refused are not in it.
create function my_record(p_limit integer)
returns table (at timestamptz, kind text, name text, site_en text, site_fr text, act text, what text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with mine as (
    select r.id, r.patient_id, array(select c.id from cases c where c.request_id = r.id) as cases,
      array(select x.attachment_id from case_attachments x join cases c on c.id = x.case_id where c.request_id = r.id)
        as files
    from requests r where app_kind() = 'patient' and r.id = app_request()
  )
  select a.at, a.kind::text, p.name, s.name_en, s.name_fr, a.act, a.what
  from mine join audit a on a.patient = mine.patient_id
  left join members m on m.id = a.member left join people p on p.id = m.person_id
  left join sites s on s.id = a.site
  where a.result = 'o' and (
    (a.what = 'request' and mine.id = any (a.ids)) or (a.what = 'case' and mine.cases && a.ids)
    or (a.what = 'attachment' and mine.files && a.ids))
  order by a.id desc limit p_limit
$$;

grant execute on function patient_link_lives(bytea), open_patient_link(bytea, text, bytea), refuse_patient_link(bytea),
  case_sender(), my_record(integer) to eservices_app;
