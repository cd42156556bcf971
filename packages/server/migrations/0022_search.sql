create index org_unit_search on org_unit using gin (search_text gin_trgm_ops);

-- Name parts between spaces, as a question is folded: lower case, «е» for «ё», double surnames apart, in Latin letters (school-name.ts says why).
create function person_search_text(surname text, given_name text, patronymic text) returns text language sql immutable as $$
  select ' ' || translate(lower(surname || ' ' || given_name || ' ' || coalesce(patronymic, '')), 'ё-абвгдежзийклмнопрстуфхцчшщыэюяьъ', 'e abvgdejziyklmnoprstufhcqwwyexa')
$$;

create index person_search on person using gin (person_search_text(surname, given_name, patronymic) gin_trgm_ops);

-- Why as the owner: row security lets no condition but its own near the rows first, so no index of words would be used, and forty
-- thousand schools would be read for every question. Therefore these functions ask what the policies ask, and give ids only: the rows
-- behind the ids are then read under row security as everything is.
create function find_org_units(longest text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select unit.id
  from org_unit as unit
  where unit.search_text like longest and unit.search_text like all (patterns) and is_along(unit.scope)
  order by (unit.closed_on is not null), public.nlevel(unit.scope), length(unit.search_text), unit.id
  limit most
$$;

create function find_like_org_units(question text, most integer) returns table (id uuid)
language sql stable security definer set search_path from current set pg_trgm.word_similarity_threshold = 0.35 as $$
  select unit.id
  from org_unit as unit
  where unit.search_text operator(public.%>) question and is_along(unit.scope)
  order by public.word_similarity(question, unit.search_text) desc, length(unit.search_text), unit.id
  limit most
$$;

create function find_people(longest text, patterns text[], most integer) returns table (id uuid)
language sql stable security definer set search_path from current as $$
  select one.id
  from person as one
  where person_search_text(one.surname, one.given_name, one.patronymic) like longest
    and person_search_text(one.surname, one.given_name, one.patronymic) like all (patterns)
    and is_along(one.scope)
  order by one.surname, one.given_name, one.id
  limit most
$$;
