-- Words between spaces in letters that every database takes for letters, as `searchLetters(searchWords(…))` makes them of a question
-- (school-name.ts says why): lower case, «е» for «ё», letters and digits apart, everything else a space.
create function search_letters(words text) returns text language sql immutable parallel safe as $$
  select ' ' || trim(regexp_replace(regexp_replace(regexp_replace(
    lower(translate(normalize(words),
      'ЁАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯёабвгдежзийклмнопрстуфхцчшщыэюяЬЪьъ',
      'eabvgdejziyklmnoprstufhcqwwyexaeabvgdejziyklmnoprstufhcqwwyexa')),
    '([a-z])([0-9])', '\1 \2', 'g'), '([0-9])([a-z])', '\1 \2', 'g'), '[^a-z0-9]+', ' ', 'g')) || ' '
$$;

-- An act is asked for by its number, by its date in either way of writing, by its authority and by the title of its plan.
alter table plan add column search_text text not null generated always as (search_letters(
  title || ' ' || coalesce(act_type, '') || ' ' || coalesce(act_authority, '') || ' от ' || coalesce(
    lpad(extract(day from act_on)::text, 2, '0') || '.' || lpad(extract(month from act_on)::text, 2, '0') || '.' || extract(year from act_on)
    || ' ' || extract(day from act_on) || ' ' || (array['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа',
      'сентября', 'октября', 'ноября', 'декабря'])[extract(month from act_on)::integer], '')
  || ' N ' || coalesce(act_number, '')
)) stored;

alter table activity add column search_text text not null
generated always as (search_letters(printed_no || ' ' || title)) stored;

create index activity_search on activity using gin (search_text gin_trgm_ops) where removed_on is null;

drop trigger plan_audit on plan;

create trigger plan_audit after insert or update or delete on plan
for each row execute function audit_row('plan', 'search_text');

drop trigger activity_audit on activity;

create trigger activity_audit after insert or update or delete on activity
for each row execute function audit_row('activity', 'search_text');

-- As the owner, for the reason that 0022 gives: under row security each of four hundred thousand titles is read for a question (2 to 4 s
-- measured, against 1 to 100 ms here). Three words narrow by the index. A word that half of the titles hold is answered from the first
-- that come: who sees those adds a word.
create function find_activities(exact_no text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select found.id
  from (
    select one.id, one.printed_no, one.search_text
    from activity as one
    where one.removed_on is null and is_along(one.scope)
      and one.search_text like patterns[1]
      and one.search_text like coalesce(patterns[2], '%')
      and one.search_text like coalesce(patterns[3], '%')
      and one.search_text like all (patterns)
    limit 500
  ) as found
  order by (rtrim(found.printed_no, '. ') = exact_no) desc, length(found.search_text), found.id
  limit most
$$;

-- A slip of the pen leaves one half of a word whole: titles with either half are few enough to be compared, word by word.
create function find_like_activities(words text[], head text, tail text, most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select found.id
  from (
    select one.id, one.search_text, (select avg(public.word_similarity(word, one.search_text)) from unnest(words) as word) as likeness
    from activity as one
    where one.removed_on is null and is_along(one.scope) and (one.search_text like head or one.search_text like tail)
    limit 2000
  ) as found
  where found.likeness >= 0.4
  order by found.likeness desc, length(found.search_text), found.id
  limit most
$$;
