-- What the act says of itself beside goal and tasks, so that its annex can be printed whole.
alter table plan add column expected_results text[] not null default '{}';

alter table plan add column abbreviations jsonb not null default '{}';
