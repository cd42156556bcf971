-- An activity that was not done, as a row of the next year's draft and of the plan that the draft becomes.
create table carry_over (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  -- Of the plan: whoever sees the activity sees where it went.
  scope ltree not null,
  reason text not null,
  -- The line of the draft's source that the row comes from.
  draft_id uuid not null,
  draft_line integer not null,
  to_plan_id uuid,
  to_activity_id uuid,
  made_by_id uuid not null,
  made_at timestamptz not null,
  constraint carry_over_pkey primary key (id),
  constraint carry_over_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint carry_over_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint carry_over_draft foreign key (draft_id) references plan_draft (id) on delete cascade,
  constraint carry_over_to_plan foreign key (to_plan_id) references plan (id) on delete cascade,
  constraint carry_over_to_activity foreign key (to_activity_id) references activity (id) on delete cascade,
  constraint carry_over_made_by foreign key (made_by_id) references person (id)
);

create index carry_over_plan on carry_over (plan_id);

create index carry_over_activity on carry_over (activity_id);

create index carry_over_to_activity on carry_over (to_activity_id) where to_activity_id is not null;

create index carry_over_draft on carry_over (draft_id);

alter table carry_over enable row level security;

create policy carry_over_read on carry_over for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy carry_over_insert on carry_over for insert with check (is_below(scope));

create policy carry_over_update on carry_over for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy carry_over_delete on carry_over for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger carry_over_audit after insert or update or delete on carry_over
for each row execute function audit_row('carry_over');
