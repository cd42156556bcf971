-- How the office calls its hearings; it stands in the protocol.
alter table hearing add column title text not null default 'Час контроля';

alter table hearing alter column title drop default;

alter table hearing add constraint hearing_title check (title <> '');

alter table protocol add column title text not null default 'Час контроля';

alter table protocol alter column title drop default;

alter table protocol add constraint protocol_title check (title <> '');
