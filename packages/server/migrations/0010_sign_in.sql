-- Counters that change with every attempt are kept apart from the audited account.
create table sign_in_guard (
  -- The person's id.
  id uuid not null,
  scope ltree not null,
  failed_attempts integer not null,
  locked_until timestamptz,
  -- The last time step whose code was taken: a code works once.
  totp_last_step bigint,
  constraint sign_in_guard_pkey primary key (id),
  constraint sign_in_guard_person foreign key (id) references person (id)
);

alter table sign_in_guard enable row level security;

create policy sign_in_guard_all on sign_in_guard using (is_below(scope)) with check (is_below(scope));

alter table account drop column failed_attempts;

alter table account drop column locked_until;

-- A session says how far its sign-in has come; those of before are ended.
delete from session;

alter table session drop column second_factor_passed;

alter table session add column stage text not null constraint session_stage check (stage in ('open', 'second-factor', 'enrolment'));

alter table session add column address text not null;

-- Every sign-in and every refused attempt. What was typed is not kept: people type passwords into the wrong field.
create table sign_in_event (
  id uuid not null,
  at timestamptz not null,
  -- Null: nobody has the address that was typed; the scope is then the region's.
  person_id uuid,
  scope ltree not null,
  outcome text not null,
  address text not null,
  user_agent text not null,
  constraint sign_in_event_pkey primary key (id),
  constraint sign_in_event_outcome check (outcome in (
    'signed-in', 'unknown-person', 'wrong-password', 'wrong-code', 'locked', 'too-many', 'recovery-code', 'signed-out'
  ))
);

create index sign_in_event_at on sign_in_event (at, id);

create index sign_in_event_address on sign_in_event (address, at);

create index sign_in_event_person on sign_in_event (person_id, at);

alter table sign_in_event enable row level security;

create policy sign_in_event_read on sign_in_event for select using (is_below(scope));

create policy sign_in_event_write on sign_in_event for insert with check (true);

-- A link that lets its holder set the password of one account, once.
create table one_time_link (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  purpose text not null,
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_link_pkey primary key (id),
  constraint one_time_link_person foreign key (person_id) references person (id),
  constraint one_time_link_secret unique (secret_hash),
  constraint one_time_link_purpose check (purpose in ('invitation', 'reset'))
);

create index one_time_link_person on one_time_link (person_id);

alter table one_time_link enable row level security;

create policy one_time_link_all on one_time_link using (is_below(scope)) with check (is_below(scope));

create trigger one_time_link_audit after insert or update or delete on one_time_link
for each row execute function audit_row('one_time_link', 'secret_hash');

create table recovery_code (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  code_hash text not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (id),
  constraint recovery_code_person foreign key (person_id) references person (id)
);

create index recovery_code_person on recovery_code (person_id);

alter table recovery_code enable row level security;

create policy recovery_code_all on recovery_code using (is_below(scope)) with check (is_below(scope));

create trigger recovery_code_audit after insert or update or delete on recovery_code
for each row execute function audit_row('recovery_code', 'code_hash');

-- The subject of an OpenID Connect provider that signs in as this person.
create table oidc_binding (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  issuer text not null,
  subject text not null,
  constraint oidc_binding_pkey primary key (id),
  constraint oidc_binding_person foreign key (person_id) references person (id),
  constraint oidc_binding_subject unique (issuer, subject),
  constraint oidc_binding_one_a_person unique (person_id, issuer)
);

alter table oidc_binding enable row level security;

create policy oidc_binding_all on oidc_binding using (is_below(scope)) with check (is_below(scope));

create trigger oidc_binding_audit after insert or update or delete on oidc_binding
for each row execute function audit_row('oidc_binding');

-- What the administrator demands of those who sign in: one row, on the region's root.
create table sign_in_policy (
  id uuid not null,
  scope ltree not null,
  second_factor_roles text[] not null,
  version integer not null,
  constraint sign_in_policy_pkey primary key (id),
  constraint sign_in_policy_one unique (scope)
);

alter table sign_in_policy enable row level security;

create policy sign_in_policy_all on sign_in_policy using (is_below(scope)) with check (is_below(scope));

create trigger sign_in_policy_audit after insert or update or delete on sign_in_policy
for each row execute function audit_row('sign_in_policy');
