-- All that a school was ever asked for stands on its page, the accepted too; the index of 0040 holds the open ones only.
create index instance_of_school on instance (school_id, due_on) where school_id is not null;
