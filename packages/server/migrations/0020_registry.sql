-- «№ 2» comes before «№ 10», and «ё» beside «е».
create collation if not exists by_number (provider = icu, locale = 'ru-u-kn-true');

-- Words by which the unit is found: names, abbreviations spelt out and written-out names abbreviated, settlement, numbers.
alter table org_unit add column search_text text not null default '';

create policy org_unit_delete on org_unit for delete using (is_below(scope));

drop trigger org_unit_audit on org_unit;

create trigger org_unit_audit after insert or update or delete on org_unit
for each row execute function audit_row('org_unit', 'search_text');

-- How documents call the unit beside its two names: «ДО», «ИРО», «школа № 1».
create table org_unit_alias (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  name text not null,
  -- As it is compared: without case, «ё» and quotation marks.
  folded text not null,
  constraint org_unit_alias_pkey primary key (id),
  constraint org_unit_alias_unit foreign key (org_unit_id) references org_unit (id) on delete cascade,
  constraint org_unit_alias_once unique (org_unit_id, folded)
);

create index org_unit_alias_scope on org_unit_alias using gist (scope);

alter table org_unit_alias enable row level security;

create policy org_unit_alias_read on org_unit_alias for select using (is_along(scope));

create policy org_unit_alias_insert on org_unit_alias for insert with check (is_below(scope));

create policy org_unit_alias_delete on org_unit_alias for delete using (is_below(scope));

create trigger org_unit_alias_audit after insert or update or delete on org_unit_alias
for each row execute function audit_row('org_unit_alias');

-- A category is given to a school by an act and holds for a period; a school may hold both at once.
create table school_category (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  category text not null,
  act_number text,
  act_on date,
  from_on date not null,
  until_on date,
  version integer not null,
  constraint school_category_pkey primary key (id),
  constraint school_category_unit foreign key (org_unit_id) references org_unit (id),
  constraint school_category_kind check (category in ('low-results', 'difficult-conditions')),
  constraint school_category_dates check (until_on >= from_on),
  constraint school_category_overlap exclude using gist (
    org_unit_id with =, category with =, daterange(from_on, until_on, '[]') with &&
  )
);

create index school_category_scope on school_category using gist (scope);

alter table school_category enable row level security;

create policy school_category_read on school_category for select using (is_along(scope));

create policy school_category_insert on school_category for insert with check (is_below(scope));

create policy school_category_update on school_category for update using (is_below(scope)) with check (is_below(scope));

create policy school_category_delete on school_category for delete using (is_below(scope));

create trigger school_category_audit after insert or update or delete on school_category
for each row execute function audit_row('school_category');

-- Taking part in a project («500+», «Точка роста») from one day to another.
create table project_membership (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  project text not null,
  from_on date not null,
  until_on date,
  version integer not null,
  constraint project_membership_pkey primary key (id),
  constraint project_membership_unit foreign key (org_unit_id) references org_unit (id),
  constraint project_membership_dates check (until_on >= from_on),
  constraint project_membership_overlap exclude using gist (
    org_unit_id with =, project with =, daterange(from_on, until_on, '[]') with &&
  )
);

create index project_membership_scope on project_membership using gist (scope);

alter table project_membership enable row level security;

create policy project_membership_read on project_membership for select using (is_along(scope));

create policy project_membership_insert on project_membership for insert with check (is_below(scope));

create policy project_membership_update on project_membership for update using (is_below(scope)) with check (is_below(scope));

create policy project_membership_delete on project_membership for delete using (is_below(scope));

create trigger project_membership_audit after insert or update or delete on project_membership
for each row execute function audit_row('project_membership');
