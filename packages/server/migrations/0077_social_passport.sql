-- The social passport of a school: how many of how many, one row for what the passport says of a school year. What it does not say has no row.
create table social_passport (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  school_year_start integer not null,
  variable text not null,
  count integer not null,
  total integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint social_passport_pkey primary key (id),
  constraint social_passport_unit foreign key (org_unit_id) references org_unit (id),
  constraint social_passport_person foreign key (made_by) references person (id),
  constraint social_passport_once unique (org_unit_id, school_year_start, variable),
  constraint social_passport_variable check (variable ~ '^X(0[1-9]|1[0-9])$'),
  constraint social_passport_count check (total > 0 and count between 0 and total)
);

create index social_passport_scope on social_passport using gist (scope);

create index social_passport_year on social_passport (school_year_start);

alter table social_passport enable row level security;

create policy social_passport_all on social_passport using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

-- Counts of a few pupils are for the school's own eyes; the audit is read above it.
create trigger social_passport_audit after insert or update or delete on social_passport
for each row execute function audit_row('social_passport', 'count');
