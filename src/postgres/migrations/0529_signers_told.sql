-- Whom a draft that waits for a signature is for: the clinician, and whoever holds their standing permission, without who wrote it; with
-- how many wait for each. For the job that writes to them. docs/decisions/0080-who-signs-a-draft.md
create function draft_signers(p_draft bigint, p_person bigint)
returns table (person bigint, address text, language text, choices jsonb, waiting bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job tells' using errcode = 'insufficient_privilege';
  end if;
  return query
    select s.person, s.address, s.language, choices_of('person:' || s.person), count(distinct d.id)
    from drafts d
    join members w on w.id = d.author_id
    cross join lateral member_and_delegates(d.acting_for) s
    where d.to_sign_since is not null and s.person <> w.person_id
      and (p_draft is null or d.id = p_draft) and (p_person is null or s.person = p_person)
    group by s.person, s.address, s.language;
end $$;
revoke execute on function draft_signers(bigint, bigint) from public;
grant execute on function draft_signers(bigint, bigint) to eservices_app;
create index drafts_to_sign on drafts (acting_for) where to_sign_since is not null;
