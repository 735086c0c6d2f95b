-- Passwords chosen by mail, and what a demonstration's mailbox shows of mail that no notice caused.

-- Where a job writes to somebody who works here; nothing of a suspended person. `resets` in the last hour.
create function account_of(p_person bigint)
returns table (name text, email text, language text, resets bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.name, p.email, p.language, (select count(*) from links l
    where l.person_id = p.id and l.kind = 'reset' and l.made_at > now() - interval '1 hour')
  from people p
  where p.id = p_person and p.suspended_at is null and (app_kind() = 'job' or is_operator())
$$;

-- Whose account the link opens, for whoever holds it: what a new password is held against. Nothing when it is dead.
create function password_link(p_token_hash bytea)
returns table (name text, email text, invited boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.name, p.email, l.kind = 'invite'
  from links l join people p on p.id = l.person_id
  where l.token_hash = p_token_hash and l.kind in ('invite', 'reset') and l.used_at is null and l.voided_at is null
    and l.expires_at > now() and p.suspended_at is null
$$;

-- A reset leaves nothing behind that opens the account another way: older links to it are dead, and its sessions end.
create or replace function redeem_link(the_token_hash bytea, the_hash text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare who bigint;
begin
  update links l set used_at = now()
  where token_hash = the_token_hash and kind in ('invite', 'reset')
    and used_at is null and voided_at is null and expires_at > now()
    and exists (select from people p where p.id = l.person_id and p.suspended_at is null)
  returning person_id into who;
  if who is null then return null; end if;
  update links set voided_at = now()
  where person_id = who and kind in ('invite', 'reset') and used_at is null and voided_at is null;
  insert into credentials (person_id, hash) values (who, the_hash)
    on conflict (person_id) do update set hash = excluded.hash, changed_at = now();
  delete from sessions where person_id = who;
  return who;
end $$;

create table demo_mails (
  message_id text primary key,
  address text not null,
  language text not null check (language in ('en', 'fr')),
  template text not null,
  reference text not null,
  link text not null,
  made_at timestamptz not null default now()
);
call protect('demo_mails');

create function keep_demo_mail(p_message_id text, p_address text, p_language text, p_template text, p_reference text,
  p_link text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into demo_mails (message_id, address, language, template, reference, link)
  select p_message_id, p_address, p_language, p_template, p_reference, p_link
  where (select demo from installation) and app_kind() = 'job'
    and not exists (select from messages m where m.message_id = p_message_id)
  on conflict do nothing
$$;

create function kept_demo_mails(p_limit integer)
returns table (message_id text, address text, name text, language text, template text, reference text, link text,
  made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.message_id, d.address, p.name, d.language, d.template, d.reference, d.link, d.made_at
  from demo_mails d left join people p on p.email = lower(d.address)
  where (select demo from installation)
  order by d.made_at desc limit p_limit
$$;

grant execute on function account_of, password_link, keep_demo_mail, kept_demo_mails to eservices_app;
