-- A register being loaded from a file: the cells as they were read until it is applied, then what it did, so that it can be undone.
create table register_import (
  id uuid not null,
  scope ltree not null,
  created_by uuid not null,
  created_at timestamptz not null,
  file_name text not null,
  state text not null,
  -- Names of sheets with their rows of cells; emptied when the import is applied or discarded.
  sheets jsonb not null,
  -- Chosen sheet, head row and columns.
  layout jsonb not null,
  counts jsonb,
  applied_at timestamptz,
  version integer not null,
  constraint register_import_pkey primary key (id),
  constraint register_import_person foreign key (created_by) references person (id),
  constraint register_import_state check (state in ('draft', 'applied', 'undone'))
);

create index register_import_scope on register_import using gist (scope);

alter table register_import enable row level security;

create policy register_import_all on register_import using (is_below(scope)) with check (is_below(scope));

create trigger register_import_audit after insert or update or delete on register_import
for each row execute function audit_row('register_import', 'sheets');

-- What an applied import did to each unit: the unit as it was before, or null when the import added it.
create table register_import_change (
  id uuid not null,
  register_import_id uuid not null,
  scope ltree not null,
  org_unit_id uuid not null,
  before jsonb,
  version_after integer not null,
  constraint register_import_change_pkey primary key (id),
  constraint register_import_change_import foreign key (register_import_id) references register_import (id)
);

create index register_import_change_import on register_import_change (register_import_id);

alter table register_import_change enable row level security;

create policy register_import_change_all on register_import_change using (is_below(scope)) with check (is_below(scope));

create trigger register_import_change_audit after insert or update or delete on register_import_change
for each row execute function audit_row('register_import_change');
