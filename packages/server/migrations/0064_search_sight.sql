-- The text that people are found by is kept: worked out anew for each row of each question, it took most of the time of a search.
alter table person add column search_text text not null generated always as (person_search_text(surname, given_name, patronymic)) stored;

drop index person_search;

create index person_search on person using gin (search_text gin_trgm_ops);

drop trigger person_audit on person;

create trigger person_audit after insert or update or delete on person
for each row execute function audit_row('person', 'search_text');

create or replace function find_org_units(longest text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select unit.id
  from org_unit as unit
  where unit.search_text like longest and unit.search_text like all (patterns)
    and (unit.scope operator(public.<@) any ((select sight())::public.ltree[])
      or unit.scope operator(public.@>) any ((select sight())::public.ltree[]))
  order by (unit.closed_on is not null), public.nlevel(unit.scope), length(unit.search_text), unit.id
  limit most
$$;

create or replace function find_people(longest text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select one.id
  from person as one
  where one.search_text like longest and one.search_text like all (patterns)
    and (one.scope operator(public.<@) any ((select sight())::public.ltree[])
      or one.scope operator(public.@>) any ((select sight())::public.ltree[]))
  order by one.surname, one.given_name, one.id
  limit most
$$;

-- Likeness is dear: who sees little is asked first what she sees, who sees the whole region goes by the index of words.
create or replace function find_like_org_units(question text, most integer) returns table (id uuid)
language sql stable security definer set search_path from current set pg_trgm.word_similarity_threshold = 0.35 as $$
  with wide as (select exists (select from unnest(sight()) as scope where public.nlevel(scope) = 1) as is),
  found as (
    select unit.id, unit.search_text
    from org_unit as unit
    where (select wide.is from wide) and unit.search_text operator(public.%>) question
    union all
    select seen.id, seen.search_text
    from (
      select unit.id, unit.search_text
      from org_unit as unit
      where unit.scope operator(public.<@) any ((select sight())::public.ltree[])
        or unit.scope operator(public.@>) any ((select sight())::public.ltree[])
      offset 0
    ) as seen
    where not (select wide.is from wide) and seen.search_text operator(public.%>) question
  )
  select found.id
  from found
  order by public.word_similarity(question, found.search_text) desc, length(found.search_text), found.id
  limit most
$$;

create or replace function find_activities(exact_no text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select found.id
  from (
    select one.id, one.printed_no, one.search_text
    from activity as one
    where one.removed_on is null
      and (one.scope operator(public.<@) any ((select sight())::public.ltree[])
        or one.scope operator(public.@>) any ((select sight())::public.ltree[]))
      and one.search_text like patterns[1]
      and one.search_text like coalesce(patterns[2], '%')
      and one.search_text like coalesce(patterns[3], '%')
      and one.search_text like all (patterns)
    limit 500
  ) as found
  order by (rtrim(found.printed_no, '. ') = exact_no) desc, length(found.search_text), found.id
  limit most
$$;

create or replace function find_like_activities(words text[], head text, tail text, most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select found.id
  from (
    select one.id, one.search_text, (select avg(public.word_similarity(word, one.search_text)) from unnest(words) as word) as likeness
    from activity as one
    where one.removed_on is null
      and (one.scope operator(public.<@) any ((select sight())::public.ltree[])
        or one.scope operator(public.@>) any ((select sight())::public.ltree[]))
      and (one.search_text like head or one.search_text like tail)
    limit 2000
  ) as found
  where found.likeness >= 0.4
  order by found.likeness desc, length(found.search_text), found.id
  limit most
$$;
