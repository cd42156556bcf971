import { sql } from 'kysely';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import type { Db } from '../platform/database.ts';
import type { ActivityKey } from './activity-rows.ts';
import { partiesOf } from './activity-queries.ts';

export type ReckonedActivity = ActivityKey & {
  readonly no: string;
  readonly title: string;
  readonly deadline: Deadline;
  readonly parties: readonly PartyFields[];
  readonly version: number;
};

/** Activities of a plan whose terms depend on a calendar: they recur, are due by the end of a month, or follow the school year. */
export async function listReckoned(db: Db, planId: string): Promise<ReckonedActivity[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'plan_id', 'scope', 'printed_no', 'title', 'deadline', 'version'])
    .where('plan_id', '=', planId)
    .where('removed_on', 'is', null)
    .where(
      sql<boolean>`(
        deadline->'recurrence' <> 'null'::jsonb
        or deadline->>'kind' in ('month', 'months', 'compound')
        or deadline->'assumptions' ?| array['school-calendar', 'school-calendar-entered']
      )`,
    )
    .orderBy('position')
    .execute();
  const parties = Map.groupBy(await partiesOf(db, { planId }), (party) => party.activityId);
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    scope: row.scope,
    no: row.printed_no,
    title: row.title,
    deadline: DeadlineValue.parse(row.deadline),
    parties: (parties.get(row.id) ?? []).map(({ value }) => value),
    version: row.version,
  }));
}
