-- When the import of a part was applied: the newest word holds, and who re-makes counts of a school may not see the import of the region above.
alter table exam_part add column applied_at timestamptz not null default 'epoch';

alter table exam_part alter column applied_at drop default;
