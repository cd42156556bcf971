-- The history is read by time, by table and row, or by person, and row security lets no look by path go into an index of paths before it has read the
-- row: the GiST index only served the list of people, and took a quarter of the time of every row written.
drop index audit_scope;

create index audit_actor on audit (actor_id, at);
