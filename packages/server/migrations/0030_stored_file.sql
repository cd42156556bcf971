-- A file that belongs to a record: a document read as a plan, a paper given as evidence. The bytes are in the file store under `sha256`.
-- Who may have the bytes is decided by the owning record; this table alone opens nothing.
create table stored_file (
  id uuid not null,
  scope ltree not null,
  owner_kind text not null,
  owner_id uuid not null,
  name text not null,
  -- Told by the content, never by the name.
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  constraint stored_file_pkey primary key (id),
  constraint stored_file_uploaded_by foreign key (uploaded_by) references person (id),
  constraint stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint stored_file_bytes check (bytes >= 0)
);

create index stored_file_owner on stored_file (owner_kind, owner_id);

create index stored_file_sha256 on stored_file (sha256);

create index stored_file_scope on stored_file using gist (scope);

alter table stored_file enable row level security;

-- A paper of the region is read by the schools below it.
create policy stored_file_read on stored_file for select using (is_along(scope));

create policy stored_file_insert on stored_file for insert with check (is_below(scope));

create policy stored_file_delete on stored_file for delete using (is_below(scope));

create trigger stored_file_audit after insert or update or delete on stored_file
for each row execute function audit_row('stored_file');
