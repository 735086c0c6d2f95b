-- Answers read by a colleague. docs/decisions/0072-peer-review-by-sample.md. Everything here is reached by functions alone.

create table peer_review_groups (
  service_id bigint primary key references services on delete cascade,
  per_month smallint not null check (per_month between 1 and 50)
);
create table peer_reviewers (
  service_id bigint not null references services on delete cascade,
  member_id bigint not null references members,
  primary key (service_id, member_id)
);
-- Months that were drawn, `YYYY-MM`.
create table peer_draws (
  service_id bigint not null references services on delete cascade,
  month text not null check (month ~ '^\d{4}-\d\d$'),
  primary key (service_id, month)
);
create table peer_reviews (
  id bigint generated always as identity primary key,
  key text not null unique,
  service_id bigint not null references services on delete cascade,
  case_id bigint not null unique references cases,
  author_id bigint not null references members,
  reviewer_id bigint not null references members,
  month text not null,
  drawn_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'given', 'declined')),
  -- { answers, evidence, clear, actionable }, 1 to 5 each.
  ratings jsonb,
  comment text check (char_length(comment) <= 4000),
  safe boolean,
  given_at timestamptz,
  -- The lead has dealt with what was not safe.
  settled_at timestamptz,
  check (author_id <> reviewer_id),
  check ((state = 'given') = (ratings is not null and safe is not null and given_at is not null))
);
create index peer_reviews_reviewer on peer_reviews (reviewer_id) where state = 'open';
create index peer_reviews_author on peer_reviews (author_id);
create index peer_reviews_group on peer_reviews (service_id, month);
call protect('peer_review_groups');
call protect('peer_reviewers');
call protect('peer_draws');
call protect('peer_reviews');

-- A group of the actor's own site that they keep; null otherwise.
create function kept_group(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.id from services v where v.key = p_key and v.kind = 'econsult' and v.site_id = app_site() and keeps_listings(v.site_id)
$$;
-- What a lead sees of their group: how many a month (0: none), who reviews, and the averages of a year once there are five.
create function group_reviews(p_key text)
returns table (per_month integer, reviewers integer, open integer, given integer, ratings jsonb, unsafe jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with g as (select kept_group(p_key) as id), r as (
    select p.* from peer_reviews p, g where p.service_id = g.id and p.drawn_at > app_now() - interval '1 year'
  ), told as (
    select count(*) as many, jsonb_build_object('answers', avg((ratings->>'answers')::numeric), 'evidence',
      avg((ratings->>'evidence')::numeric), 'clear', avg((ratings->>'clear')::numeric), 'actionable',
      avg((ratings->>'actionable')::numeric)) as means from r where state = 'given'
  )
  select coalesce((select per_month from peer_review_groups x where x.service_id = g.id), 0)::integer,
    (select count(*) from peer_reviewers x where x.service_id = g.id)::integer,
    (select count(*) from r where state = 'open' and drawn_at > app_now() - interval '28 days')::integer,
    told.many::integer, case when told.many >= 5 then told.means end,
    coalesce((select jsonb_agg(jsonb_build_object('key', r.key, 'reference', q.reference, 'month', r.month,
        'comment', coalesce(r.comment, '')) order by r.id)
      from r join cases c on c.id = r.case_id join requests q on q.id = c.request_id
      where r.state = 'given' and not r.safe and r.settled_at is null), '[]')
  from g, told where g.id is not null
$$;
create function set_group_reviews(p_key text, p_per_month integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare g bigint := kept_group(p_key);
begin
  if g is null then return false; end if;
  delete from peer_review_groups where service_id = g;
  if p_per_month > 0 then insert into peer_review_groups values (g, p_per_month); end if;
  return true;
end $$;
-- Groups that the actor keeps in which an answer was called not safe, for the top of their list.
create function unsafe_groups() returns table (key text, name jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct v.key, jsonb_build_object('en', v.name_en, 'fr', v.name_fr)
  from peer_reviews p join services v on v.id = p.service_id
  where app_kind() = 'person' and v.site_id = app_site() and p.state = 'given' and not p.safe and p.settled_at is null
    and keeps_listings(v.site_id)
$$;
create function settle_unsafe(p_review text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update peer_reviews p set settled_at = app_now()
  where p.key = p_review and p.state = 'given' and not p.safe and p.settled_at is null
    and exists (select from services v where v.id = p.service_id and kept_group(v.key) = v.id);
  return found;
end $$;

-- Groups in which the actor answers and that have answers reviewed; whether the actor reviews.
create function my_review_groups() returns table (key text, name jsonb, reviewing boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.key, jsonb_build_object('en', v.name_en, 'fr', v.name_fr), r.member_id is not null
  from peer_review_groups g join services v on v.id = g.service_id
  join advice_members m on m.service_id = v.id and m.member_id = app_member()
  left join peer_reviewers r on r.service_id = v.id and r.member_id = app_member()
  where app_kind() = 'person' and app_acting_for() is null order by v.name_en, v.id
$$;
create function set_reviewing(p_key text, p_on boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare g bigint;
begin
  select v.id into g from services v join my_review_groups() m on m.key = v.key where v.key = p_key;
  if g is null then return false; end if;
  delete from peer_reviewers where service_id = g and member_id = app_member();
  if p_on then insert into peer_reviewers values (g, app_member()); end if;
  return true;
end $$;
create function my_open_reviews() returns table (key text, name jsonb, month text, until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.key, jsonb_build_object('en', v.name_en, 'fr', v.name_fr), p.month, p.drawn_at + interval '28 days'
  from peer_reviews p join services v on v.id = p.service_id
  where app_kind() = 'person' and app_acting_for() is null and p.reviewer_id = app_member() and p.state = 'open'
    and p.drawn_at > app_now() - interval '28 days' order by p.id
$$;
-- Of one that the actor has to give: the words of question and answer, and every name of those in it.
create function review_text(p_key text)
returns table (case_id bigint, patient_id bigint, name jsonb, month text, title text, question jsonb, answer jsonb, names text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, q.patient_id, jsonb_build_object('en', v.name_en, 'fr', v.name_fr), p.month, c.state->>'title',
    (select b.body::jsonb from case_events e join event_bodies b using (case_id, seq)
      where e.case_id = c.id and e.type = 'question' and b.body <> '' order by e.seq limit 1),
    (select b.body::jsonb from case_events e join event_bodies b using (case_id, seq)
      where e.case_id = c.id and e.type in ('advice', 'amended') and b.body <> '' order by e.seq desc limit 1),
    array(select c.requester_patient->>'given' union select c.requester_patient->>'family'
      union select c.requester_patient->>'preferredName'
      union select h.name from members m join people h on h.id = m.person_id
        where m.id in (p.author_id, (c.state#>>'{requester,clinician}')::bigint))
  from my_open_reviews() mine join peer_reviews p on p.key = mine.key join services v on v.id = p.service_id
    join cases c on c.id = p.case_id join requests q on q.id = c.request_id
  where mine.key = p_key
$$;
create function give_review(p_key text, p_ratings jsonb, p_safe boolean, p_comment text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update peer_reviews set state = 'given', ratings = p_ratings, safe = p_safe, comment = nullif(p_comment, ''), given_at = app_now()
  where key in (select m.key from my_open_reviews() m where m.key = p_key);
  return found;
end $$;
create function decline_review(p_key text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update peer_reviews set state = 'declined' where key in (select m.key from my_open_reviews() m where m.key = p_key);
  return found;
end $$;
-- What was said of the actor's own answers: by colleagues, without who; by requesters, as averages.
create function reviews_of_me() returns table (name jsonb, month text, ratings jsonb, safe boolean, comment text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('en', v.name_en, 'fr', v.name_fr), p.month, p.ratings, p.safe, coalesce(p.comment, '')
  from peer_reviews p join services v on v.id = p.service_id
  where app_kind() = 'person' and app_acting_for() is null and p.author_id = app_member() and p.state = 'given'
  order by p.month desc, p.key limit 100
$$;
create function ratings_of_me() returns table (answers integer, rated integer, value double precision, quality double precision,
  learnt double precision, avoided integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer, count(provider_value)::integer, avg(provider_value)::double precision, avg(quality)::double precision,
    avg(educational_value)::double precision, (count(*) filter (where referral in ('avoided', 'not-needed')))::integer
  from econsult_figures
  where app_kind() = 'person' and app_acting_for() is null and member_id = app_member() and answered_at > app_now() - interval '1 year'
$$;

-- For the job: groups of which that month was not drawn yet.
create function groups_to_draw(p_month text) returns table (service bigint, per_month integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select g.service_id, g.per_month::integer from peer_review_groups g
  where app_kind() = 'job' and not exists (select from peer_draws d where d.service_id = g.service_id and d.month = p_month)
$$;
-- For the job: answers of the group in that time whose question is closed, with everybody who had it in hand.
create function answers_to_draw(p_service bigint, p_from timestamptz, p_until timestamptz)
returns table ("case" bigint, author bigint, hands bigint[], site text, licence text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.case_id, f.member_id, array(select t.member_id from advice_turns t where t.case_id = f.case_id) || f.requester_member,
    s.name_en, coalesce(m.licence, '')
  from econsult_figures f join cases c on c.id = f.case_id join sites s on s.id = f.requester_site
    join members m on m.id = f.requester_member
  where app_kind() = 'job' and f.service_id = p_service and f.answered_at >= p_from and f.answered_at < p_until
    and c.state->>'status' in ('closed', 'converted') and not exists (select from peer_reviews p where p.case_id = f.case_id)
$$;
create function reviewers_to_draw(p_service bigint) returns table (member bigint, conflicts text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.member_id, m.conflicts from peer_reviewers r
  join advice_members m on m.service_id = r.service_id and m.member_id = r.member_id
  join clinicians_of_service(p_service) c on c.member_id = r.member_id
  where app_kind() = 'job' and r.service_id = p_service
$$;
-- For the job: what was drawn, once a month.
create function keep_draw(p_service bigint, p_month text, p_rows jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' then return false; end if;
  insert into peer_draws values (p_service, p_month) on conflict do nothing;
  if not found then return false; end if;
  insert into peer_reviews (key, service_id, case_id, author_id, reviewer_id, month, drawn_at)
    select r.key, p_service, r."case", r.author, r.reviewer, p_month, app_now()
    from jsonb_to_recordset(p_rows) as r (key text, "case" bigint, author bigint, reviewer bigint) on conflict do nothing;
  return true;
end $$;

do $$
declare f text;
begin
  foreach f in array array['group_reviews(text)', 'set_group_reviews(text, integer)', 'settle_unsafe(text)', 'unsafe_groups()', 'my_review_groups()',
    'set_reviewing(text, boolean)', 'my_open_reviews()', 'review_text(text)', 'give_review(text, jsonb, boolean, text)',
    'decline_review(text)', 'reviews_of_me()', 'ratings_of_me()', 'groups_to_draw(text)',
    'answers_to_draw(bigint, timestamptz, timestamptz)', 'reviewers_to_draw(bigint)', 'keep_draw(bigint, text, jsonb)']
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to eservices_app', f);
  end loop;
end $$;
revoke execute on function kept_group(text) from public;
