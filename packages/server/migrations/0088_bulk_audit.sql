-- A hundred thousand values of one table are audited by the statement that writes them, in a third of the time that a trigger takes for each: that
-- statement says so for itself alone (`put-imported-values.ts`), and everything else is audited row by row as before.
drop trigger indicator_value_audit on indicator_value;

create trigger indicator_value_audit after insert or update or delete on indicator_value
for each row when (current_setting('app.audited_by', true) is distinct from 'statement')
execute function audit_row('indicator_value', 'amount', 'typed');
