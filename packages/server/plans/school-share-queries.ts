import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Participation, SchoolInstance } from '@opora/domain/plans/school-share.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';

export async function listParticipations(db: Db, planId: string): Promise<Participation[]> {
  const rows = await db
    .selectFrom('plan_school')
    .innerJoin('org_unit', 'org_unit.id', 'plan_school.org_unit_id')
    .select(['org_unit_id', 'short_name', 'from_on', 'until_on', 'opened_on', 'closed_on'])
    .where('plan_id', '=', planId)
    .orderBy('short_name')
    .execute();
  return rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    name: row.short_name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}

/** Instances that belong to single schools, each with the days of its states. */
export async function listSchoolInstances(db: Db, activityId: string): Promise<SchoolInstance[]> {
  const instances = await db
    .selectFrom('instance')
    .select(['id', 'school_id', 'due_on', 'state'])
    .where('activity_id', '=', activityId)
    .where('school_id', 'is not', null)
    .execute();
  const events = await db
    .selectFrom('instance_event')
    .select(['instance_id', 'to_state', 'at'])
    .where('activity_id', '=', activityId)
    .orderBy('at')
    .execute();
  const byInstance = Map.groupBy(events, (event) => event.instance_id);
  return instances.flatMap((row) =>
    row.school_id === null
      ? []
      : {
          schoolId: row.school_id,
          dueOn: row.due_on,
          history: (byInstance.get(row.id) ?? [{ at: beginning, to_state: row.state }]).map((step) => ({
            on: isoDateIn(step.at),
            state: InstanceState.parse(step.to_state),
          })),
        },
  );
}

/** An instance to which nothing happened has been in its state from its first day. */
const beginning = new Date('2000-01-01T12:00:00Z');
