-- Nodes and all nodes above them, as texts: whose list holds a node stands at it or below it.
create function nodes_along(scopes public.ltree[]) returns text[] language sql immutable as $$
  select array_agg(distinct public.ltree2text(public.subpath(scope, 0, level)))
  from unnest(scopes) as scope, generate_series(1, public.nlevel(scope)) as level
$$;

create index activity_tally_nodes on activity_tally using gin (nodes_along(array_append(executors, scope)));

drop index activity_tally_scope;

create index activity_tally_scope on activity_tally (scope);

-- Who sees a part of the region sees rows of few plans; their ids are found here, by a node of hers (the row's own or an executor's) or by
-- a node above. As the owner, for the reason that 0022 gives: row security lets no condition on a scope use an index. It gives ids only.
create function find_near_plans(above public.ltree[]) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select plan_id from activity_tally where nodes_along(array_append(executors, scope)) && (select sight())::text[]
  union
  select plan_id from activity_tally
  where not of_schools and scope operator(public.=) any (above) and scope operator(public.@>) any ((select sight())::public.ltree[])
$$;
