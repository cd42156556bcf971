import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import type { Participation } from '@opora/domain/plans/school-share.ts';
import type { Db } from '../platform/database.ts';
import { partiesOf } from './activity-queries.ts';

/** Times of schools in plans in force. */
export async function listParticipationsOf(
  db: Db,
  schoolIds: readonly string[],
): Promise<
  (Pick<Participation, 'fromOn' | 'untilOn'> & { readonly planId: string; readonly schoolId: string })[]
> {
  if (schoolIds.length === 0) return [];
  const rows = await db
    .selectFrom('plan_school')
    .innerJoin('plan', 'plan.id', 'plan_school.plan_id')
    .select(['plan_id', 'org_unit_id', 'from_on', 'until_on'])
    .where('org_unit_id', '=', (eb) => eb.fn.any(eb.val([...schoolIds])))
    .where('plan.state', '=', 'in-force')
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    schoolId: row.org_unit_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

export type PerSchoolActivity = {
  readonly id: string;
  readonly deadline: Deadline;
  readonly parties: readonly { readonly orgUnitId: string | null; readonly personId: string | null }[];
};

/** Activities of a plan that each school does for itself. */
export async function listPerSchool(db: Db, planId: string): Promise<PerSchoolActivity[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'deadline'])
    .where('plan_id', '=', planId)
    .where('per_school', '=', true)
    .where('removed_on', 'is', null)
    .execute();
  const parties = Map.groupBy(await partiesOf(db, { planId }), ({ activityId }) => activityId);
  return rows.map((row) => ({
    id: row.id,
    deadline: DeadlineValue.parse(row.deadline),
    parties: (parties.get(row.id) ?? []).map(({ value }) => value),
  }));
}
