-- The role as which the person works in this session; null: as all she holds.
alter table session add column role_assignment_id uuid;

alter table session add constraint session_role_assignment foreign key (role_assignment_id) references role_assignment (id);
