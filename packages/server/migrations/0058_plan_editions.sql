-- Each state of a plan that an act made law. The edition in force has no definition of its own: it is what the tables of the plan hold,
-- corrections included. When the next one is approved, the former keeps what it was.
create table plan_edition (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  number integer not null,
  act_type text,
  act_number text,
  act_on date,
  act_authority text,
  in_force_on date not null,
  reasons text,
  definition jsonb,
  approved_by_id uuid,
  approved_at timestamptz not null,
  constraint plan_edition_pkey primary key (id),
  constraint plan_edition_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint plan_edition_approved_by foreign key (approved_by_id) references person (id),
  constraint plan_edition_number unique (plan_id, number),
  constraint plan_edition_act check (in_force_on >= act_on)
);

-- Plans that are there stand in their first edition, which takes the plan's own id.
insert into plan_edition (id, plan_id, scope, number, act_type, act_number, act_on, act_authority, in_force_on, approved_at)
select id, id, scope, 1, act_type, act_number, act_on, act_authority, coalesce(act_on, created_at::date), created_at from plan;

alter table plan_edition enable row level security;

create policy plan_edition_read on plan_edition for select using (is_along(scope));

create policy plan_edition_insert on plan_edition for insert with check (is_below(scope));

create policy plan_edition_update on plan_edition for update using (is_below(scope)) with check (is_below(scope));

create trigger plan_edition_audit after insert or update or delete on plan_edition
for each row execute function audit_row('plan_edition', 'definition');

-- A change of a plan on its way to become law. What it changes is in its edits; it is the edition in force with them applied.
create table plan_amendment (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  state text not null,
  begun_by_id uuid not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  -- Grows with each edit and each taking back of an edit.
  version integer not null,
  constraint plan_amendment_pkey primary key (id),
  constraint plan_amendment_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint plan_amendment_begun_by foreign key (begun_by_id) references person (id),
  constraint plan_amendment_state check (state in ('draft', 'approved', 'discarded'))
);

-- Two drafts of one plan would each be compared with an edition that the other is about to replace.
create unique index plan_amendment_open on plan_amendment (plan_id) where state = 'draft';

alter table plan_amendment enable row level security;

create policy plan_amendment_all on plan_amendment using (is_below(scope)) with check (is_below(scope));

create trigger plan_amendment_audit after insert or update or delete on plan_amendment
for each row execute function audit_row('plan_amendment');

create table plan_amendment_edit (
  id uuid not null,
  amendment_id uuid not null,
  scope ltree not null,
  -- Version of the draft that the edit made.
  version integer not null,
  edit jsonb not null,
  made_by_id uuid not null,
  made_at timestamptz not null,
  undone_version integer,
  constraint plan_amendment_edit_pkey primary key (id),
  constraint plan_amendment_edit_amendment foreign key (amendment_id) references plan_amendment (id) on delete cascade,
  constraint plan_amendment_edit_made_by foreign key (made_by_id) references person (id),
  constraint plan_amendment_edit_version unique (amendment_id, version)
);

alter table plan_amendment_edit enable row level security;

create policy plan_amendment_edit_all on plan_amendment_edit using (is_below(scope)) with check (is_below(scope));

create trigger plan_amendment_edit_audit after insert or update or delete on plan_amendment_edit
for each row execute function audit_row('plan_amendment_edit');

-- Null: as old as the plan. A past day is shown with the instances that were there on that day.
alter table instance add column made_at timestamptz;

-- An instance that a change of the plan took away before anybody had begun it: past days still count it.
create table instance_gone (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  scope ltree not null,
  executors ltree[] not null,
  label text,
  starts_on date,
  due_on date,
  state text not null,
  made_at timestamptz,
  gone_at timestamptz not null,
  constraint instance_gone_pkey primary key (id),
  constraint instance_gone_plan foreign key (plan_id) references plan (id) on delete cascade
);

create index instance_gone_plan on instance_gone (plan_id, gone_at);

alter table instance_gone enable row level security;

create policy instance_gone_read on instance_gone for select using (is_along(scope) or is_below_any(executors));

create policy instance_gone_insert on instance_gone for insert with check (is_below(scope));

create trigger instance_gone_audit after insert or update or delete on instance_gone
for each row execute function audit_row('instance_gone');

-- What happened after a day is taken back to show it.
create index instance_event_plan on instance_event (plan_id, at);
