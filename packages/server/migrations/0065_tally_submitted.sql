-- What waits for acceptance is asked for by everybody who accepts, whenever she opens her tasks.
create index activity_tally_submitted on activity_tally (plan_id, activity_id) where submitted > 0;
