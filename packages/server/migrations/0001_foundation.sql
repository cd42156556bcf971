-- One schema holds one region; its name is the search path while this runs. Extensions live in public.
create extension if not exists ltree schema public;

create extension if not exists pg_trgm schema public;

create extension if not exists btree_gist schema public;

-- The only door into a transaction: who acts, what part of the organisation tree she sees, and under which operation.
-- `set local` and not set_config, so that the settings reach every node when regions are spread over several.
create function enter(region text, actor text, scopes text, operation text) returns void language plpgsql as $$
begin
  execute format('set local search_path = %I, public', region);
  execute format('set local app.actor = %L', actor);
  execute format('set local app.scopes = %L', scopes);
  execute format('set local app.operation = %L', operation);
end
$$;

-- May the actor see a row with this scope? Reads settings only, no table, so that policies stay local to the row.
create function is_below(scope public.ltree) returns boolean language sql stable as $$
  select scope operator(public.<@) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
$$;

-- As above, and rows of the nodes above the actor's: an order of the region addresses every school in it.
create function is_along(scope public.ltree) returns boolean language sql stable as $$
  select scope operator(public.<@) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
      or scope operator(public.@>) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
$$;

-- Each writing transaction writes one row here: who did what, by which request. Its id ties the audit rows together.
create table operation (
  id uuid not null,
  name text not null,
  actor_id uuid,
  request_id text not null,
  scope ltree not null,
  at timestamptz not null,
  constraint operation_pkey primary key (id)
);

create index operation_at on operation (at);

alter table operation enable row level security;

create policy operation_read on operation for select using (is_below(scope));

create policy operation_write on operation for insert with check (true);

-- Every change of every row, with old and new values. Append-only: the application role may only insert and read.
create table audit (
  id bigint generated always as identity,
  at timestamptz not null,
  operation_id uuid,
  actor_id uuid,
  table_name text not null,
  row_id text not null,
  change text not null,
  old_row jsonb,
  new_row jsonb,
  scope ltree not null,
  constraint audit_pkey primary key (id),
  constraint audit_change check (change in ('insert', 'update', 'delete'))
);

create index audit_row on audit (table_name, row_id, at);

create index audit_at on audit (at);

create index audit_scope on audit using gist (scope);

alter table audit enable row level security;

create policy audit_read on audit for select using (is_below(scope));

create policy audit_write on audit for insert with check (true);

-- Row trigger of every table that is audited. Arguments: the table's name (a shard has another one), then columns whose values
-- must not be kept (secrets): they are written as «changed» marks.
create function audit_row() returns trigger language plpgsql as $$
declare
  old_value jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_value jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  secret text;
begin
  if old_value = new_value then
    return null;
  end if;
  for n in 1 .. tg_nargs - 1 loop
    secret := tg_argv[n];
    if new_value ? secret and old_value ->> secret is distinct from new_value ->> secret then
      new_value := jsonb_set(new_value, array[secret], '"…"');
    else
      new_value := new_value - secret;
    end if;
    old_value := old_value - secret;
  end loop;
  insert into audit (at, operation_id, actor_id, table_name, row_id, change, old_row, new_row, scope)
  values (
    clock_timestamp(),
    nullif(current_setting('app.operation', true), '')::uuid,
    nullif(current_setting('app.actor', true), '')::uuid,
    tg_argv[0],
    coalesce(new_value, old_value) ->> 'id',
    lower(tg_op),
    old_value,
    new_value,
    (coalesce(new_value, old_value) ->> 'scope')::public.ltree
  );
  return null;
end
$$;
