-- What the payer answered to the lines of closed months, what was done about it, and months settled for good. Nothing is changed or
-- removed: an answer that is taken back has a row that says so. Reached by functions alone. docs/decisions/0067.

alter table pay_sent
  -- What the payer knows the line by. At random: a number would say how many there are, and mistyped be that of another.
  add column claim text not null default 'C' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)),
  -- First day, source and day of the last check of the rule that paid it; null for lines from before these were kept.
  add column rule jsonb;
create unique index pay_sent_claim on pay_sent (claim);

-- A file as it was read: rows without what was not asked for, faults by line.
create table pay_answers (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  month date not null check (extract(day from month) = 1),
  name text not null,
  digest text not null,
  rows jsonb not null,
  faults jsonb not null,
  at timestamptz not null,
  by_member bigint not null references members
);
create index pay_answers_month on pay_answers (month, site_id);
create table pay_answers_taken (
  answer_id bigint primary key references pay_answers,
  at timestamptz not null,
  by_member bigint not null references members,
  -- What each row of the file came to.
  outcomes jsonb not null
);
create table pay_answers_undone (
  answer_id bigint primary key references pay_answers_taken,
  at timestamptz not null,
  by_member bigint not null references members,
  why text not null check (why <> '')
);
create table pay_reckoned (
  answer_id bigint not null references pay_answers_taken,
  claim text not null references pay_sent (claim),
  attempt integer not null check (attempt >= 1),
  cents integer not null,
  code text not null,
  said text not null,
  primary key (answer_id, claim)
);
create index pay_reckoned_claim on pay_reckoned (claim);
create table pay_steps (
  answer_id bigint not null,
  claim text not null,
  what text not null check (what in ('again', 'write-off')),
  why text not null check (why <> ''),
  at timestamptz not null,
  by_member bigint not null references members,
  primary key (answer_id, claim),
  foreign key (answer_id, claim) references pay_reckoned
);
create table pay_settled (
  site_id bigint not null,
  month date not null,
  at timestamptz not null,
  by_member bigint not null references members,
  primary key (site_id, month),
  foreign key (site_id, month) references pay_periods
);
do $$ declare t text; begin
  foreach t in array array['pay_answers', 'pay_answers_taken', 'pay_answers_undone', 'pay_reckoned', 'pay_steps', 'pay_settled'] loop
    call protect(t::regclass);
    execute format('create trigger append_only before update or delete or truncate on %I for each statement
      execute function forbid_change()', t);
  end loop;
end $$;

drop function pay_sent_lines();
create function pay_sent_lines()
returns table (site bigint, month date, service bigint, reference text, side text, member bigint, name text, day date, code text,
  paid_minutes integer, cents integer, correcting boolean, claim text, rule jsonb, settled boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees)
  select l.site_id, l.month, l.case_id, r.reference, l.side, l.member_id, p.name, l.day, l.code, l.paid_minutes, l.cents,
    l.correcting, l.claim, l.rule, s.site_id is not null
  from scope, pay_sent l join cases c on c.id = l.case_id join requests r on r.id = c.request_id
    join members m on m.id = l.member_id join people p on p.id = m.person_id
    left join pay_settled s on s.site_id = l.site_id and s.month = l.month
  where scope.sees = 'all' or scope.sees = 'site' and l.site_id = app_site() or scope.sees = 'own' and l.member_id = app_member()
  order by l.month, p.name, l.day, l.case_id
$$;

create or replace function close_pay_month(p_month date, p_lines jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if figures_for() <> 'site' or (p_month + interval '1 month')::date > (p_now at time zone
    (select zone from sites where id = app_site()))::date then return false; end if;
  insert into pay_periods values (app_site(), p_month, p_now, app_member()) on conflict do nothing;
  if not found then return false; end if;
  if exists (select from jsonb_array_elements(p_lines) l where not exists (select from members m
    where m.id = (l->>'member')::bigint and m.site_id = app_site())) then raise exception 'a line of another site'; end if;
  insert into pay_sent (site_id, month, case_id, side, member_id, day, code, paid_minutes, cents, correcting, rule)
  select app_site(), p_month, (l->>'service')::bigint, l->>'side', (l->>'member')::bigint, (l->>'day')::date, l->>'code',
    (l->>'paidMinutes')::integer, (l->>'cents')::integer, (l->>'correcting')::boolean, nullif(l->'rule', 'null')
  from jsonb_array_elements(p_lines) l;
  return true;
end $$;

-- Whether the actor may hold an answer against lines of the site: a steward of the programme of any, a lead of their own.
create function keeps_pay(p_site bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case figures_for() when 'all' then true when 'site' then p_site = app_site() else false end
$$;

-- One at a time: what is taken is worked out from what was taken before.
create function lock_pay() returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(hashtext('pay_answers')::bigint)
$$;

-- What the payer said to lines the actor sees, of answers that stand.
create function pay_reckoned_lines()
returns table (claim text, attempt integer, cents integer, code text, said text, step text, why text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees)
  select r.claim, r.attempt, r.cents, r.code, r.said, s.what, s.why
  from scope, pay_reckoned r join pay_sent l on l.claim = r.claim
    left join pay_steps s on s.answer_id = r.answer_id and s.claim = r.claim
  where (scope.sees = 'all' or scope.sees = 'site' and l.site_id = app_site() or scope.sees = 'own' and l.member_id = app_member())
    and not exists (select from pay_answers_undone u where u.answer_id = r.answer_id)
$$;

-- Files of the programme for its stewards, of a site for its leads: of a month, or the one with a key.
create function pay_answer_files(p_month date, p_key text)
returns table (key text, month date, name text, rows jsonb, faults jsonb, at timestamptz, by_name text, taken_at timestamptz,
  taken_by text, outcomes jsonb, undone_at timestamptz, undone_by text, undone_why text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.key, a.month, a.name, a.rows, a.faults, a.at, p.name, t.at, tp.name, t.outcomes, u.at, up.name, u.why
  from pay_answers a join members m on m.id = a.by_member join people p on p.id = m.person_id
    left join pay_answers_taken t on t.answer_id = a.id
    left join members tm on tm.id = t.by_member left join people tp on tp.id = tm.person_id
    left join pay_answers_undone u on u.answer_id = a.id
    left join members um on um.id = u.by_member left join people up on up.id = um.person_id
  where figures_for() in ('site', 'all') and a.site_id = app_site() and (p_month is null or a.month = p_month)
    and (p_key is null or a.key = p_key)
  order by a.at desc, a.id desc
$$;

-- Keeps a file as it was read; the key of the same file where it stands or waits already. Null: not for the actor.
create function keep_pay_answer(p_file jsonb, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_key text;
begin
  if figures_for() not in ('site', 'all') then return null; end if;
  select a.key into found_key from pay_answers a
  where a.site_id = app_site() and a.month = (p_file->>'month')::date and a.digest = p_file->>'digest'
    and not exists (select from pay_answers_undone u where u.answer_id = a.id)
  order by a.id desc limit 1;
  if found then return found_key; end if;
  insert into pay_answers (key, site_id, month, name, digest, rows, faults, at, by_member)
  values (p_file->>'key', app_site(), (p_file->>'month')::date, p_file->>'name', p_file->>'digest', p_file->'rows', p_file->'faults',
    p_now, app_member());
  return p_file->>'key';
end $$;

-- Takes rows of a file. False: not the actor's, or taken before. Every row must be of a line of the file's month that the actor
-- keeps, not settled, and not answered at this attempt.
create function take_pay_answer(p_key text, p_rows jsonb, p_outcomes jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare answer pay_answers;
begin
  select * into answer from pay_answers a where a.key = p_key and a.site_id = app_site() and figures_for() in ('site', 'all');
  if not found then return false; end if;
  insert into pay_answers_taken values (answer.id, p_now, app_member(), p_outcomes) on conflict do nothing;
  if not found then return false; end if;
  if exists (select from jsonb_array_elements(p_rows) r where not exists (select from pay_sent l where l.claim = r->>'claim'
      and l.month = answer.month and keeps_pay(l.site_id)
      and not exists (select from pay_settled s where s.site_id = l.site_id and s.month = l.month)
      and not exists (select from pay_reckoned k where k.claim = l.claim and k.attempt >= (r->>'attempt')::integer
        and not exists (select from pay_answers_undone u where u.answer_id = k.answer_id)))) then
    raise exception 'a row that this answer cannot take';
  end if;
  insert into pay_reckoned
  select answer.id, r->>'claim', (r->>'attempt')::integer, (r->>'cents')::integer, r->>'code', r->>'said'
  from jsonb_array_elements(p_rows) r;
  return true;
end $$;

-- Takes an answer back as a whole: 'settled' when a month of it is, 'later' when another answers what was claimed again after it.
create function undo_pay_answer(p_key text, p_why text, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare answer bigint;
begin
  select a.id into answer from pay_answers a join pay_answers_taken t on t.answer_id = a.id
  where a.key = p_key and a.site_id = app_site() and figures_for() in ('site', 'all');
  if not found then return 'missing'; end if;
  if exists (select from pay_answers_undone u where u.answer_id = answer) then return 'missing'; end if;
  if exists (select from pay_reckoned r join pay_sent l on l.claim = r.claim
    join pay_settled s on s.site_id = l.site_id and s.month = l.month where r.answer_id = answer) then return 'settled'; end if;
  if exists (select from pay_reckoned r join pay_reckoned k on k.claim = r.claim and k.attempt > r.attempt
    where r.answer_id = answer and not exists (select from pay_answers_undone u where u.answer_id = k.answer_id)) then
    return 'later';
  end if;
  insert into pay_answers_undone values (answer, p_now, app_member(), p_why);
  return 'done';
end $$;

-- What is done about the newest answer to a claim. False: not the actor's, settled, or something was done already.
create function step_pay_claim(p_claim text, p_attempt integer, p_step jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into pay_steps
  select r.answer_id, r.claim, p_step->>'what', p_step->>'why', p_now, app_member()
  from pay_reckoned r join pay_sent l on l.claim = r.claim
  where r.claim = p_claim and r.attempt = p_attempt and keeps_pay(l.site_id)
    and not exists (select from pay_answers_undone u where u.answer_id = r.answer_id)
    and not exists (select from pay_settled s where s.site_id = l.site_id and s.month = l.month)
  on conflict do nothing;
  return found;
end $$;

-- Closes months of sites for good. False: not the actor's, not closed, or settled before.
create function settle_pay_month(p_month date, p_sites bigint[], p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into pay_settled
  select p.site_id, p.month, p_now, app_member() from pay_periods p
  where p.month = p_month and p.site_id = any (p_sites) and keeps_pay(p.site_id)
  on conflict do nothing;
  return found;
end $$;

create function pay_settled_months() returns table (site bigint, month date, at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select site_id, s.month, s.at from pay_settled s
  where app_kind() = 'person' and (figures_for() = 'all' or site_id = app_site()) order by s.month
$$;

revoke execute on function pay_sent_lines(), keeps_pay(bigint), lock_pay(), pay_reckoned_lines(), pay_answer_files(date, text),
  keep_pay_answer(jsonb, timestamptz), take_pay_answer(text, jsonb, jsonb, timestamptz), undo_pay_answer(text, text, timestamptz),
  step_pay_claim(text, integer, jsonb, timestamptz), settle_pay_month(date, bigint[], timestamptz), pay_settled_months() from public;
grant execute on function pay_sent_lines(), lock_pay(), pay_reckoned_lines(), pay_answer_files(date, text),
  keep_pay_answer(jsonb, timestamptz), take_pay_answer(text, jsonb, jsonb, timestamptz), undo_pay_answer(text, text, timestamptz),
  step_pay_claim(text, integer, jsonb, timestamptz), settle_pay_month(date, bigint[], timestamptz), pay_settled_months()
  to eservices_app;
