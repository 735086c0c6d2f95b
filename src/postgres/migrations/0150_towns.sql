-- A town as people type it: case and accents do not matter, nor "St." and "St".
create function plain_town(town text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select translate(lower(replace(town, '.', '')), 'àâäçéèêëîïôöùûüÿ’', 'aaaceeeeiioouuuy''')
$$;
create index sites_town on sites (plain_town(city));
grant execute on function plain_town to eservices_app;
