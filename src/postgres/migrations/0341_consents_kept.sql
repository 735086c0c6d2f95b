-- Who wrote down whether a contact agrees to e-mail, and when; and nothing goes to a contact who has taken it back.

alter table patient_contacts
  add column consent_at timestamptz,
  -- Null: nobody at work here (the operator, or before this was kept).
  add column consent_by bigint references members;

-- Written with the answer, and with the address that it is for; never by hand.
create function keep_consent() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.details->>'emailConsent', lower(new.details->>'email'))
    is not distinct from (old.details->>'emailConsent', lower(old.details->>'email')) then
    new.consent_at := old.consent_at;
    new.consent_by := old.consent_by;
  elsif coalesce(new.details->>'emailConsent', 'not-asked') = 'not-asked' then
    new.consent_at := null;
    new.consent_by := null;
  else
    new.consent_at := now();
    new.consent_by := app_member();
  end if;
  return new;
end $$;
create trigger keep_consent before insert or update on patient_contacts for each row execute function keep_consent();

-- As 0201, and of whom agreed no more: what waits for the morning, or for others, does not go either.
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
      where l.id = m.link_id and o.details->>'emailConsent' <> 'yes') then 'no-consent'
    when m.recipient like 'person:%' and exists (select from people p
      where p.id = substr(m.recipient, 8)::bigint and p.suspended_at is not null) then 'suspended'
  end
  from notices n join cases c on c.id = n.case_id where n.id = m.notice_id
$$;
