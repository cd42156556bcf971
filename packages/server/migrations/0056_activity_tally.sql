-- Is the row's node above the actor's? As is_along without what lies below.
create function is_above(scope public.ltree) returns boolean language sql stable as $$
  select scope operator(public.@>) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
$$;

-- Instances counted by activity, territory and term, kept by a trigger. A region with 400,000 instances has some 25,000 of these rows: what
-- a page counts is summed from them, and no page reads all instances.
--
-- A row counts instances that whoever sees the row sees all of; so sums of seen rows are exact:
--   scope = the instance's own, or the territory (region or municipality) of a school's instance;
--   of_schools: seen only from the territory and above, for a neighbour's instances are not seen.
-- A school does not see the rows that count its own instances among its neighbours': it adds its own by `school_id` (tally-queries.ts).
create table activity_tally (
  id bigint generated always as identity,
  activity_id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  of_schools boolean not null,
  executors ltree[] not null,
  label text,
  starts_on date,
  due_on date,
  -- All of the above but the activity in one value: lists of executors are longer than an index takes.
  term_key uuid not null,
  planned integer not null,
  in_progress integer not null,
  submitted integer not null,
  returned integer not null,
  postponed integer not null,
  accepted integer not null,
  cancelled integer not null,
  before_approval integer not null,
  constraint activity_tally_pkey primary key (id),
  constraint activity_tally_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint activity_tally_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint activity_tally_once unique (activity_id, term_key)
);

create index activity_tally_plan on activity_tally (plan_id);

create index activity_tally_due on activity_tally (due_on) where planned + in_progress + returned + postponed > 0;

create index activity_tally_scope on activity_tally using gist (scope);

create index activity_tally_executors on activity_tally using gist (executors);

alter table activity_tally enable row level security;

-- As instance_read. No policy lets anybody write: only the trigger does, as the owner.
create policy activity_tally_read on activity_tally for select
using (is_below(scope) or (not of_schools and is_above(scope)) or is_below_any(executors));

create function tally_scope(scope public.ltree, school_id uuid) returns public.ltree language sql immutable as $$
  select case
    when school_id is null then scope
    else public.subpath(scope, 0, least(public.nlevel(scope), 2))
  end
$$;

create function tally_key(
  scope public.ltree, school_id uuid, executors public.ltree[], label text, starts_on date, due_on date
) returns uuid language sql stable as $$
  select md5(concat_ws(
    '|', tally_scope(scope, school_id), school_id is null, executors, starts_on - date '2000-01-01', ':', due_on - date '2000-01-01', ':', label
  ))::uuid
$$;

-- As the owner: a school moves its own instance and may not see the row that counts it.
create function tally_instance() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op <> 'DELETE' then
    insert into activity_tally as tally (
      activity_id, plan_id, scope, of_schools, executors, label, starts_on, due_on, term_key,
      planned, in_progress, submitted, returned, postponed, accepted, cancelled, before_approval
    )
    values (
      new.activity_id, new.plan_id, tally_scope(new.scope, new.school_id), new.school_id is not null, new.executors,
      new.label, new.starts_on, new.due_on,
      tally_key(new.scope, new.school_id, new.executors, new.label, new.starts_on, new.due_on),
      (new.state = 'planned')::int, (new.state = 'in-progress')::int, (new.state = 'submitted')::int,
      (new.state = 'returned')::int, (new.state = 'postponed')::int, (new.state = 'accepted')::int,
      (new.state = 'cancelled')::int, (new.state = 'before-approval')::int
    )
    on conflict on constraint activity_tally_once do update set
      planned = tally.planned + excluded.planned,
      in_progress = tally.in_progress + excluded.in_progress,
      submitted = tally.submitted + excluded.submitted,
      returned = tally.returned + excluded.returned,
      postponed = tally.postponed + excluded.postponed,
      accepted = tally.accepted + excluded.accepted,
      cancelled = tally.cancelled + excluded.cancelled,
      before_approval = tally.before_approval + excluded.before_approval;
  end if;
  if tg_op <> 'INSERT' then
    update activity_tally set
      planned = planned - (old.state = 'planned')::int,
      in_progress = in_progress - (old.state = 'in-progress')::int,
      submitted = submitted - (old.state = 'submitted')::int,
      returned = returned - (old.state = 'returned')::int,
      postponed = postponed - (old.state = 'postponed')::int,
      accepted = accepted - (old.state = 'accepted')::int,
      cancelled = cancelled - (old.state = 'cancelled')::int,
      before_approval = before_approval - (old.state = 'before-approval')::int
    where activity_id = old.activity_id
      and term_key = tally_key(old.scope, old.school_id, old.executors, old.label, old.starts_on, old.due_on);
    delete from activity_tally
    where activity_id = old.activity_id
      and term_key = tally_key(old.scope, old.school_id, old.executors, old.label, old.starts_on, old.due_on)
      and planned + in_progress + submitted + returned + postponed + accepted + cancelled + before_approval = 0;
  end if;
  return null;
end
$$;

create trigger instance_tally after insert or delete on instance
for each row execute function tally_instance();

create trigger instance_tally_change after update on instance
for each row when (
  (old.state, old.due_on, old.starts_on, old.label, old.executors, old.scope)
    is distinct from (new.state, new.due_on, new.starts_on, new.label, new.executors, new.scope)
) execute function tally_instance();

-- Counts everything anew, for what was put in past the trigger. Only the owner can.
create function tally_all() returns void language sql as $$
  delete from activity_tally;
  insert into activity_tally (
    activity_id, plan_id, scope, of_schools, executors, label, starts_on, due_on, term_key,
    planned, in_progress, submitted, returned, postponed, accepted, cancelled, before_approval
  )
  select
    activity_id, plan_id, tally_scope(scope, school_id), school_id is not null, executors, label, starts_on, due_on,
    tally_key(scope, school_id, executors, label, starts_on, due_on),
    count(*) filter (where state = 'planned'), count(*) filter (where state = 'in-progress'),
    count(*) filter (where state = 'submitted'), count(*) filter (where state = 'returned'),
    count(*) filter (where state = 'postponed'), count(*) filter (where state = 'accepted'),
    count(*) filter (where state = 'cancelled'), count(*) filter (where state = 'before-approval')
  from instance
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
$$;

select tally_all();

-- Nobody reads instances by the tree any more, and this index took more than half of the time of writing one.
drop index instance_scope;

-- 0053 has all instances of a school in the same order.
drop index instance_open_of_school;

-- What was submitted is looked for among the activities that the tally shows to hold some.
drop index instance_submitted;

create index instance_submitted on instance (activity_id) where state = 'submitted';

create index instance_submitted_by on instance (submitted_by_id) where state = 'submitted';

-- The instances of one term.
drop index instance_activity;

create index instance_term on instance (activity_id, due_on);
