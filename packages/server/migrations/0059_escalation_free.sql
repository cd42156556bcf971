-- The check of the foreign key locks every instance that is told of, hundreds of thousands in one night; rows of deleted instances are
-- removed by the planning itself.
alter table escalation drop constraint escalation_instance;
