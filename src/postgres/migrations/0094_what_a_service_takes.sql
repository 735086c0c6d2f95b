-- What a service takes, beside its ages and languages, so that a search fits it to a patient.
alter table services add column will_not_see_en text not null default '';
alter table services add column will_not_see_fr text not null default '';
-- What it wants done before somebody is sent.
alter table services add column needed_en text not null default '';
alter table services add column needed_fr text not null default '';
-- First letters of the postal codes it serves (K east, L centre, M Toronto, N west, P north); empty for all of Ontario.
alter table services add column regions text[] not null default '{}' check (regions <@ array['K', 'L', 'M', 'N', 'P']);
alter table services add column ways text[] not null default '{}'
  check (ways <@ array['econsult', 'referral', 'direct-booking', 'self-referral']);
-- What the patient pays; '' for nothing.
alter table services add column cost_en text not null default '';
alter table services add column cost_fr text not null default '';
alter table services add column accessibility text[] not null default '{}'
  check (accessibility <@ array['wheelchair', 'transit', 'parking', 'interpreter']);

update services set ways = case kind when 'econsult' then '{econsult}' when 'referral' then '{referral}' else '{self-referral}' end::text[];
