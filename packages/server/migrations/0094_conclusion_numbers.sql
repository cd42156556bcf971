-- What a conclusion was drawn from, as it was shown to who wrote it: without it nobody sees that the numbers are others now.
alter table conclusion add column numbers jsonb not null default '[]';

drop trigger conclusion_audit on conclusion;

create trigger conclusion_audit after insert or update or delete on conclusion
for each row execute function audit_row('conclusion', 'text', 'possible_cause', 'numbers');
