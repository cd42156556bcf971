-- Whom a campaign asks: schools, or the municipalities of the region that makes it. `school_ids` are then those of the municipalities, and the first stage of
-- a form is with who fills it.
alter table campaign add column asks text not null default 'school';

alter table campaign add constraint campaign_asks check (asks in ('school', 'municipality'));
