-- The history is read above the school. From the hash of a report of the school's own numbers a few of them are found by trying, and the total of a mean is the people behind it.
drop trigger indicator_value_audit on indicator_value;

create trigger indicator_value_audit after insert or update or delete on indicator_value
for each row when (current_setting('app.audited_by', true) is distinct from 'statement')
execute function audit_row('indicator_value', 'amount', 'total', 'typed');

drop trigger indicator_report_audit on indicator_report;

create trigger indicator_report_audit after insert or update or delete on indicator_report
for each row execute function audit_row('indicator_report', 'content', 'digest');
