-- A file given as evidence lies at the node of the instance, which may stand above its giver's own. The row opens nothing by itself.
drop policy stored_file_insert on stored_file;

create policy stored_file_insert on stored_file for insert with check (is_along(scope));
