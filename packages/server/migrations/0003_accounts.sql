create table person (
  id uuid not null,
  -- The node of the organisation tree where the person works.
  org_unit_id uuid not null,
  scope ltree not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  post text,
  email text,
  language text not null,
  version integer not null,
  constraint person_pkey primary key (id),
  constraint person_org_unit foreign key (org_unit_id) references org_unit (id),
  constraint person_language check (language in ('ru', 'en'))
);

create unique index person_email on person (lower(email));

create index person_scope on person using gist (scope);

alter table person enable row level security;

-- A person is seen along her line: executors of an order know their coordinators and the other way round.
create policy person_read on person for select using (is_along(scope));

create policy person_insert on person for insert with check (is_below(scope));

create policy person_update on person for update using (is_below(scope)) with check (is_below(scope));

create trigger person_audit after insert or update or delete on person
for each row execute function audit_row('person');

-- A role on a node of the tree, for a time. Handover ends one row and begins another.
create table role_assignment (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  -- The node on which the role is held.
  scope ltree not null,
  org_unit_id uuid not null,
  from_on date not null,
  until_on date,
  acting boolean not null,
  -- The assignment that this one takes over, for handover and for an acting person.
  in_place_of_id uuid,
  constraint role_assignment_pkey primary key (id),
  constraint role_assignment_person foreign key (person_id) references person (id),
  constraint role_assignment_org_unit foreign key (org_unit_id) references org_unit (id),
  constraint role_assignment_in_place_of foreign key (in_place_of_id) references role_assignment (id),
  constraint role_assignment_dates check (until_on >= from_on),
  constraint role_assignment_role check (role in (
    'administrator', 'regional-coordinator', 'municipal-coordinator', 'methodologist',
    'curator', 'school-director', 'school-coordinator', 'observer'
  ))
);

create index role_assignment_person on role_assignment (person_id);

create index role_assignment_scope on role_assignment using gist (scope);

alter table role_assignment enable row level security;

create policy role_assignment_read on role_assignment for select using (is_along(scope));

create policy role_assignment_insert on role_assignment for insert with check (is_below(scope));

create policy role_assignment_update on role_assignment for update using (is_below(scope)) with check (is_below(scope));

create trigger role_assignment_audit after insert or update or delete on role_assignment
for each row execute function audit_row('role_assignment');

-- How a person signs in. Apart from `person`, so that no list of people can show it.
create table account (
  id uuid not null,
  scope ltree not null,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  failed_attempts integer not null,
  locked_until timestamptz,
  constraint account_pkey primary key (id),
  constraint account_person foreign key (id) references person (id)
);

alter table account enable row level security;

create policy account_all on account using (is_below(scope)) with check (is_below(scope));

create trigger account_audit after insert or update or delete on account
for each row execute function audit_row('account', 'password_hash', 'totp_secret');

create table session (
  -- SHA-256 of the cookie's value: a copy of the table signs nobody in.
  id text not null,
  person_id uuid not null,
  scope ltree not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  second_factor_passed boolean not null,
  user_agent text not null,
  constraint session_pkey primary key (id),
  constraint session_person foreign key (person_id) references person (id)
);

create index session_person on session (person_id, created_at);

alter table session enable row level security;

create policy session_all on session using (is_below(scope)) with check (is_below(scope));
