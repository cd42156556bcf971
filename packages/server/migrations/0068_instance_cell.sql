-- A window of the matrix: so many activities by so many schools.
create index instance_cell on instance (activity_id, school_id) where school_id is not null;
