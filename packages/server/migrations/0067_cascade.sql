-- What an activity of a plan in force asks of municipalities or schools below.
create table requirement (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  -- Of the plan: seen by all below, changed from there and above.
  scope ltree not null,
  level text not null,
  choice text not null,
  category text,
  unit_ids uuid[] not null,
  -- Null and empty: as the activity says.
  due_on date,
  expected text[] not null,
  is_cancelled boolean not null,
  made_by_id uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint requirement_pkey primary key (id),
  constraint requirement_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint requirement_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint requirement_made_by foreign key (made_by_id) references person (id),
  constraint requirement_level check (level in ('municipality', 'school')),
  constraint requirement_choice check (choice in ('all', 'chosen', 'category')),
  constraint requirement_category check ((choice = 'category') = (category is not null))
);

create index requirement_plan on requirement (plan_id);

alter table requirement enable row level security;

create policy requirement_read on requirement for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy requirement_insert on requirement for insert with check (is_below(scope));

create policy requirement_update on requirement for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy requirement_delete on requirement for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger requirement_audit after insert or update or delete on requirement
for each row execute function audit_row('requirement');

-- An activity below that answers a requirement, or the row of a draft that is to become one.
create table requirement_answer (
  id uuid not null,
  requirement_id uuid not null,
  unit_id uuid not null,
  -- Of the unit that answers: those above it see it, its neighbours and those below do not.
  scope ltree not null,
  plan_id uuid,
  -- No foreign key: a row that an amendment adds becomes an activity when the amendment is approved.
  activity_id uuid,
  amendment_id uuid,
  -- The line of the draft's source that the row comes from; kept after approval as its history.
  draft_id uuid,
  draft_line integer,
  -- The requirement as it was when somebody below last saw it.
  seen jsonb not null,
  -- The same as an amendment took it over: it counts as seen once the amendment is approved.
  taken jsonb,
  taken_amendment_id uuid,
  bound_by_id uuid not null,
  bound_at timestamptz not null,
  constraint requirement_answer_pkey primary key (id),
  constraint requirement_answer_requirement foreign key (requirement_id) references requirement (id) on delete cascade,
  constraint requirement_answer_unit foreign key (unit_id) references org_unit (id),
  constraint requirement_answer_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint requirement_answer_amendment foreign key (amendment_id) references plan_amendment (id) on delete cascade,
  constraint requirement_answer_draft foreign key (draft_id) references plan_draft (id) on delete cascade,
  constraint requirement_answer_taken foreign key (taken_amendment_id) references plan_amendment (id) on delete set null,
  constraint requirement_answer_bound_by foreign key (bound_by_id) references person (id),
  constraint requirement_answer_row check (activity_id is not null or draft_id is not null),
  constraint requirement_answer_draft_line check ((draft_id is null) = (draft_line is null)),
  constraint requirement_answer_once unique (requirement_id, activity_id)
);

create index requirement_answer_unit on requirement_answer (unit_id);

create index requirement_answer_draft on requirement_answer (draft_id) where draft_id is not null;

alter table requirement_answer enable row level security;

create policy requirement_answer_all on requirement_answer using (scope operator(public.<@) any ((select sight())::public.ltree[]))
with check (is_below(scope));

create trigger requirement_answer_audit after insert or update or delete on requirement_answer
for each row execute function audit_row('requirement_answer');
