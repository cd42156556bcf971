-- Evidence that waits to be looked through for questions, and plans that wait to be compared: written with the submission itself and gone
-- with the look, so that a look that failed, or never began, is seen by those who accept.
create table question_look (
  id uuid not null,
  plan_id uuid not null,
  -- Of the plan.
  scope ltree not null,
  -- Of who asked for it by submitting: she may stand below the plan.
  author_scope ltree not null,
  kind text not null,
  instance_ids uuid[] not null,
  asked_at timestamptz not null,
  failed_at timestamptz,
  constraint question_look_pkey primary key (id),
  constraint question_look_plan foreign key (plan_id) references plan (id) on delete cascade,
  constraint question_look_kind check (kind in ('evidence', 'plans-alike'))
);

create index question_look_plan on question_look (plan_id);

alter table question_look enable row level security;

create policy question_look_read on question_look for select using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy question_look_insert on question_look for insert with check (is_below(scope) or is_below(author_scope));

create policy question_look_update on question_look for update
using (scope operator(public.<@) any ((select sight())::public.ltree[])) with check (is_below(scope));

create policy question_look_delete on question_look for delete using (scope operator(public.<@) any ((select sight())::public.ltree[]));
