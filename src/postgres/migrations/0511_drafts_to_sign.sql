-- A draft waits for a clinician's signature since then; `acting_for` is that clinician. Docs/decisions/0080.
alter table drafts add column to_sign_since timestamptz;

-- Its author gives it to a clinician of the same site, who sees it from now on and may send it; true when it is so.
create function give_draft_to_sign(p_key text, p_signer bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update drafts d set acting_for = p_signer, to_sign_since = now()
  where d.key = p_key and app_kind() = 'person' and d.site_id = app_site() and d.author_id = app_member()
    and exists (select from members m join people p on p.id = m.person_id
      where m.id = p_signer and m.id <> d.author_id and m.site_id = d.site_id
        and 'clinician' = any (m.roles) and m.suspended_at is null and p.suspended_at is null
        and current_date between m.from_day and coalesce(m.until_day, 'infinity'));
  return found;
end $$;
grant execute on function give_draft_to_sign(text, bigint) to eservices_app;
