import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Before, PastInstance } from '@opora/domain/plans/past-terms.ts';
import type { Db } from '../platform/database.ts';

/** Instances of a plan that were there before the moment, those that have gone since included. */
export async function listInstancesBefore(db: Db, planId: string, moment: Date): Promise<PastInstance[]> {
  const columns = ['id', 'activity_id', 'label', 'starts_on', 'due_on', 'state'] as const;
  const there = await db
    .selectFrom('instance')
    .select(columns)
    .where('plan_id', '=', planId)
    .where((eb) => eb.or([eb('made_at', 'is', null), eb('made_at', '<', moment)]))
    .execute();
  const gone = await db
    .selectFrom('instance_gone')
    .select(columns)
    .where('plan_id', '=', planId)
    .where('gone_at', '>=', moment)
    .where((eb) => eb.or([eb('made_at', 'is', null), eb('made_at', '<', moment)]))
    .execute();
  return [...there, ...gone].map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    label: row.label,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    state: InstanceState.parse(row.state),
  }));
}

/** By instance: what the first change at or after the moment found. */
export async function listChangesSince(db: Db, planId: string, moment: Date): Promise<Map<string, Before>> {
  const rows = await db
    .selectFrom('instance_event')
    .distinctOn('instance_id')
    .select(['instance_id', 'from_state', 'due_on_before'])
    .where('plan_id', '=', planId)
    .where('at', '>=', moment)
    .orderBy('instance_id')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.instance_id,
      { state: InstanceState.parse(row.from_state), dueOn: row.due_on_before },
    ]),
  );
}

/** When the last step of anybody was made in the plan; null: none was. */
export async function findLastStep(db: Db, planId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('instance_event')
    .select('at')
    .where('plan_id', '=', planId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
