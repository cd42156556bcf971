-- Of those lowered and raised against the journal: by two marks or more. Null where the source says no more than lowered and raised.
alter table exam_count add column journal_lowered_far integer;

alter table exam_count add column journal_raised_far integer;

alter table exam_count add constraint exam_count_gaps check (num_nulls(journal_lowered_far, journal_raised_far) in (0, 2));

alter table exam_count add constraint exam_count_gaps_within check (
  journal_lowered_far is null
  or (journal_lowered is not null and journal_lowered_far between 0 and journal_lowered and journal_raised_far between 0 and journal_raised)
);

drop index exam_count_sums;

create index exam_count_sums on exam_count (exam_subject, kind, grade, year)
include (scope, participants, below, marks, journal_lowered, journal_confirmed, journal_raised, journal_lowered_far, journal_raised_far);
