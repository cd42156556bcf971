-- Which schools took part in an event, and how many people of each: numbers alone, never names. A school's mark is seen by the school and
-- those above it. No row: nobody has said yet, which is neither yes nor no.
create table attendance (
  id uuid not null,
  instance_id uuid not null,
  activity_id uuid not null,
  plan_id uuid not null,
  school_id uuid not null,
  scope ltree not null,
  took_part boolean not null,
  -- Null: nobody counted.
  people integer,
  marked_by_id uuid not null,
  marked_at timestamptz not null,
  constraint attendance_pkey primary key (id),
  constraint attendance_once unique (instance_id, school_id),
  constraint attendance_instance foreign key (instance_id) references instance (id) on delete cascade,
  constraint attendance_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint attendance_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint attendance_school foreign key (school_id) references org_unit (id),
  constraint attendance_marked_by foreign key (marked_by_id) references person (id),
  constraint attendance_people check (people is null or (took_part and people > 0))
);

create index attendance_of_school on attendance (school_id, marked_at);

create index attendance_plan_of on attendance (plan_id);

alter table attendance enable row level security;

create policy attendance_read on attendance for select using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy attendance_insert on attendance for insert with check (is_below(scope));

create policy attendance_update on attendance for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy attendance_delete on attendance for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger attendance_audit after insert or update or delete on attendance
for each row execute function audit_row('attendance');

-- A count that was made from the marks: it is made anew with them.
alter table evidence add column from_attendance boolean not null default false;
