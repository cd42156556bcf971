-- The indicator that schools which carried the activity out are counted by; chosen by a person, or printed in the document.
alter table activity add column indicator_code text;

alter table activity add constraint activity_indicator_code check (indicator_code ~ '^[A-Z]{1,3}[0-9]{2,4}[a-z]?$');

create index activity_indicator on activity (indicator_code) where indicator_code is not null;
