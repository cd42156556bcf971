-- How often people are told of rows without a date and of what was done before approval and is not proven.
alter table reminder_rules add column undated_every text not null default 'week';

alter table reminder_rules alter column undated_every drop default;

alter table reminder_rules add constraint reminder_rules_undated_every check (undated_every in ('week', 'month', 'never'));
