-- What made the step when no person did; null: a person, or, of a step older than this column, what its note says.
alter table instance_event add column cause text;

alter table instance_event add constraint instance_event_cause check (cause = 'school-closed');

-- A past day is told with its schools; null: of no one school, or gone before this column.
alter table instance_gone add column school_id uuid;
