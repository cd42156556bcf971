import type { Insertable } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { canBeLate, InstanceState } from '@opora/domain/plans/instance-states.ts';
import type { Instance as InstanceRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from './in-batches.ts';

/** Instances that the person may see, counted by plan and state. `late`: open and due before today. */
export async function countInstancesByPlan(
  db: Db,
  today: CalendarDate,
): Promise<{ planId: string; state: InstanceState; count: number; late: number }[]> {
  const rows = await db
    .selectFrom('instance')
    .select((eb) => [
      'plan_id',
      'state',
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
    ])
    .groupBy(['plan_id', 'state'])
    .execute();
  return rows.map((row) => {
    const state = InstanceState.parse(row.state);
    return { planId: row.plan_id, state, count: row.count, late: canBeLate(state) ? row.overdue : 0 };
  });
}

export async function insertInstances(tx: Tx, rows: Insertable<InstanceRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('instance').values(batch).execute());
}
