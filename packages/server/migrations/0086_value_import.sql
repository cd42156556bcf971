-- Values of many schools out of one file: what was read until it is applied, then what stood there before, so that it can be undone as a whole.
create table value_import (
  id uuid not null,
  -- Below which schools are looked for.
  scope ltree not null,
  period_code text not null,
  file_name text not null,
  state text not null,
  -- Values and cells that were not understood; emptied when the import is applied or discarded.
  reading jsonb not null,
  -- Of an applied import: what each of its values took the place of.
  before jsonb not null,
  counts jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  version integer not null,
  constraint value_import_pkey primary key (id),
  constraint value_import_person foreign key (created_by) references person (id),
  constraint value_import_state check (state in ('draft', 'applied', 'undone', 'discarded'))
);

create index value_import_scope on value_import using gist (scope);

alter table value_import enable row level security;

create policy value_import_all on value_import using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger value_import_audit after insert or update or delete on value_import
for each row execute function audit_row('value_import', 'reading', 'before');
