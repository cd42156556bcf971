-- Weights of the index of social well-being with where they come from: never changed, followed by the next version.
create table context_weights (
  id uuid not null,
  org_unit_id uuid not null,
  -- Whose: they are offered to everybody below.
  scope ltree not null,
  version integer not null,
  title text not null,
  source text not null,
  content jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint context_weights_pkey primary key (id),
  constraint context_weights_unit foreign key (org_unit_id) references org_unit (id),
  constraint context_weights_person foreign key (made_by) references person (id),
  constraint context_weights_once unique (org_unit_id, version)
);

create index context_weights_scope on context_weights using gist (scope);

alter table context_weights enable row level security;

create policy context_weights_read on context_weights for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy context_weights_insert on context_weights for insert with check (is_below(scope));

create trigger context_weights_audit after insert or update or delete on context_weights
for each row execute function audit_row('context_weights', 'content');

-- An act that gave schools the category of difficult social conditions out of an index.
create table context_approval (
  id uuid not null,
  scope ltree not null,
  act_number text not null,
  act_on date not null,
  from_on date not null,
  until_on date,
  -- The question as it was asked, and the ranks of the schools it gave.
  basis jsonb not null,
  -- Categories that it made, with their schools.
  changes jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  constraint context_approval_pkey primary key (id),
  constraint context_approval_person foreign key (made_by) references person (id),
  constraint context_approval_dates check (until_on >= from_on)
);

create index context_approval_scope on context_approval using gist (scope);

alter table context_approval enable row level security;

create policy context_approval_all on context_approval using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger context_approval_audit after insert or update or delete on context_approval
for each row execute function audit_row('context_approval', 'basis', 'changes');
