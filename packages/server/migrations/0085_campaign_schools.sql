-- Schools a draft is meant for; from the opening on the forms say who is asked.
alter table campaign add column school_ids uuid[] not null default '{}';

-- Codes that the campaign asks of others and not of this school: known, reckoned, or asked of it elsewhere.
alter table submission add column spared text[] not null default '{}';

-- Two steps may be made within one instant: the version of the form that a step led to says which came first.
alter table submission_step add column form_version integer not null default 0;
