-- Whose a row of a plan is, and who may see and change it:
--
--   plan, its rows, parties, expected results, participants
--       scope = the territory that the plan addresses: the owner's own node, or its parent when the owner is an authority or an
--       institute (they stand beside the schools in the tree, not above). Seen along the line: an order of the region is seen by
--       every school of it. Changed only from the territory's node and above.
--   instance
--       scope = the school when the obligation is one school's, else the territory. So a school sees its own and the common ones, and
--       never a neighbour's. `executors` are the nodes of the matched parties: their people may act on an instance that stands above
--       or beside them.
--   what a person adds to an instance (evidence, comment, instance_event)
--       scope = the school when a school gives it, else the instance's; author_scope = the node from which she acted. So what a school
--       gives is seen by the school and those above it, and what an office gives is seen with the instance.

-- May the actor act from one of these nodes? As is_below, for several nodes; reads settings only.
create function is_below_any(scopes public.ltree[]) returns boolean language sql stable as $$
  select scopes operator(public.<@) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
$$;

create table plan (
  id uuid not null,
  scope ltree not null,
  owner_unit_id uuid not null,
  title text not null,
  goal text,
  tasks text[] not null,
  -- The act that put the plan in force.
  act_type text,
  act_number text,
  act_on date,
  act_authority text,
  act_place text,
  signatory_name text,
  signatory_post text,
  basis text[] not null,
  period_starts_on date,
  period_ends_on date,
  -- Who controls execution, as printed, and the person when she is known.
  controller text,
  controller_id uuid,
  -- The file and the reviewed reading that the plan came from; both belong to other features.
  source_file_id uuid,
  source_draft_id uuid,
  -- What was doubtful in the document when it was approved; stays visible.
  warnings jsonb not null,
  state text not null,
  created_at timestamptz not null,
  version integer not null,
  constraint plan_pkey primary key (id),
  constraint plan_owner foreign key (owner_unit_id) references org_unit (id),
  constraint plan_controller foreign key (controller_id) references person (id),
  constraint plan_period check (period_ends_on >= period_starts_on),
  constraint plan_state check (state in ('in-force', 'closed'))
);

create index plan_scope on plan using gist (scope);

create index plan_owner on plan (owner_unit_id);

create index plan_controller on plan (controller_id);

alter table plan enable row level security;

create policy plan_read on plan for select using (is_along(scope));

create policy plan_insert on plan for insert with check (is_below(scope));

create policy plan_update on plan for update using (is_below(scope)) with check (is_below(scope));

create policy plan_delete on plan for delete using (is_below(scope));

create trigger plan_audit after insert or update or delete on plan
for each row execute function audit_row('plan');

-- Participants. A school joins and leaves: its obligations before and after stay what they were.
create table plan_school (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  org_unit_id uuid not null,
  from_on date,
  until_on date,
  constraint plan_school_pkey primary key (id),
  constraint plan_school_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint plan_school_org_unit foreign key (org_unit_id) references org_unit (id),
  constraint plan_school_dates check (until_on >= from_on)
);

create index plan_school_plan on plan_school (plan_id);

create index plan_school_org_unit on plan_school (org_unit_id);

alter table plan_school enable row level security;

create policy plan_school_read on plan_school for select using (is_along(scope));

create policy plan_school_insert on plan_school for insert with check (is_below(scope));

create policy plan_school_update on plan_school for update using (is_below(scope)) with check (is_below(scope));

create policy plan_school_delete on plan_school for delete using (is_below(scope));

create trigger plan_school_audit after insert or update or delete on plan_school
for each row execute function audit_row('plan_school');

create table plan_section (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  position integer not null,
  title text not null,
  constraint plan_section_pkey primary key (id),
  constraint plan_section_plan foreign key (plan_id) references plan (id) on delete cascade
);

create index plan_section_plan on plan_section (plan_id, position);

alter table plan_section enable row level security;

create policy plan_section_read on plan_section for select using (is_along(scope));

create policy plan_section_insert on plan_section for insert with check (is_below(scope));

create policy plan_section_update on plan_section for update using (is_below(scope)) with check (is_below(scope));

create policy plan_section_delete on plan_section for delete using (is_below(scope));

create trigger plan_section_audit after insert or update or delete on plan_section
for each row execute function audit_row('plan_section');

create table activity (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  section_id uuid,
  position integer not null,
  -- As printed in the act; '' where none is printed.
  printed_no text not null,
  title text not null,
  -- The phrase and what it was taken to mean (domain: Deadline).
  deadline jsonb not null,
  -- An instance for each participating school.
  per_school boolean not null,
  -- Page and row of the source document.
  source jsonb,
  -- Taken out of the plan; its accepted past stays.
  removed_on date,
  version integer not null,
  constraint activity_pkey primary key (id),
  constraint activity_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint activity_section foreign key (section_id) references plan_section (id)
);

create index activity_plan on activity (plan_id, position);

create index activity_section on activity (section_id);

alter table activity enable row level security;

create policy activity_read on activity for select using (is_along(scope));

create policy activity_insert on activity for insert with check (is_below(scope));

create policy activity_update on activity for update using (is_below(scope)) with check (is_below(scope));

create policy activity_delete on activity for delete using (is_below(scope));

create trigger activity_audit after insert or update or delete on activity
for each row execute function audit_row('activity');

-- Who answers, as printed, and the organisation or person when matched.
create table activity_party (
  id uuid not null,
  activity_id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  position integer not null,
  raw text not null,
  role text not null,
  org_unit_id uuid,
  person_id uuid,
  constraint activity_party_pkey primary key (id),
  constraint activity_party_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint activity_party_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint activity_party_org_unit foreign key (org_unit_id) references org_unit (id),
  constraint activity_party_person foreign key (person_id) references person (id),
  constraint activity_party_role check (role in ('lead', 'co-executor'))
);

create index activity_party_activity on activity_party (activity_id);

create index activity_party_plan on activity_party (plan_id);

create index activity_party_org_unit on activity_party (org_unit_id) where org_unit_id is not null;

create index activity_party_person on activity_party (person_id) where person_id is not null;

alter table activity_party enable row level security;

create policy activity_party_read on activity_party for select using (is_along(scope));

create policy activity_party_insert on activity_party for insert with check (is_below(scope));

create policy activity_party_update on activity_party for update using (is_below(scope)) with check (is_below(scope));

create policy activity_party_delete on activity_party for delete using (is_below(scope));

create trigger activity_party_audit after insert or update or delete on activity_party
for each row execute function audit_row('activity_party');

create table expected_result (
  id uuid not null,
  activity_id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  position integer not null,
  raw text not null,
  kind text not null,
  -- Share: what part of how many is promised; counts of evidence are compared with it.
  target_count integer,
  target_share numeric,
  constraint expected_result_pkey primary key (id),
  constraint expected_result_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint expected_result_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint expected_result_kind check (kind in ('document', 'share', 'participation', 'publication', 'statement')),
  constraint expected_result_target check (target_count >= 0 and target_share between 0 and 1)
);

create index expected_result_activity on expected_result (activity_id);

create index expected_result_plan on expected_result (plan_id);

alter table expected_result enable row level security;

create policy expected_result_read on expected_result for select using (is_along(scope));

create policy expected_result_insert on expected_result for insert with check (is_below(scope));

create policy expected_result_update on expected_result for update using (is_below(scope)) with check (is_below(scope));

create policy expected_result_delete on expected_result for delete using (is_below(scope));

create trigger expected_result_audit after insert or update or delete on expected_result
for each row execute function audit_row('expected_result');

-- One dated obligation. A region with 1,000 schools has some 400,000 of them, so what is asked often (one plan, one activity, one
-- school, what waits for a decision) is found by an index; equality on uuid may pass below row security, ltree operators may not.
create table instance (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  scope ltree not null,
  -- Whose obligation it is; null: one for the whole plan.
  school_id uuid,
  -- Phase or round as printed («итоговый»).
  label text,
  starts_on date,
  -- Null: the date of an external schedule or of an event is not known yet, or there is no last day.
  due_on date,
  -- The last day before it was postponed.
  printed_due_on date,
  state text not null,
  -- How often it was returned for revision.
  rounds integer not null,
  -- Who of the executors has taken it.
  assignee_id uuid,
  executors ltree[] not null,
  submitted_by_id uuid,
  submitted_at timestamptz,
  accepted_at timestamptz,
  version integer not null,
  constraint instance_pkey primary key (id),
  constraint instance_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint instance_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint instance_school foreign key (school_id) references org_unit (id),
  constraint instance_assignee foreign key (assignee_id) references person (id),
  constraint instance_submitted_by foreign key (submitted_by_id) references person (id),
  constraint instance_dates check (due_on >= starts_on),
  constraint instance_rounds check (rounds >= 0),
  constraint instance_state check (state in (
    'planned', 'in-progress', 'submitted', 'returned', 'accepted', 'postponed', 'cancelled', 'before-approval'
  ))
);

create index instance_plan on instance (plan_id, activity_id);

create index instance_activity on instance (activity_id);

create index instance_open_of_school on instance (school_id, due_on) where state not in ('accepted', 'cancelled');

create index instance_open_of_activity on instance (activity_id, due_on)
where school_id is null and state not in ('accepted', 'cancelled');

create index instance_open_of_assignee on instance (assignee_id, due_on)
where assignee_id is not null and state not in ('accepted', 'cancelled');

create index instance_submitted on instance (submitted_at, plan_id) where state = 'submitted';

create index instance_scope on instance using gist (scope);

alter table instance enable row level security;

create policy instance_read on instance for select using (is_along(scope) or is_below_any(executors));

create policy instance_insert on instance for insert with check (is_below(scope));

create policy instance_update on instance for update
using (is_below(scope) or is_below_any(executors)) with check (is_below(scope) or is_below_any(executors));

create policy instance_delete on instance for delete using (is_below(scope));

create trigger instance_audit after insert or update or delete on instance
for each row execute function audit_row('instance');

create table evidence (
  id uuid not null,
  instance_id uuid not null,
  activity_id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  author_scope ltree not null,
  -- Which of the expected results it proves; null: beside them.
  expected_result_id uuid,
  kind text not null,
  -- Requisites of a document.
  document_type text,
  document_number text,
  document_on date,
  title text,
  link text,
  stored_file_id uuid,
  -- n of N; never a percentage.
  count_n integer,
  count_total integer,
  note text,
  given_by_id uuid not null,
  given_at timestamptz not null,
  constraint evidence_pkey primary key (id),
  constraint evidence_instance foreign key (instance_id) references instance (id) on delete cascade,
  constraint evidence_expected_result foreign key (expected_result_id) references expected_result (id) on delete set null,
  constraint evidence_given_by foreign key (given_by_id) references person (id),
  constraint evidence_kind check (kind in ('document', 'file', 'link', 'count', 'note')),
  constraint evidence_count check (count_n >= 0 and count_total >= count_n)
);

create index evidence_instance on evidence (instance_id);

create index evidence_activity on evidence (activity_id);

create index evidence_stored_file on evidence (stored_file_id) where stored_file_id is not null;

alter table evidence enable row level security;

create policy evidence_read on evidence for select using (is_along(scope) or is_below(author_scope));

create policy evidence_insert on evidence for insert with check (is_below(scope) or is_below(author_scope));

create policy evidence_delete on evidence for delete using (is_below(scope) or is_below(author_scope));

create trigger evidence_audit after insert or update or delete on evidence
for each row execute function audit_row('evidence');

create table comment (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  instance_id uuid,
  scope ltree not null,
  author_scope ltree not null,
  text text not null,
  author_id uuid not null,
  at timestamptz not null,
  constraint comment_pkey primary key (id),
  constraint comment_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint comment_instance foreign key (instance_id) references instance (id) on delete cascade,
  constraint comment_author foreign key (author_id) references person (id)
);

create index comment_activity on comment (activity_id, at);

create index comment_instance on comment (instance_id);

alter table comment enable row level security;

create policy comment_read on comment for select using (is_along(scope) or is_below(author_scope));

create policy comment_insert on comment for insert with check (is_below(scope) or is_below(author_scope));

create trigger comment_audit after insert or update or delete on comment
for each row execute function audit_row('comment');

-- How an instance came to its state: from, to, who, when, why. Written once, never changed.
create table instance_event (
  id uuid not null,
  instance_id uuid not null,
  activity_id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  author_scope ltree not null,
  from_state text not null,
  to_state text not null,
  note text,
  due_on_before date,
  due_on_after date,
  actor_id uuid not null,
  at timestamptz not null,
  constraint instance_event_pkey primary key (id),
  constraint instance_event_instance foreign key (instance_id) references instance (id) on delete cascade,
  constraint instance_event_actor foreign key (actor_id) references person (id)
);

create index instance_event_instance on instance_event (instance_id, at);

create index instance_event_activity on instance_event (activity_id, at);

alter table instance_event enable row level security;

create policy instance_event_read on instance_event for select using (is_along(scope) or is_below(author_scope));

create policy instance_event_insert on instance_event for insert with check (is_below(scope) or is_below(author_scope));

create trigger instance_event_audit after insert or update or delete on instance_event
for each row execute function audit_row('instance_event');
