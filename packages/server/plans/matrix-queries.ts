import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { StateCounts } from '@opora/domain/plans/plan.ts';
import type { MatrixCell, MatrixWindow } from '@opora/domain/plans/activity-fields.ts';
import type { Db } from '../platform/database.ts';
import { listed, tallied, type TallySight, waitingStates } from './tally-queries.ts';

/** Activities of the plan with instances of schools. */
export async function listMatrixRows(db: Db, sight: TallySight, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom(tallied(db, sight).as('counted'))
    .select('activity_id')
    .distinct()
    .where('plan_id', '=', planId)
    .where('of_schools', '=', true)
    .execute();
  return rows.map((row) => row.activity_id);
}

/** One row for each activity and school of the window that has instances. */
export async function listMatrixCells(
  db: Db,
  planId: string,
  { activityIds, schoolIds, today }: MatrixWindow & { readonly today: CalendarDate },
): Promise<MatrixCell[]> {
  const rows = await db
    .with('cell', (cte) =>
      cte
        .selectFrom('instance')
        .select((eb) => [
          'activity_id',
          'school_id',
          'state',
          eb.fn.countAll<number>().as('count'),
          eb.fn
            .countAll<number>()
            .filterWhere('due_on', '<', today)
            .filterWhere('state', 'in', listed(waitingStates))
            .as('late'),
          sql<string | null>`(array_agg(due_on order by due_on))[1]`.as('due_on'),
          sql<string>`(array_agg(instance.id order by due_on))[1]`.as('first_id'),
        ])
        .where('plan_id', '=', planId)
        .where('activity_id', '=', sql<string>`any(${activityIds}::uuid[])`)
        .where('school_id', '=', sql<string>`any(${schoolIds}::uuid[])`)
        .groupBy(['activity_id', 'school_id', 'state']),
    )
    .selectFrom('cell')
    .select([
      'activity_id',
      'school_id',
      sql<unknown>`jsonb_object_agg(state, count)`.as('counts'),
      sql<number>`sum(late)::int`.as('late'),
      sql<string>`(array_agg(first_id order by state in ('accepted', 'cancelled'), due_on))[1]`.as(
        'instance_id',
      ),
      sql<string | null>`(array_agg(due_on order by state in ('accepted', 'cancelled'), due_on))[1]`.as(
        'due_on',
      ),
    ])
    .groupBy(['activity_id', 'school_id'])
    .execute();
  return rows.flatMap((row) =>
    row.school_id === null
      ? []
      : [
          {
            activityId: row.activity_id,
            schoolId: row.school_id,
            instanceId: row.instance_id,
            dueOn: row.due_on,
            counts: StateCounts.parse(row.counts),
            lateCount: row.late,
          },
        ],
  );
}
