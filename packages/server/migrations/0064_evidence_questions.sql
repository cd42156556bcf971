-- What a person should look at in evidence: asked by rules (domain/plans/ask-questions.ts), answered by who gave it, settled by who accepts.
-- A row concerns one school, one territory, or two plans at the node above both; what one school may not know of another stands in no row
-- of its own. Seen from the node itself and above, never from below. A question that is over stays, so that it is not asked again for the
-- same facts.
create table evidence_question (
  id uuid not null,
  plan_id uuid not null,
  scope ltree not null,
  kind text not null,
  -- The matter that questions share: a file, a document, an instance, a day, a pair of plans.
  group_key text not null,
  instance_ids uuid[] not null,
  given_by_ids uuid[] not null,
  facts jsonb not null,
  -- Of the facts and the instances: who settles a question settles this.
  fingerprint text not null,
  asked_at timestamptz not null,
  -- When the facts were mended.
  gone_at timestamptz,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz,
  settled_fingerprint text,
  settled_note text,
  settled_by_id uuid,
  settled_at timestamptz,
  version integer not null,
  constraint evidence_question_pkey primary key (id),
  constraint evidence_question_once unique (plan_id, kind, group_key, scope),
  constraint evidence_question_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint evidence_question_answered_by foreign key (answered_by_id) references person (id),
  constraint evidence_question_settled_by foreign key (settled_by_id) references person (id),
  constraint evidence_question_kind check (kind in (
    'same-file', 'same-requisites', 'document-early', 'document-late', 'last-hours', 'count-impossible', 'plans-alike'
  ))
);

create index evidence_question_group on evidence_question (kind, group_key);

alter table evidence_question enable row level security;

create policy evidence_question_read on evidence_question for select
using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy evidence_question_insert on evidence_question for insert with check (is_below(scope));

create policy evidence_question_update on evidence_question for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create trigger evidence_question_audit after insert or update or delete on evidence_question
for each row execute function audit_row('evidence_question');

-- The evidence of one plan, and the documents of one day.
create index evidence_plan on evidence (plan_id);

create index evidence_document_on on evidence (document_on) where document_on is not null;
