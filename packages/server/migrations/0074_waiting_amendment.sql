-- An amendment that is approved and whose day is to come: it comes into force by itself on that day.
alter table plan_amendment drop constraint plan_amendment_state;

alter table plan_amendment add constraint plan_amendment_state check (state in ('draft', 'waiting', 'approved', 'discarded'));

alter table plan_amendment add column in_force_on date;

alter table plan_amendment add column approved_by_id uuid;

alter table plan_amendment add column approved_at timestamptz;

alter table plan_amendment add constraint plan_amendment_approved_by foreign key (approved_by_id) references person (id);

alter table plan_amendment add constraint plan_amendment_waiting check (
  state <> 'waiting' or (in_force_on is not null and approved_by_id is not null and approved_at is not null)
);

drop index plan_amendment_open;

create unique index plan_amendment_open on plan_amendment (plan_id) where state in ('draft', 'waiting');

create index plan_amendment_due on plan_amendment (in_force_on) where state = 'waiting';

-- Who reads the plan is told from which day it changes; amendments themselves are seen by who manages it.
alter table plan add column next_edition_on date;
