-- A verdict as it is seen above the school level, made with the run; null in earlier runs: of them nothing but the verdict is shown there.
alter table identification_verdict add column shown jsonb;

drop trigger identification_verdict_audit on identification_verdict;

create trigger identification_verdict_audit after insert or update or delete on identification_verdict
for each row execute function audit_row('identification_verdict', 'verdict', 'certainty', 'listed_probability', 'reasons', 'inputs', 'shown');

-- Of the digest of a small list its hidden numbers could be found by trying.
drop trigger identification_run_audit on identification_run;

create trigger identification_run_audit after insert or update or delete on identification_run
for each row execute function audit_row('identification_run', 'methodology', 'priors', 'ended', 'digest');

-- The history of a count is read above the school level, too.
drop trigger exam_count_audit on exam_count;

create trigger exam_count_audit after insert or update or delete on exam_count
for each row execute function audit_row('exam_count', 'scores', 'task_points', 'participants', 'below', 'marks', 'journal_lowered', 'journal_confirmed', 'journal_raised', 'journal_lowered_far', 'journal_raised_far');

-- Who opened the exact numbers of a school in a list, and why. Never changed, never removed.
create table verdict_disclosure (
  id uuid not null,
  run_id uuid not null,
  org_unit_id uuid not null,
  -- Of the school.
  scope ltree not null,
  -- Of the run's territory.
  run_scope ltree not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  reason text not null,
  constraint verdict_disclosure_pkey primary key (id),
  constraint verdict_disclosure_run foreign key (run_id) references identification_run (id),
  constraint verdict_disclosure_unit foreign key (org_unit_id) references org_unit (id),
  constraint verdict_disclosure_person foreign key (opened_by) references person (id)
);

create index verdict_disclosure_of_run on verdict_disclosure (run_id);

create index verdict_disclosure_unit_at on verdict_disclosure (org_unit_id);

create index verdict_disclosure_scope on verdict_disclosure using gist (scope);

alter table verdict_disclosure enable row level security;

-- By who has the territory of the list, and by the school's own people.
create policy verdict_disclosure_read on verdict_disclosure for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or run_scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy verdict_disclosure_insert on verdict_disclosure for insert with check (is_below(run_scope));

create trigger verdict_disclosure_audit after insert or update or delete on verdict_disclosure
for each row execute function audit_row('verdict_disclosure');
