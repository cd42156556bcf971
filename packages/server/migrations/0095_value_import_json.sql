-- Written whole and read whole, nothing looks into it: kept as the text it is, for PostgreSQL took longer to take it apart than to keep it.
alter table value_import_content alter column reading type json;

alter table value_import_content alter column before type json;
