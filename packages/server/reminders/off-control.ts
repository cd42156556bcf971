import { sql } from 'kysely';

/** Activities taken off control: of their delay nobody above is told. */
export const offControl = sql`
  select activity_id from (
    select distinct on (activity_id) activity_id, kind from control_mark order by activity_id, number desc
  ) as last where kind = 'taken-off'`;
