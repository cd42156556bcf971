create table org_unit (
  id uuid not null,
  parent_id uuid,
  -- The node's own path in the tree; everything that belongs to the node carries it.
  scope ltree not null,
  kind text not null,
  name text not null,
  short_name text not null,
  settlement text,
  inn text,
  ogrn text,
  code text,
  opened_on date,
  closed_on date,
  version integer not null,
  constraint org_unit_pkey primary key (id),
  constraint org_unit_parent foreign key (parent_id) references org_unit (id),
  constraint org_unit_scope unique (scope),
  constraint org_unit_code unique (code),
  constraint org_unit_kind check (kind in ('region', 'authority', 'institute', 'municipality', 'school', 'branch')),
  constraint org_unit_root check ((kind = 'region') = (parent_id is null)),
  constraint org_unit_dates check (closed_on >= opened_on)
);

create index org_unit_parent on org_unit (parent_id);

create index org_unit_scope_tree on org_unit using gist (scope);

alter table org_unit enable row level security;

-- The tree above one's own node is seen too: a school knows its municipality and the region's bodies.
create policy org_unit_read on org_unit for select using (is_along(scope));

create policy org_unit_insert on org_unit for insert with check (is_below(scope));

create policy org_unit_update on org_unit for update using (is_below(scope)) with check (is_below(scope));

create trigger org_unit_audit after insert or update or delete on org_unit
for each row execute function audit_row('org_unit');
