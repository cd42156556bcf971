-- «Снято с контроля» and its return, by whom control of a plan was given or who manages it. Written once: the last mark of a row holds.
create table control_mark (
  id uuid not null,
  plan_id uuid not null,
  activity_id uuid not null,
  scope ltree not null,
  author_scope ltree not null,
  -- Counts the marks of a row: of two made at once one is refused.
  number integer not null,
  kind text not null,
  ground text not null,
  by_id uuid not null,
  at timestamptz not null,
  constraint control_mark_pkey primary key (id),
  constraint control_mark_activity foreign key (activity_id) references activity (id) on delete cascade,
  constraint control_mark_by foreign key (by_id) references person (id),
  constraint control_mark_number unique (activity_id, number),
  constraint control_mark_kind check (kind in ('taken-off', 'put-back'))
);

create index control_mark_plan on control_mark (plan_id);

alter table control_mark enable row level security;

create policy control_mark_read on control_mark for select
using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy control_mark_insert on control_mark for insert with check (is_below(scope) or is_below(author_scope));

create trigger control_mark_audit after insert or update or delete on control_mark
for each row execute function audit_row('control_mark');
