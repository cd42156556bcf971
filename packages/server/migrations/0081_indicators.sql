-- Indicators: what is asked of schools, when, and what they said. A value is an amount and a total, never a percentage.

-- Definitions of offices beside those that come with the product: never changed, followed by the next version.
create table indicator_definition (
  id uuid not null,
  org_unit_id uuid not null,
  -- Whose: it is offered to everybody below.
  scope ltree not null,
  code text not null,
  version integer not null,
  -- The whole value.
  content jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint indicator_definition_pkey primary key (id),
  constraint indicator_definition_unit foreign key (org_unit_id) references org_unit (id),
  constraint indicator_definition_person foreign key (made_by) references person (id),
  constraint indicator_definition_once unique (code, version)
);

create index indicator_definition_scope on indicator_definition using gist (scope);

alter table indicator_definition enable row level security;

create policy indicator_definition_read on indicator_definition for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy indicator_definition_insert on indicator_definition for insert with check (is_below(scope));

create trigger indicator_definition_audit after insert or update or delete on indicator_definition
for each row execute function audit_row('indicator_definition', 'content');

-- A set of indicators that schools of a territory are asked for, for one period, with two dates.
create table campaign (
  id uuid not null,
  org_unit_id uuid not null,
  -- Of the territory.
  scope ltree not null,
  title text not null,
  period_code text not null,
  -- Titles with codes and versions of indicators, in the order they are asked.
  sections jsonb not null,
  approved_by text not null,
  opens_on date not null,
  late_after date not null,
  closed_after date not null,
  state text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint campaign_pkey primary key (id),
  constraint campaign_unit foreign key (org_unit_id) references org_unit (id),
  constraint campaign_person foreign key (made_by) references person (id),
  constraint campaign_state check (state in ('draft', 'open', 'closed')),
  constraint campaign_approved_by check (approved_by in ('municipality', 'region')),
  constraint campaign_dates check (opens_on <= late_after and late_after <= closed_after)
);

create index campaign_scope on campaign using gist (scope);

alter table campaign enable row level security;

-- A draft is seen by who has the whole of its territory; an open one by everybody who is asked.
create policy campaign_read on campaign for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or (state <> 'draft' and scope operator(public.@>) any ((select sight())::public.ltree[])));

create policy campaign_insert on campaign for insert with check (is_below(scope));

create policy campaign_update on campaign for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy campaign_delete on campaign for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger campaign_audit after insert or update or delete on campaign
for each row execute function audit_row('campaign', 'sections');

-- The form of one school in a campaign, and where it is on its way up. The row is the dated assignment: a school without one is not asked.
create table submission (
  id uuid not null,
  campaign_id uuid not null,
  org_unit_id uuid not null,
  -- Of the school.
  scope ltree not null,
  assigned_on date not null,
  -- The school is asked no more from this day; null while it is asked.
  released_on date,
  released_reason text,
  stage text not null,
  -- Who reads it now: until she lets go, it cannot be taken back.
  held_by uuid,
  -- It came back with a note and was not sent again since.
  is_returned boolean not null,
  -- How many times it was sent.
  rounds integer not null,
  first_sent_on date,
  last_sent_on date,
  -- Fields that are asked, and those that had a value (zero and «not applicable» too) at the last change.
  asked_count integer not null,
  given_count integer not null,
  -- Dates of this school alone, with who allowed them and why.
  late_after date,
  closed_after date,
  exception_reason text,
  exception_by uuid,
  version integer not null,
  constraint submission_pkey primary key (id),
  constraint submission_campaign foreign key (campaign_id) references campaign (id) on delete cascade,
  constraint submission_unit foreign key (org_unit_id) references org_unit (id),
  constraint submission_held_by foreign key (held_by) references person (id),
  constraint submission_exception_by foreign key (exception_by) references person (id),
  constraint submission_once unique (campaign_id, org_unit_id),
  constraint submission_stage check (stage in ('school', 'municipality', 'region', 'approved')),
  constraint submission_counts check (given_count between 0 and asked_count),
  constraint submission_sent check ((rounds = 0) = (num_nonnulls(first_sent_on, last_sent_on) = 0)),
  constraint submission_released check ((released_on is null) = (released_reason is null)),
  constraint submission_exception check (
    (num_nonnulls(late_after, closed_after) = 0) = (exception_reason is null)
    and (exception_reason is null) = (exception_by is null)
  )
);

create index submission_unit on submission (org_unit_id);

create index submission_scope on submission using gist (scope);

alter table submission enable row level security;

create policy submission_all on submission using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger submission_audit after insert or update or delete on submission
for each row execute function audit_row('submission');

-- What was done with a form, by whom, with what note.
create table submission_step (
  id uuid not null,
  submission_id uuid not null,
  -- Of the school.
  scope ltree not null,
  move text not null,
  from_stage text not null,
  to_stage text not null,
  note text,
  made_by uuid not null,
  -- In whose name: the school sees the office, whose people row security hides.
  unit_id uuid not null,
  made_at timestamptz not null,
  constraint submission_step_pkey primary key (id),
  constraint submission_step_submission foreign key (submission_id) references submission (id) on delete cascade,
  constraint submission_step_person foreign key (made_by) references person (id),
  constraint submission_step_unit foreign key (unit_id) references org_unit (id),
  constraint submission_step_move check (move in ('send', 'take-back', 'hold', 'let-go', 'accept', 'return')),
  constraint submission_step_note check (move <> 'return' or note is not null)
);

create index submission_step_of on submission_step (submission_id);

create index submission_step_scope on submission_step using gist (scope);

alter table submission_step enable row level security;

create policy submission_step_all on submission_step
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger submission_step_audit after insert or update or delete on submission_step
for each row execute function audit_row('submission_step');

-- What a school said of an indicator and a period: one fact has one row, whichever campaign asked for it. No row is «not given».
create table indicator_value (
  id uuid not null,
  org_unit_id uuid not null,
  -- Of the school.
  scope ltree not null,
  period_code text not null,
  indicator_code text not null,
  definition_version integer not null,
  state text not null,
  amount numeric,
  total numeric,
  -- As it was written, where that says more than the numbers.
  typed text,
  source text not null,
  -- By which form; null where it came by an import without one.
  submission_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint indicator_value_pkey primary key (id),
  constraint indicator_value_unit foreign key (org_unit_id) references org_unit (id),
  constraint indicator_value_submission foreign key (submission_id) references submission (id) on delete set null,
  constraint indicator_value_person foreign key (made_by) references person (id),
  constraint indicator_value_once unique (org_unit_id, period_code, indicator_code),
  constraint indicator_value_state check (state in ('given', 'not-applicable', 'unreadable')),
  constraint indicator_value_amount check ((state = 'given') = (amount is not null)),
  constraint indicator_value_source check (source in ('typed', 'pasted', 'file', 'document', 'previous', 'register'))
);

create index indicator_value_of_submission on indicator_value (submission_id);

create index indicator_value_of_period on indicator_value (period_code, indicator_code);

alter table indicator_value enable row level security;

create policy indicator_value_all on indicator_value
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

-- Counts of a few pupils are for the school's own eyes; the audit is read above it.
create trigger indicator_value_audit after insert or update or delete on indicator_value
for each row execute function audit_row('indicator_value', 'amount', 'typed');

-- How a school explained what a check asked about; asked again when the numbers behind it change.
create table submission_answer (
  id uuid not null,
  submission_id uuid not null,
  scope ltree not null,
  -- The check and the indicators it looked at.
  check_key text not null,
  -- The numbers as they were when the answer was given.
  seen text not null,
  answer text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint submission_answer_pkey primary key (id),
  constraint submission_answer_submission foreign key (submission_id) references submission (id) on delete cascade,
  constraint submission_answer_person foreign key (made_by) references person (id),
  constraint submission_answer_once unique (submission_id, check_key)
);

create index submission_answer_scope on submission_answer using gist (scope);

alter table submission_answer enable row level security;

create policy submission_answer_all on submission_answer
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger submission_answer_audit after insert or update or delete on submission_answer
for each row execute function audit_row('submission_answer', 'seen');
