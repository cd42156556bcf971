-- Dates given to many instances at once: out of a schedule in a file, or because an event has happened. A schedule is kept as it was read
-- until it is applied; what was dated is kept with what stood before, so that it can be taken back.
create table plan_dating (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  kind text not null,
  -- Name of the file, or of the event.
  title text not null,
  state text not null,
  -- Events of the schedule, rows without a day, and what a person chose for an event; emptied when it is applied.
  events jsonb not null,
  unread jsonb not null,
  answers jsonb not null,
  counts jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint plan_dating_pkey primary key (id),
  constraint plan_dating_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint plan_dating_created_by foreign key (created_by) references person (id),
  constraint plan_dating_kind check (kind in ('schedule', 'event')),
  constraint plan_dating_state check (state in ('draft', 'applied', 'undone'))
);

create index plan_dating_plan on plan_dating (plan_id, created_at);

alter table plan_dating enable row level security;

create policy plan_dating_all on plan_dating using (scope operator(public.<@) any ((select sight())::public.ltree[]))
with check (is_below(scope));

create trigger plan_dating_audit after insert or update or delete on plan_dating
for each row execute function audit_row('plan_dating', 'events', 'unread');

create table plan_dating_change (
  id uuid not null,
  dating_id uuid not null,
  scope ltree not null,
  instance_id uuid not null,
  starts_on_before date,
  due_on_before date,
  starts_on date,
  due_on date not null,
  constraint plan_dating_change_pkey primary key (id),
  constraint plan_dating_change_dating foreign key (dating_id) references plan_dating (id) on delete cascade,
  constraint plan_dating_change_instance foreign key (instance_id) references instance (id) on delete cascade
);

create index plan_dating_change_dating on plan_dating_change (dating_id);

create index plan_dating_change_instance on plan_dating_change (instance_id);

alter table plan_dating_change enable row level security;

create policy plan_dating_change_all on plan_dating_change using (scope operator(public.<@) any ((select sight())::public.ltree[]))
with check (is_below(scope));

create trigger plan_dating_change_audit after insert or update or delete on plan_dating_change
for each row execute function audit_row('plan_dating_change');
