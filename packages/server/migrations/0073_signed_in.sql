-- Who stands behind a session, in one statement where a transaction took five: it is asked before every request. Enters as the system does, for
-- before this nobody is known; row security is as for any statement of the application. One row for each role held on the day, or one without.
create function find_signed_in(region text, session_id text, today date) returns table (
  person_id uuid, expires_at timestamptz, revoked_at timestamptz, last_seen_at timestamptz, stage text, chosen_id uuid,
  held_id uuid, role text, scope public.ltree
) language plpgsql as $$
#variable_conflict use_column
begin
  execute format('select %I.enter($1, %L, %L, %L)', region, '', 'region', '') using region;
  return query
    select session.person_id, session.expires_at, session.revoked_at, session.last_seen_at, session.stage, session.role_assignment_id,
      held.id, held.role, held.scope
    from session
    left join role_assignment as held on held.person_id = session.person_id
      and held.from_on <= today and (held.until_on is null or held.until_on >= today)
    where session.id = session_id;
end
$$;
