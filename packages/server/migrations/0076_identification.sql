-- Which schools need support, by which rule and on which numbers.

-- Methodologies of offices beside those that come with the product: never changed, replaced by the next version.
create table methodology (
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
  constraint methodology_pkey primary key (id),
  constraint methodology_unit foreign key (org_unit_id) references org_unit (id),
  constraint methodology_person foreign key (made_by) references person (id),
  constraint methodology_once unique (code, version)
);

create index methodology_scope on methodology using gist (scope);

alter table methodology enable row level security;

create policy methodology_read on methodology for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy methodology_insert on methodology for insert with check (is_below(scope));

create trigger methodology_audit after insert or update or delete on methodology
for each row execute function audit_row('methodology', 'content');

-- One identification of a territory. It keeps its methodology whole and, in its verdicts, its numbers: it can be done again to the same digits.
create table identification_run (
  id uuid not null,
  org_unit_id uuid not null,
  -- Of the territory.
  scope ltree not null,
  year integer not null,
  methodology jsonb not null,
  priors jsonb not null,
  digest text not null,
  state text not null,
  act_number text,
  act_on date,
  from_on date,
  until_on date,
  withdrawn_act_number text,
  withdrawn_act_on date,
  withdrawn_from_on date,
  -- Categories that the approval ended before their time, with the days they had: a withdrawal from the first day gives them back.
  ended jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  constraint identification_run_pkey primary key (id),
  constraint identification_run_unit foreign key (org_unit_id) references org_unit (id),
  constraint identification_run_person foreign key (made_by) references person (id),
  constraint identification_run_state check (state in ('draft', 'approved', 'withdrawn')),
  constraint identification_run_act check (
    (state = 'draft') = (num_nonnulls(act_number, act_on, from_on) = 0)
    and num_nulls(act_number, act_on, from_on) in (0, 3)
  ),
  constraint identification_run_withdrawal check (
    (state = 'withdrawn') = (num_nulls(withdrawn_act_number, withdrawn_act_on, withdrawn_from_on) = 0)
  ),
  constraint identification_run_dates check (until_on >= from_on)
);

create index identification_run_scope on identification_run using gist (scope);

alter table identification_run enable row level security;

-- A draft is seen by who has the whole of its territory; an approved list by everybody in it.
create policy identification_run_read on identification_run for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or (state <> 'draft' and scope operator(public.@>) any ((select sight())::public.ltree[])));

create policy identification_run_insert on identification_run for insert with check (is_below(scope));

create policy identification_run_update on identification_run for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy identification_run_delete on identification_run for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger identification_run_audit after insert or update or delete on identification_run
for each row execute function audit_row('identification_run', 'methodology', 'priors', 'ended');

-- The verdict of a run on one school, with its reasons and the numbers it was made from.
create table identification_verdict (
  id uuid not null,
  run_id uuid not null,
  org_unit_id uuid not null,
  -- Of the school.
  scope ltree not null,
  -- Of the run's territory.
  run_scope ltree not null,
  -- The run was approved: the school itself reads it.
  is_published boolean not null,
  verdict text not null,
  certainty text not null,
  listed_probability double precision,
  reasons jsonb not null,
  inputs jsonb not null,
  constraint identification_verdict_pkey primary key (id),
  constraint identification_verdict_run foreign key (run_id) references identification_run (id) on delete cascade,
  constraint identification_verdict_unit foreign key (org_unit_id) references org_unit (id),
  constraint identification_verdict_once unique (run_id, org_unit_id),
  constraint identification_verdict_verdict check (verdict in ('listed', 'not-listed', 'insufficient', 'excluded')),
  constraint identification_verdict_certainty check (certainty in ('stable', 'possible', 'little-data'))
);

create index identification_verdict_unit on identification_verdict (org_unit_id);

create index identification_verdict_scope on identification_verdict using gist (scope);

alter table identification_verdict enable row level security;

create policy identification_verdict_read on identification_verdict for select using (
  run_scope operator(public.<@) any ((select sight())::public.ltree[])
  or (is_published and scope operator(public.<@) any ((select sight())::public.ltree[])));

create policy identification_verdict_insert on identification_verdict for insert with check (is_below(run_scope));

create policy identification_verdict_update on identification_verdict for update
using (run_scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(run_scope));

create policy identification_verdict_delete on identification_verdict for delete using (run_scope operator(public.<@) any ((select sight())::public.ltree[]));

create trigger identification_verdict_audit after insert or update or delete on identification_verdict
for each row execute function audit_row('identification_verdict', 'verdict', 'certainty', 'listed_probability', 'reasons', 'inputs');

-- The list by which a school has the category; null where somebody entered it by hand.
alter table school_category add column identification_run_id uuid;

alter table school_category add constraint school_category_run foreign key (identification_run_id) references identification_run (id);

create index school_category_of_run on school_category (identification_run_id);
