-- A contact may agree to text messages at the practice. docs/decisions/0069-text-messages-agreed.md

-- Where notices to a contact go, by the case and by the practice's list as it is now: the e-mail address they agreed to, else
-- the number they agreed to texts on; null: nowhere.
create function way_to_contact(told jsonb, listed jsonb) returns text
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case
    when told->>'emailConsent' = 'yes' and coalesce(listed->>'emailConsent', 'yes') = 'yes'
      and coalesce(listed->>'email', told->>'email', '') <> '' then coalesce(listed->>'email', told->>'email')
    when told->>'textConsent' = 'yes' and (listed is null or listed->>'textConsent' = 'yes')
      then nullif(coalesce(listed->>'phone', told->>'phone'), '')
  end
$$;

-- As 0202, and those who agreed to texts and not to e-mail.
create or replace function contacts_of_case(p_case bigint) returns table (contact bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with listed as (
    select distinct on (lower(w.way))
      l.id, w.way as address, coalesce(l.details->>'language', c.value->>'language', 'en') as language
    from cases k
    cross join jsonb_array_elements(coalesce(k.requester_patient->'contacts', '[]')) with ordinality c (value, place)
    left join patient_contacts l on l.id = (c.value->>'id')::bigint
    cross join lateral (select way_to_contact(c.value, l.details) as way) w
    where k.id = p_case
      and not coalesce((k.state#>>'{patient,deceased}')::boolean, false)
      and w.way is not null and (l.id is not null or c.value->>'id' is null)
    order by lower(w.way), c.place
  )
  select * from listed
  union all
  select null, h.email, h.language from request_helpers h join cases k on k.request_id = h.request_id
  where k.id = p_case and h.withdrawn_at is null and not coalesce((k.state#>>'{patient,deceased}')::boolean, false)
    and not exists (select from listed where lower(listed.address) = lower(h.email))
$$;

-- As 0202: who got the link by text or on paper has a second way by mail, who got it by mail one by phone.
create or replace function second_channel(p_link bigint) returns table (channel text, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when l.sent_to like '%@%' then 'sms' else 'mail' end,
    case when l.sent_to like '%@%' then nullif(c.details->>'phone', '') else nullif(c.details->>'email', '') end, l.language
  from links l join requests r on r.id = l.request_id
  join patient_contacts c on c.id = coalesce(l.contact_id,
    case when l.sent_to is null then (select o.id from patient_contacts o where o.patient_id = r.patient_id and o.position = 0) end)
  where l.id = p_link and l.kind = 'patient' and l.voided_at is null
    and case when l.sent_to like '%@%' then c.details->>'phone' <> ''
      else c.details->>'emailConsent' = 'yes' and c.details->>'email' <> '' end
$$;

-- The answer about texts and the number it is for; null where it was not asked.
create function texts_agreed(details jsonb) returns text
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select nullif(details->>'textConsent', 'not-asked') || ' ' || (details->>'phone')
$$;
-- As 0341, with both: written with the answers, and with the address or number that each is for.
create or replace function keep_consent() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.details->>'emailConsent', lower(new.details->>'email'),
      texts_agreed(new.details))
    is not distinct from (old.details->>'emailConsent', lower(old.details->>'email'), texts_agreed(old.details)) then
    new.consent_at := old.consent_at;
    new.consent_by := old.consent_by;
  elsif coalesce(new.details->>'emailConsent', 'not-asked') = 'not-asked'
    and coalesce(new.details->>'textConsent', 'not-asked') = 'not-asked' then
    new.consent_at := null;
    new.consent_by := null;
  else
    new.consent_at := now();
    new.consent_by := app_member();
  end if;
  return new;
end $$;

-- As 0341, by what the contact agreed to for the address that the link was sent to.
create or replace function message_stopped(m messages) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when n.template in ('reminder', 'late', 'late-at-your-site', 'late-in-the-network', 'patient-reminder')
      and c.turn > n.seq then 'turn-passed'
    when n.template = 'patient-visit' and (c.state->>'status' not in ('booked', 'confirmed')
      or c.state#>>'{appointment,start}' is distinct from n.params->>'start') then 'visit-moved'
    when m.link_id is not null and coalesce((c.state#>>'{patient,deceased}')::boolean, false) then 'deceased'
    when m.link_id is not null and exists (select from links l where l.id = m.link_id and l.voided_at is not null)
      then 'link-closed'
    when m.link_id is not null and exists (select from links l join patient_contacts o on o.id = l.contact_id
      where l.id = m.link_id and coalesce(o.details->>(case when coalesce(l.sent_to, '@') like '%@%' then 'emailConsent' else 'textConsent' end),
        'not-asked') <> 'yes') then 'no-consent'
    when m.recipient like 'person:%' and exists (select from people p
      where p.id = substr(m.recipient, 8)::bigint and p.suspended_at is not null) then 'suspended'
  end
  from notices n join cases c on c.id = n.case_id where n.id = m.notice_id
$$;

-- As 0200; who was reached by text alone has texts until they choose, and nothing else to choose.
create or replace function my_message_choices() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(choices_of(choosing_recipient()), (
    select jsonb_build_object('channel', 'sms', 'smsTo', l.sent_to, 'muted', '[]'::jsonb, 'digestAt', null,
      'zone', 'America/Toronto', 'quiet', null)
    from links l where app_kind() = 'patient' and l.id = app_link() and l.sent_to not like '%@%'))
$$;
create function my_mail_agreed() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() <> 'patient' or exists (select from links l where l.id = app_link() and (l.sent_to is null or l.sent_to like '%@%'))
$$;
revoke execute on function way_to_contact(jsonb, jsonb), texts_agreed(jsonb), my_mail_agreed() from public;
grant execute on function my_mail_agreed(), texts_agreed(jsonb) to eservices_app;
