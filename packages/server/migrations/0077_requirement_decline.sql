-- A unit that is asked says why it answers with no activity.
create table requirement_decline (
  id uuid not null,
  requirement_id uuid not null,
  unit_id uuid not null,
  -- Of the unit: those above it see it, its neighbours and those below do not.
  scope ltree not null,
  reason text not null,
  -- The requirement that was declined: when it changes, it is asked again.
  seen jsonb not null,
  declined_by_id uuid not null,
  declined_at timestamptz not null,
  constraint requirement_decline_pkey primary key (id),
  constraint requirement_decline_requirement foreign key (requirement_id) references requirement (id) on delete cascade,
  constraint requirement_decline_unit foreign key (unit_id) references org_unit (id),
  constraint requirement_decline_declined_by foreign key (declined_by_id) references person (id),
  constraint requirement_decline_once unique (requirement_id, unit_id)
);

create index requirement_decline_unit on requirement_decline (unit_id);

alter table requirement_decline enable row level security;

create policy requirement_decline_all on requirement_decline
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger requirement_decline_audit after insert or update or delete on requirement_decline
for each row execute function audit_row('requirement_decline');

-- What answers an activity's own requirements is counted beneath it.
create index requirement_activity on requirement (activity_id);
