-- The decree on moving days off, of a year that the product does not ship; entered at the region's node.
create table production_year (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  year integer not null,
  source text not null,
  constraint production_year_pkey primary key (id),
  constraint production_year_unit foreign key (org_unit_id) references org_unit (id),
  constraint production_year_once unique (org_unit_id, year)
);

create index production_year_scope on production_year using gist (scope);

alter table production_year enable row level security;

create policy production_year_read on production_year for select using (is_along(scope));

create policy production_year_insert on production_year for insert with check (is_below(scope));

create policy production_year_delete on production_year for delete using (is_below(scope));

create trigger production_year_audit after insert or update or delete on production_year
for each row execute function audit_row('production_year');

-- A day that departs from weekends, public holidays and the shipped decrees: one of an entered year, or one of a territory.
create table calendar_day (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  production_year_id uuid,
  on_date date not null,
  kind text not null,
  moved_from date,
  title text,
  constraint calendar_day_pkey primary key (id),
  constraint calendar_day_unit foreign key (org_unit_id) references org_unit (id),
  constraint calendar_day_year foreign key (production_year_id) references production_year (id) on delete cascade,
  constraint calendar_day_kind check (kind in ('off', 'short', 'working')),
  constraint calendar_day_once unique nulls not distinct (org_unit_id, production_year_id, on_date)
);

create index calendar_day_scope on calendar_day using gist (scope);

create index calendar_day_year on calendar_day (production_year_id);

alter table calendar_day enable row level security;

create policy calendar_day_read on calendar_day for select using (is_along(scope));

create policy calendar_day_insert on calendar_day for insert with check (is_below(scope));

create policy calendar_day_delete on calendar_day for delete using (is_below(scope));

create trigger calendar_day_audit after insert or update or delete on calendar_day
for each row execute function audit_row('calendar_day');

-- Quarters, trimesters, half-years and holidays as a territory ordered them for its schools.
create table school_term (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  -- 2026 for 2026/27.
  school_year integer not null,
  kind text not null,
  number integer not null,
  starts_on date not null,
  ends_on date not null,
  constraint school_term_pkey primary key (id),
  constraint school_term_unit foreign key (org_unit_id) references org_unit (id),
  constraint school_term_kind check (kind in ('term', 'trimester', 'half-year', 'holidays')),
  constraint school_term_dates check (ends_on >= starts_on),
  constraint school_term_once unique (org_unit_id, school_year, kind, number)
);

create index school_term_scope on school_term using gist (scope);

alter table school_term enable row level security;

create policy school_term_read on school_term for select using (is_along(scope));

create policy school_term_insert on school_term for insert with check (is_below(scope));

create policy school_term_delete on school_term for delete using (is_below(scope));

create trigger school_term_audit after insert or update or delete on school_term
for each row execute function audit_row('school_term');
