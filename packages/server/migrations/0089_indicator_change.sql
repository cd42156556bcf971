-- Which transactions changed what is counted above schools, of which period. Whoever has sums of a period at hand sees by these rows, and by nothing
-- else, whether they still hold: a set of operations that is the same is the same sums.
create table indicator_change (
  operation_id uuid not null,
  period_code text not null,
  -- Of one of the schools: sums are asked for with sight of the whole region.
  scope ltree not null,
  constraint indicator_change_pkey primary key (period_code, operation_id)
);

alter table indicator_change enable row level security;

create policy indicator_change_read on indicator_change for select using (scope operator(public.<@) any ((select sight())::public.ltree[]));

create policy indicator_change_write on indicator_change for insert with check (scope operator(public.<@) any ((select sight())::public.ltree[]));

create function note_indicator_change(period text, of_school ltree) returns void language sql as $$
  insert into indicator_change (operation_id, period_code, scope)
  values (coalesce(nullif(current_setting('app.operation', true), '')::uuid, gen_random_uuid()), period, of_school)
  on conflict do nothing
$$;

-- What a form that is still with its school carries counts nowhere else.
create function note_value_change() returns trigger language plpgsql as $$
declare
  carried uuid[] := case tg_op when 'INSERT' then array[new.submission_id] when 'DELETE' then array[old.submission_id]
    else array[old.submission_id, new.submission_id] end;
begin
  if array_position(carried, null) is not null or exists (select from submission where id = any(carried) and stage <> 'school') then
    perform note_indicator_change(coalesce(new.period_code, old.period_code), coalesce(new.scope, old.scope));
  end if;
  return null;
end
$$;

-- The statement that writes a whole table says so once.
create trigger indicator_value_change after insert or update or delete on indicator_value
for each row when (current_setting('app.audited_by', true) is distinct from 'statement')
execute function note_value_change();

create function note_stage_change() returns trigger language plpgsql as $$
begin
  perform note_indicator_change((select period_code from campaign where id = new.campaign_id), new.scope);
  return null;
end
$$;

create trigger submission_change after update of stage on submission
for each row when ((old.stage = 'school') <> (new.stage = 'school'))
execute function note_stage_change();
