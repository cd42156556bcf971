-- A document on its way to become a plan. Its file is a stored_file of owner_kind 'plan-draft'.
create table plan_draft (
  id uuid not null,
  scope ltree not null,
  file_name text not null,
  state text not null,
  -- Code and numbers of why it was not read.
  failure jsonb,
  -- Of the reading with its edits, for the list.
  title text,
  activities integer not null,
  doubts integer not null,
  -- The state before it was put away.
  discarded_from text,
  plan_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Grows with each edit and each taking back of an edit.
  version integer not null,
  constraint plan_draft_pkey primary key (id),
  constraint plan_draft_created_by foreign key (created_by) references person (id),
  constraint plan_draft_state check (state in ('waiting', 'reading', 'read', 'failed', 'approved', 'discarded')),
  constraint plan_draft_failure check ((state = 'failed') <= (failure is not null)),
  constraint plan_draft_discarded check ((state = 'discarded') = (discarded_from is not null)),
  constraint plan_draft_approved check ((state = 'approved') <= (plan_id is not null))
);

create index plan_draft_scope on plan_draft using gist (scope);

create index plan_draft_created on plan_draft (created_at);

alter table plan_draft enable row level security;

create policy plan_draft_all on plan_draft using (is_below(scope)) with check (is_below(scope));

create trigger plan_draft_audit after insert or update or delete on plan_draft
for each row execute function audit_row('plan_draft');

-- How far reading has come. A row lives from the upload until the document is read; it changes every second and is no history.
create table plan_draft_reading (
  draft_id uuid not null,
  scope ltree not null,
  -- How often reading was begun: a document that ends the server each time is given up.
  attempts integer not null,
  -- Until when a server has promised to be at it; after that another may take it up.
  leased_until timestamptz,
  pages_done integer,
  pages_total integer,
  queued_at timestamptz not null,
  constraint plan_draft_reading_pkey primary key (draft_id),
  constraint plan_draft_reading_draft foreign key (draft_id) references plan_draft (id) on delete cascade
);

create index plan_draft_reading_queue on plan_draft_reading (queued_at);

alter table plan_draft_reading enable row level security;

create policy plan_draft_reading_all on plan_draft_reading using (is_below(scope)) with check (is_below(scope));

-- What the readers made of the file, as compressed JSON: kept as it was made, because edits are kept beside it. Bytes and not jsonb:
-- a document may hold characters that jsonb refuses.
create table plan_draft_content (
  draft_id uuid not null,
  scope ltree not null,
  source bytea not null,
  reading bytea not null,
  constraint plan_draft_content_pkey primary key (draft_id),
  constraint plan_draft_content_draft foreign key (draft_id) references plan_draft (id) on delete cascade
);

alter table plan_draft_content enable row level security;

create policy plan_draft_content_all on plan_draft_content using (is_below(scope)) with check (is_below(scope));

-- What people changed, in order. The draft is the reading with the edits that were not taken back.
create table plan_draft_edit (
  id uuid not null,
  draft_id uuid not null,
  scope ltree not null,
  -- Version of the draft that the edit made.
  version integer not null,
  edit jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  undone_version integer,
  constraint plan_draft_edit_pkey primary key (id),
  constraint plan_draft_edit_draft foreign key (draft_id) references plan_draft (id) on delete cascade,
  constraint plan_draft_edit_made_by foreign key (made_by) references person (id),
  constraint plan_draft_edit_version unique (draft_id, version)
);

alter table plan_draft_edit enable row level security;

create policy plan_draft_edit_all on plan_draft_edit using (is_below(scope)) with check (is_below(scope));

create trigger plan_draft_edit_audit after insert or update or delete on plan_draft_edit
for each row execute function audit_row('plan_draft_edit');
