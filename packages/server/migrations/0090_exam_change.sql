-- Which transactions changed counts of exams: whoever has something made of them at hand sees by these rows whether it still holds.
create table exam_change (
  operation_id uuid not null,
  -- Of one of the schools.
  scope ltree not null,
  constraint exam_change_pkey primary key (operation_id)
);

alter table exam_change enable row level security;

create policy exam_change_read on exam_change for select using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy exam_change_write on exam_change for insert with check (scope operator(public.<@) any ((select sight())::public.ltree[]));

create function note_exam_change() returns trigger language plpgsql as $$
begin
  insert into exam_change (operation_id, scope)
  values (coalesce(nullif(current_setting('app.operation', true), '')::uuid, gen_random_uuid()), coalesce(new.scope, old.scope))
  on conflict do nothing;
  return null;
end
$$;

create trigger exam_count_change after insert or update or delete on exam_count
for each row execute function note_exam_change();
