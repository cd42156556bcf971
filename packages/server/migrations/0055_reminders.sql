-- What an office decides about reminders for its people and plans, and for all below it that decided nothing.
create table reminder_rules (
  id uuid not null,
  org_unit_id uuid not null,
  scope ltree not null,
  days_before integer[] not null,
  stalled_after_days integer not null,
  escalate_after_days integer[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null,
  constraint reminder_rules_pkey primary key (id),
  constraint reminder_rules_one unique (org_unit_id),
  constraint reminder_rules_org_unit foreign key (org_unit_id) references org_unit (id),
  constraint reminder_rules_changed_by foreign key (changed_by) references person (id)
);

alter table reminder_rules enable row level security;

create policy reminder_rules_all on reminder_rules using (is_below(scope)) with check (is_below(scope));

create trigger reminder_rules_audit after insert or update or delete on reminder_rules
for each row execute function audit_row('reminder_rules');

-- What a person decided for herself; without a row the usual holds.
create table reminder_settings (
  -- The person's id.
  id uuid not null,
  scope ltree not null,
  by_mail boolean not null,
  -- Null: as her office decides.
  days_before integer[],
  -- 1 for Monday.
  quiet_weekdays integer[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null,
  constraint reminder_settings_pkey primary key (id),
  constraint reminder_settings_person foreign key (id) references person (id),
  constraint reminder_settings_changed_by foreign key (changed_by) references person (id)
);

alter table reminder_settings enable row level security;

create policy reminder_settings_all on reminder_settings using (is_below(scope)) with check (is_below(scope));

create trigger reminder_settings_audit after insert or update or delete on reminder_settings
for each row execute function audit_row('reminder_settings');

-- Days of a person without reminders, and who is reminded meanwhile.
create table absence (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  from_on date not null,
  until_on date not null,
  stand_in_id uuid,
  constraint absence_pkey primary key (id),
  constraint absence_person foreign key (person_id) references person (id),
  constraint absence_stand_in foreign key (stand_in_id) references person (id),
  constraint absence_dates check (until_on >= from_on),
  constraint absence_no_overlap exclude using gist (person_id with =, daterange(from_on, until_on, '[]') with &&)
);

alter table absence enable row level security;

create policy absence_all on absence using (is_below(scope)) with check (is_below(scope));

create trigger absence_audit after insert or update or delete on absence
for each row execute function audit_row('absence');

-- One row for each day on which reminders were planned, written in the same transaction as what was planned: of two servers that plan
-- at once the second waits for the row and finds the day done.
create table reminder_run (
  id uuid not null,
  scope ltree not null,
  day date not null,
  at timestamptz not null,
  -- Who was told something.
  people integer not null,
  constraint reminder_run_pkey primary key (id),
  constraint reminder_run_once unique (day)
);

alter table reminder_run enable row level security;

create policy reminder_run_all on reminder_run using (is_below(scope)) with check (is_below(scope));

-- What one person was told on one day.
create table digest (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  day date not null,
  content jsonb not null,
  -- Instances that it tells of.
  total integer not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint digest_pkey primary key (id),
  constraint digest_person foreign key (person_id) references person (id),
  constraint digest_one_a_day unique (person_id, day)
);

alter table digest enable row level security;

create policy digest_all on digest using (is_below(scope)) with check (is_below(scope));

-- The letter of a digest on its way. It is claimed in a transaction of its own before it is handed to the mail server.
create table digest_mail (
  -- The digest's id.
  id uuid not null,
  scope ltree not null,
  state text not null,
  attempts integer not null,
  created_at timestamptz not null,
  try_at timestamptz not null,
  claimed_at timestamptz,
  finished_at timestamptz,
  -- What the mail server said, without the address.
  reason text,
  constraint digest_mail_pkey primary key (id),
  constraint digest_mail_digest foreign key (id) references digest (id) on delete cascade,
  constraint digest_mail_state check (state in ('waiting', 'claimed', 'sent', 'refused', 'expired', 'unclear'))
);

create index digest_mail_waiting on digest_mail (try_at) where state = 'waiting';

create index digest_mail_claimed on digest_mail (claimed_at) where state = 'claimed';

alter table digest_mail enable row level security;

create policy digest_mail_all on digest_mail using (is_below(scope)) with check (is_below(scope));

-- Of which instance, how many days late, the one who controls its plan was told: once for each step.
create table escalation (
  instance_id uuid not null,
  step integer not null,
  scope ltree not null,
  at timestamptz not null,
  constraint escalation_pkey primary key (instance_id, step),
  constraint escalation_instance foreign key (instance_id) references instance (id) on delete cascade
);

alter table escalation enable row level security;

create policy escalation_all on escalation using (is_below(scope)) with check (is_below(scope));
