-- What a table of values said and took the place of: as large as the table, and no row of the history. The import's own row is in the history.
create table value_import_content (
  value_import_id uuid not null,
  scope ltree not null,
  -- Values and cells that were not understood; emptied when the import is applied or discarded.
  reading jsonb not null,
  -- Of an applied import: what each of its values took the place of.
  before jsonb not null,
  constraint value_import_content_pkey primary key (value_import_id),
  constraint value_import_content_import foreign key (value_import_id) references value_import (id) on delete cascade
);

insert into value_import_content (value_import_id, scope, reading, before) select id, scope, reading, before from value_import;

alter table value_import_content enable row level security;

create policy value_import_content_all on value_import_content
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

drop trigger value_import_audit on value_import;

alter table value_import drop column reading;

alter table value_import drop column before;

create trigger value_import_audit after insert or update or delete on value_import
for each row execute function audit_row('value_import');
