-- Whether somebody of a group could take a question of the actor's: those who could be named (as 0525), and where the group is. A group
-- of which nobody agreed to anything, and that a person assigns for, says nothing of it and is left out.
create function groups_free(p_services text[], p_now timestamptz) returns table (key text, zone text, members jsonb)
language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if app_kind() <> 'person' then return; end if;
  return query select v.key, s.zone,
    (select coalesce(jsonb_agg(jsonb_build_object('absences', k.absences, 'full', k.is_full)), '[]')
      from advice_specialists(v.key, p_now, date_trunc('week', p_now at time zone s.zone) at time zone s.zone) k)
  from services v join sites s on s.id = v.site_id
  where v.key = any (p_services) and v.kind = 'econsult' and v.member_id is null and v.ended_at is null
    and (assigns_itself(v.key) or exists (select from advice_members a where a.service_id = v.id));
end $$;
revoke execute on function groups_free(text[], timestamptz) from public;
grant execute on function groups_free(text[], timestamptz) to eservices_app;
