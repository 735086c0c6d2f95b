-- What every request that is sent looks for first, planned once a connection.
create function my_receipt(p_key text) returns table (body_hash text, led jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query select encode(body_hash, 'hex'), led from receipts where sender = (select app_sender()) and key = p_key;
end $$;

-- Into which services what arrives at this one is split.
create function splits_of(p_service bigint) returns table (key text, "nameEn" text, "nameFr" text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query select v.key, v.name_en, v.name_fr from service_splits p join services v on v.id = p.into_id and v.ended_at is null
    where p.service_id = p_service order by p.position, v.id;
end $$;
revoke execute on function my_receipt(text), splits_of(bigint) from public;
grant execute on function my_receipt(text), splits_of(bigint) to eservices_app;
