-- A social passport is values of indicators: the same fact was kept twice. What was entered so far goes over as it stands.
insert into indicator_value (
  id, org_unit_id, scope, period_code, indicator_code, definition_version, state, amount, total, typed, source, submission_id, made_by, made_at, version
)
select id, org_unit_id, scope, 'SY' || school_year_start, variable, 1, 'given', count, total, null, 'file', null, made_by, made_at, 1
from social_passport;

drop table social_passport;

-- What a context is reckoned from: one kind of indicators over all schools of a year.
create index indicator_value_passport on indicator_value (period_code, org_unit_id) where indicator_code ~ '^X';
