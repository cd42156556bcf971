-- One action of a person on many instances, kept for a day so that she can take it back. Belongs to the node that she acts from, and is
-- found by its person.
create table bulk_act (
  id uuid not null,
  scope ltree not null,
  person_id uuid not null,
  kind text not null,
  at timestamptz not null,
  -- How many instances it changed, and the first of their activities in words.
  done_count integer not null,
  about text not null,
  -- Of a postponement.
  due_on date,
  -- Each instance as it was, with the version that the action left it at. Not repeated in the audit, which has each change by itself.
  before jsonb not null,
  undone_at timestamptz,
  constraint bulk_act_pkey primary key (id),
  constraint bulk_act_person foreign key (person_id) references person (id),
  constraint bulk_act_kind check (kind in ('submit', 'accept', 'postpone', 'assign')),
  constraint bulk_act_count check (done_count > 0)
);

create index bulk_act_person on bulk_act (person_id, at);

alter table bulk_act enable row level security;

create policy bulk_act_read on bulk_act for select using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy bulk_act_insert on bulk_act for insert with check (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy bulk_act_update on bulk_act for update using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy bulk_act_delete on bulk_act for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger bulk_act_audit after insert or update or delete on bulk_act
for each row execute function audit_row('bulk_act', 'before');
