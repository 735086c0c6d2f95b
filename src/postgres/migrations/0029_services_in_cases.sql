-- What decisions on cases must know of the directory.

-- Of the service of a case, when a verb locks it: promised spans by status, and whether its patients book themselves.
create function service_terms(p_service bigint) returns table (promise jsonb, patient_books boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when v.promise_days is not null then jsonb_build_object(
      case v.kind when 'econsult' then 'assigned' else 'sent' end, jsonb_build_object('businessDays', v.promise_days)) end,
    false
  from services v where v.id = p_service
$$;

-- Of services that a form names by key: those that may be asked, by either type of case.
create function service_facts(p_keys text[])
returns table (key text, service bigint, site bigint, unit bigint, member bigint, accepting boolean,
  off_network boolean, type text, promise jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.key, v.id, v.site_id, v.unit_id, v.member_id,
    v.accepting and coalesce(v.paused_until, '-infinity') <= current_date and s.suspended_at is null,
    not s.on_network, case v.kind when 'econsult' then 'econsult' else 'referral' end,
    (select t.promise from service_terms(v.id) t)
  from services v join sites s on s.id = v.site_id
  where v.key = any (p_keys) and v.ended_at is null
$$;

-- Names for lists, also of services that have ended.
create function service_names(p_services bigint[]) returns table (service bigint, key text, name_en text, name_fr text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id, services.key, services.name_en, services.name_fr from services where id = any (p_services)
$$;

grant execute on function service_facts(text[]), service_names(bigint[]) to eservices_app;
