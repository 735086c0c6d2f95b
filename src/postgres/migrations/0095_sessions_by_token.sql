-- Who has the token keeps a session alive or ends it; its number alone does neither.
drop function touch_session(bigint);
drop function close_session(bigint);

create function touch_session(the_token_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions set seen_at = now() where token_hash = the_token_hash and seen_at < now() - interval '1 minute'
$$;

create function close_session(the_token_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sessions where token_hash = the_token_hash
$$;

grant execute on function touch_session, close_session to eservices_app;
