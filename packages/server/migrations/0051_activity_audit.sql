-- The history of an activity also tells how its parties and expected results changed.
create index audit_of_activity on audit ((coalesce(new_row, old_row) ->> 'activity_id'), at)
where table_name in ('activity_party', 'expected_result');
