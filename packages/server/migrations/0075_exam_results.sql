-- Results of exams as counts. Rows of pupils exist only while a file is read; nothing here tells one pupil from another.

-- A file of results that was read: what was understood of it until it is applied, then what it did, so that it can be undone as a whole.
create table exam_import (
  id uuid not null,
  -- Below which schools are looked for.
  scope ltree not null,
  created_by uuid not null,
  created_at timestamptz not null,
  file_name text not null,
  -- Hash of the bytes: the same file is known when it comes again. The bytes themselves are not kept.
  sha256 text not null,
  state text not null,
  -- Reports with their counts, faults and what no rule understood; emptied when the import is applied or discarded.
  reading jsonb not null,
  -- What the person said of it: kind, grade, subject and year where the file does not say, names of schools to organisations.
  mapping jsonb not null,
  counts jsonb,
  applied_at timestamptz,
  version integer not null,
  constraint exam_import_pkey primary key (id),
  constraint exam_import_person foreign key (created_by) references person (id),
  constraint exam_import_state check (state in ('draft', 'applied', 'undone', 'discarded'))
);

create index exam_import_scope on exam_import using gist (scope);

alter table exam_import enable row level security;

create policy exam_import_all on exam_import using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger exam_import_audit after insert or update or delete on exam_import
for each row execute function audit_row('exam_import', 'reading', 'mapping');

-- What one applied import says of a school, procedure and year. The newest word on each side of a count is the one that holds.
create table exam_part (
  id uuid not null,
  exam_import_id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  year integer not null,
  kind text not null,
  grade integer not null,
  exam_subject text not null,
  -- A PartialCount: null is what the file does not hold.
  count jsonb not null,
  constraint exam_part_pkey primary key (id),
  constraint exam_part_import foreign key (exam_import_id) references exam_import (id) on delete cascade,
  constraint exam_part_unit foreign key (org_unit_id) references org_unit (id),
  constraint exam_part_once unique (exam_import_id, org_unit_id, year, kind, grade, exam_subject)
);

create index exam_part_key on exam_part (org_unit_id, year, kind, grade, exam_subject);

create index exam_part_scope on exam_part using gist (scope);

alter table exam_part enable row level security;

create policy exam_part_all on exam_part using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger exam_part_audit after insert or update or delete on exam_part
for each row execute function audit_row('exam_part', 'count');

-- What is held of a school, procedure and year: made from the parts whenever an import is applied or undone, never changed by hand.
create table exam_count (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  year integer not null,
  kind text not null,
  grade integer not null,
  exam_subject text not null,
  participants integer not null,
  below integer,
  -- Numbers of marks 2, 3, 4 and 5.
  marks integer[],
  -- Pupils by primary score, from 0 up.
  scores integer[],
  journal_lowered integer,
  journal_confirmed integer,
  journal_raised integer,
  -- Points of all participants for each task, of as many as they could get.
  task_points jsonb,
  -- The version of the scale by which scores became marks; null where the file gave them.
  scale_version integer,
  constraint exam_count_pkey primary key (id),
  constraint exam_count_unit foreign key (org_unit_id) references org_unit (id),
  constraint exam_count_once unique (org_unit_id, year, kind, grade, exam_subject),
  constraint exam_count_participants check (participants >= 0),
  constraint exam_count_below check (below between 0 and participants),
  constraint exam_count_marks check (cardinality(marks) = 4),
  constraint exam_count_journal check (num_nulls(journal_lowered, journal_confirmed, journal_raised) in (0, 3))
);

create index exam_count_scope on exam_count using gist (scope);

create index exam_count_procedure on exam_count (year, kind, grade, exam_subject);

alter table exam_count enable row level security;

create policy exam_count_all on exam_count using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger exam_count_audit after insert or update or delete on exam_count
for each row execute function audit_row('exam_count', 'scores', 'task_points');

-- A scale that the office entered beside the shipped ones: a letter that replaces a letter makes the next version.
create table exam_scale (
  id uuid not null,
  -- Whose scale it is: it holds for everything below.
  scope ltree not null,
  year integer not null,
  kind text not null,
  grade integer not null,
  exam_subject text not null,
  version integer not null,
  minimum integer not null,
  -- Least scores of marks 3, 4 and 5.
  marks integer[],
  score_max integer,
  condition text,
  source text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint exam_scale_pkey primary key (id),
  constraint exam_scale_person foreign key (created_by) references person (id),
  constraint exam_scale_once unique (scope, year, kind, grade, exam_subject, version),
  constraint exam_scale_marks check (cardinality(marks) = 3)
);

create index exam_scale_scope on exam_scale using gist (scope);

alter table exam_scale enable row level security;

create policy exam_scale_read on exam_scale for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy exam_scale_insert on exam_scale for insert with check (is_below(scope));

create policy exam_scale_delete on exam_scale for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger exam_scale_audit after insert or update or delete on exam_scale
for each row execute function audit_row('exam_scale');

-- The type of a school, by which methodologies leave schools out; null is not known.
alter table org_unit add column school_type text;

alter table org_unit add constraint org_unit_school_type check (
  school_type in ('general', 'correctional', 'evening', 'penal', 'sanatorium', 'hospital')
);
