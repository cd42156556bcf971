-- Sums of municipalities over the years read narrow entries of this index instead of rows with their histograms and tasks.
create index exam_count_sums on exam_count (exam_subject, kind, grade, year)
include (scope, participants, below, marks, journal_lowered, journal_confirmed, journal_raised);
