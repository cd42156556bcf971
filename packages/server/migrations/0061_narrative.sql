-- What a person wrote instead of a sentence of a narrative, which is otherwise written from the records each time it is opened.
create table narrative_edit (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  -- The part of the plan and the days that the narrative tells of; null: the whole plan.
  section_id uuid,
  from_on date not null,
  until_on date not null,
  sentence text not null,
  text text not null,
  -- The sentence as it was written from the records then: another one now means that the facts have changed.
  instead text not null,
  made_by_id uuid not null,
  made_at timestamptz not null,
  constraint narrative_edit_pkey primary key (id),
  constraint narrative_edit_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint narrative_edit_section foreign key (section_id) references plan_section (id) on delete cascade,
  constraint narrative_edit_made_by foreign key (made_by_id) references person (id),
  constraint narrative_edit_days check (until_on >= from_on),
  constraint narrative_edit_once unique nulls not distinct (plan_id, section_id, from_on, until_on, sentence)
);

alter table narrative_edit enable row level security;

create policy narrative_edit_all on narrative_edit using (scope operator(public.<@) any ((select sight())::public.ltree[]))
with check (is_below(scope));

create trigger narrative_edit_audit after insert or update or delete on narrative_edit
for each row execute function audit_row('narrative_edit');
