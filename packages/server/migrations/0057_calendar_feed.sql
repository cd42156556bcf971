-- The secret address of a calendar that other programs read. Its rows are asked for only in the name of their person.
create table calendar_feed (
  id uuid not null,
  person_id uuid not null,
  scope ltree not null,
  -- Null: the person's own terms.
  plan_id uuid,
  secret_hash text not null,
  created_at timestamptz not null,
  constraint calendar_feed_pkey primary key (id),
  constraint calendar_feed_person foreign key (person_id) references person (id),
  constraint calendar_feed_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint calendar_feed_secret unique (secret_hash),
  constraint calendar_feed_one unique nulls not distinct (person_id, plan_id)
);

create index calendar_feed_plan on calendar_feed (plan_id);

alter table calendar_feed enable row level security;

create policy calendar_feed_all on calendar_feed using (is_below(scope)) with check (is_below(scope));

create trigger calendar_feed_audit after insert or update or delete on calendar_feed
for each row execute function audit_row('calendar_feed', 'secret_hash');
