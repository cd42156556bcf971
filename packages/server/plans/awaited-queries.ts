import { sql } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { AwaitedRow } from '@opora/domain/plans/awaited-row.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { asksForDate } from '@opora/domain/plans/lateness.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';
import { inBatches } from '../platform/in-batches.ts';

export type Awaited = {
  readonly rows: AwaitedRow[];
  /** Node of each instance. */
  readonly scopes: ReadonlyMap<string, string>;
};

/** Rows of a plan that a schedule or an event dates, with the instances that `takesDate` lets be dated. */
export async function listAwaited(db: Db, planId: string): Promise<Awaited> {
  const found = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .leftJoin('org_unit', 'org_unit.id', 'instance.school_id')
    .select(['activity.id as activity_id', 'activity.printed_no', 'activity.title', 'activity.deadline'])
    .select([
      'instance.id',
      'instance.scope',
      'instance.school_id',
      'org_unit.short_name as school_name',
      'instance.starts_on',
      'instance.due_on',
      'instance.state',
      'instance.version',
    ])
    .where('instance.plan_id', '=', planId)
    .where('instance.printed_due_on', 'is', null)
    .where('instance.state', 'not in', ['submitted', 'accepted', 'cancelled'])
    .where('activity.removed_on', 'is', null)
    .orderBy('activity.position')
    .orderBy('school_name')
    .orderBy('instance.id')
    .execute();
  const rows = [...Map.groupBy(found, (row) => row.activity_id).values()].flatMap((group) => {
    const [first] = group;
    const deadline = first === undefined ? null : DeadlineValue.parse(first.deadline);
    if (first === undefined || deadline === null || !asksForDate(deadline)) return [];
    const instances = group.map((row) => ({
      id: row.id,
      schoolId: row.school_id,
      schoolName: row.school_name,
      startsOn: row.starts_on,
      dueOn: row.due_on,
      state: InstanceState.parse(row.state),
      version: row.version,
    }));
    return [{ activityId: first.activity_id, no: first.printed_no, title: first.title, deadline, instances }];
  });
  return { rows, scopes: new Map(found.map((row) => [row.id, row.scope])) };
}

export type DatedInstance = {
  readonly id: string;
  /** The version that the dates were reckoned from: an instance that was changed since is refused. */
  readonly version: number;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
};

export async function dateInstances(tx: Tx, dated: readonly DatedInstance[]): Promise<void> {
  await inBatches(dated, async (batch) => {
    const rows = JSON.stringify(
      batch.map(({ id, version, startsOn, dueOn }) => ({ id, version, starts_on: startsOn, due_on: dueOn })),
    );
    const { numAffectedRows = 0n } = await sql`
      update instance set starts_on = given.starts_on, due_on = given.due_on, version = instance.version + 1
      from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, version integer, starts_on date, due_on date)
      where instance.id = given.id and instance.version = given.version`.execute(tx);
    expectRows({ numUpdatedRows: numAffectedRows }, batch.length);
  });
}
