-- The act of a plan may be the protocol of a hearing: its decisions are carried out like the rows of any other act.
alter table plan add column kind text not null default 'plan';

alter table plan add constraint plan_kind check (kind in ('plan', 'protocol'));

-- Nodes beside the territory whose people read it all the same: a protocol belongs to one school, and who is to carry out its decisions
-- may work in an institute beside that school.
alter table plan add column readers ltree[] not null default '{}';

alter table activity add column readers ltree[] not null default '{}';

alter table activity_party add column readers ltree[] not null default '{}';

alter table expected_result add column readers ltree[] not null default '{}';

create policy plan_read_by_readers on plan for select using (readers operator(public.<@) any ((select sight())::public.ltree[]));

create policy activity_read_by_readers on activity for select using (readers operator(public.<@) any ((select sight())::public.ltree[]));

create policy activity_party_read_by_readers on activity_party for select using (readers operator(public.<@) any ((select sight())::public.ltree[]));

create policy expected_result_read_by_readers on expected_result for select using (readers operator(public.<@) any ((select sight())::public.ltree[]));

-- «Час контроля»: the hearing of one school. scope = the school.
create table hearing (
  id uuid not null,
  school_id uuid not null,
  scope ltree not null,
  -- The organisation that holds it, and its name in the protocol.
  host_id uuid not null,
  on_date date not null,
  starts_at text,
  place text,
  state text not null,
  -- Why it was cancelled.
  note text,
  -- Its decisions; null until the protocol is closed.
  plan_id uuid,
  planned_by_id uuid not null,
  planned_at timestamptz not null,
  version integer not null,
  constraint hearing_pkey primary key (id),
  constraint hearing_school foreign key (school_id) references org_unit (id),
  constraint hearing_host foreign key (host_id) references org_unit (id),
  constraint hearing_plan foreign key (plan_id) references plan (id),
  constraint hearing_planned_by foreign key (planned_by_id) references person (id),
  constraint hearing_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint hearing_state check (state in ('planned', 'held', 'correcting', 'cancelled'))
);

create index hearing_school on hearing (school_id, on_date);

create index hearing_on_date on hearing (on_date);

create index hearing_plan on hearing (plan_id);

alter table hearing enable row level security;

create policy hearing_read on hearing for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy hearing_insert on hearing for insert with check (is_below(scope));

create policy hearing_update on hearing for update using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger hearing_audit after insert or update or delete on hearing
for each row execute function audit_row('hearing');

-- What is being typed at the hearing; the protocol is made of it.
create table hearing_minutes (
  -- The hearing's id.
  id uuid not null,
  scope ltree not null,
  content jsonb not null,
  changed_by_id uuid not null,
  changed_at timestamptz not null,
  version integer not null,
  constraint hearing_minutes_pkey primary key (id),
  constraint hearing_minutes_hearing foreign key (id) references hearing (id) on delete cascade,
  constraint hearing_minutes_changed_by foreign key (changed_by_id) references person (id)
);

alter table hearing_minutes enable row level security;

create policy hearing_minutes_all on hearing_minutes using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger hearing_minutes_audit after insert or update or delete on hearing_minutes
for each row execute function audit_row('hearing_minutes', 'content');

-- Written once and never changed: no policy lets anybody. A correction is the next edition.
create table protocol (
  id uuid not null,
  hearing_id uuid not null,
  scope ltree not null,
  host_id uuid not null,
  edition integer not null,
  number text not null,
  held_on date not null,
  place text,
  host_name text not null,
  content jsonb not null,
  -- Why it was corrected; null for the first edition.
  reasons text,
  closed_by_id uuid not null,
  closed_at timestamptz not null,
  constraint protocol_pkey primary key (id),
  constraint protocol_hearing foreign key (hearing_id) references hearing (id),
  constraint protocol_host foreign key (host_id) references org_unit (id),
  constraint protocol_closed_by foreign key (closed_by_id) references person (id),
  constraint protocol_edition unique (hearing_id, edition),
  constraint protocol_reasons check ((edition = 1) = (reasons is null))
);

-- A host numbers its protocols anew each year.
create unique index protocol_number on protocol (host_id, extract(year from held_on), number) where edition = 1;

alter table protocol enable row level security;

create policy protocol_read on protocol for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

create policy protocol_insert on protocol for insert with check (is_below(scope));

create trigger protocol_audit after insert or update or delete on protocol
for each row execute function audit_row('protocol', 'content');
