-- What is aimed at, by whom, on what ground; what a person concluded; reports that are kept as they were.

-- A target of a territory or a school for an indicator and a period, as amount and total.
create table indicator_target (
  id uuid not null,
  org_unit_id uuid not null,
  -- For whom it is set.
  scope ltree not null,
  period_code text not null,
  indicator_code text not null,
  amount numeric not null,
  total numeric,
  -- The act or programme that says so.
  source text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint indicator_target_pkey primary key (id),
  constraint indicator_target_unit foreign key (org_unit_id) references org_unit (id),
  constraint indicator_target_person foreign key (made_by) references person (id),
  constraint indicator_target_once unique (org_unit_id, period_code, indicator_code),
  constraint indicator_target_total check (total > 0)
);

create index indicator_target_scope on indicator_target using gist (scope);

alter table indicator_target enable row level security;

-- What a territory aims at is told to its schools.
create policy indicator_target_read on indicator_target for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy indicator_target_insert on indicator_target for insert with check (is_below(scope));

create policy indicator_target_update on indicator_target for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy indicator_target_delete on indicator_target for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger indicator_target_audit after insert or update or delete on indicator_target
for each row execute function audit_row('indicator_target');

-- «Вывод → возможная причина»: proposed by rules, kept, changed or thrown away by a person.
create table conclusion (
  id uuid not null,
  org_unit_id uuid not null,
  -- Of the school or territory it is about.
  scope ltree not null,
  period_code text not null,
  indicator_code text not null,
  finding text not null,
  state text not null,
  text text not null,
  possible_cause text not null,
  -- Made of a school's own numbers, small ones too: for the school's eyes.
  is_own boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint conclusion_pkey primary key (id),
  constraint conclusion_unit foreign key (org_unit_id) references org_unit (id),
  constraint conclusion_person foreign key (made_by) references person (id),
  constraint conclusion_once unique (org_unit_id, period_code, indicator_code, finding, is_own),
  constraint conclusion_state check (state in ('kept', 'dismissed')),
  constraint conclusion_finding check (finding in ('worsened', 'improved', 'target-missed'))
);

create index conclusion_scope on conclusion using gist (scope);

alter table conclusion enable row level security;

create policy conclusion_all on conclusion using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger conclusion_audit after insert or update or delete on conclusion
for each row execute function audit_row('conclusion', 'text', 'possible_cause');

-- A report as it was made: never changed; done again from what it keeps it gives the same digits.
create table indicator_report (
  id uuid not null,
  org_unit_id uuid not null,
  -- Of the school or territory it is about.
  scope ltree not null,
  kind text not null,
  title text not null,
  parameters jsonb not null,
  -- Until which moment values are in it.
  cut_at timestamptz not null,
  -- Codes and versions of the definitions that were used.
  definitions jsonb not null,
  content jsonb not null,
  -- SHA-256 of all of it, in hexadecimal.
  digest text not null,
  is_own boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint indicator_report_pkey primary key (id),
  constraint indicator_report_unit foreign key (org_unit_id) references org_unit (id),
  constraint indicator_report_person foreign key (made_by) references person (id),
  constraint indicator_report_kind check (kind in ('table', 'start-control', 'dynamics', 'completeness')),
  constraint indicator_report_digest check (digest ~ '^[0-9a-f]{64}$')
);

create index indicator_report_scope on indicator_report using gist (scope);

alter table indicator_report enable row level security;

create policy indicator_report_read on indicator_report for select using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy indicator_report_insert on indicator_report for insert with check (is_below(scope));

create trigger indicator_report_audit after insert or update or delete on indicator_report
for each row execute function audit_row('indicator_report', 'content');

-- Sums of all schools over indicators and periods are read from this index alone: a thousand schools, eighty indicators and six periods without a
-- look at the rows.
create index indicator_value_sums on indicator_value (period_code, indicator_code)
include (scope, org_unit_id, state, amount, total, definition_version, submission_id);

drop index indicator_value_of_period;
