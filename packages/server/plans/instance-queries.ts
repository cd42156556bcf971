import { sql, type Insertable, type Updateable } from 'kysely';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { Instance, InstanceEvent } from '@opora/domain/plans/instance.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { MovedInstance } from '@opora/domain/plans/decide-move.ts';
import type { Instance as InstanceRow, InstanceEvent as EventRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { personName } from './person-name.ts';

/** What a decision on an instance needs to know of it. */
export type KnownInstance = MovedInstance & {
  readonly id: string;
  readonly planId: string;
  readonly activityId: string;
  readonly printedDueOn: CalendarDate | null;
  readonly assigneeId: string | null;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly version: number;
};

export async function findInstance(db: Db, id: string): Promise<KnownInstance | undefined> {
  const [instance] = await findInstances(db, [id]);
  return instance;
}

/** Those that the actor may see, in the order of their ids. */
export async function findInstances(db: Db, ids: readonly string[]): Promise<KnownInstance[]> {
  const rows = await db
    .selectFrom('instance')
    .innerJoin('plan', 'plan.id', 'instance.plan_id')
    .selectAll('instance')
    .select(['plan.act_on', 'plan.controller_id', 'plan.kind', 'plan.scope as plan_scope'])
    .select([sql<string[]>`executors::text[]`.as('executor_nodes')])
    .where('instance.id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .orderBy('instance.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    activityId: row.activity_id,
    scope: row.scope,
    ofSchool: row.school_id !== null,
    keptAt: row.kind === 'protocol' ? null : row.plan_scope,
    executors: row.executor_nodes,
    submittedById: row.submitted_by_id,
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    assigneeId: row.assignee_id,
    controllerId: row.controller_id,
    state: InstanceState.parse(row.state),
    startsOn: row.starts_on,
    dueOn: row.due_on,
    printedDueOn: row.printed_due_on,
    beforeApproval: row.due_on !== null && row.act_on !== null && row.due_on < row.act_on,
    rounds: row.rounds,
    version: row.version,
  }));
}

const listed = (db: Db) =>
  db
    .selectFrom('instance')
    .leftJoin('org_unit', 'org_unit.id', 'instance.school_id')
    .leftJoin('person as assignee', 'assignee.id', 'instance.assignee_id')
    .selectAll('instance')
    .select((eb) => [
      'org_unit.short_name as school_name',
      personName('assignee').as('assignee_name'),
      eb
        .selectFrom('evidence')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('evidence.instance_id', '=', 'instance.id')
        .as('evidence_count'),
    ]);

/** In order of time, those without a date last; at most `listMax`. */
export async function listInstances(db: Db, activityId: string): Promise<Instance[]> {
  const rows = await listed(db)
    .where('instance.activity_id', '=', activityId)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('school_name')
    .orderBy('instance.id')
    .limit(listMax)
    .execute();
  return rows.map(present);
}

/** More than a region of 1,000 schools has of one activity in two months; a person reads them by school. */
const listMax = 2000;

export async function findListedInstance(db: Db, id: string): Promise<Instance | undefined> {
  const row = await listed(db).where('instance.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

function present(row: ListedRow): Instance {
  return {
    id: row.id,
    planId: row.plan_id,
    activityId: row.activity_id,
    schoolId: row.school_id,
    schoolName: row.school_name,
    label: row.label,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    printedDueOn: row.printed_due_on,
    state: InstanceState.parse(row.state),
    rounds: row.rounds,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    evidenceCount: row.evidence_count ?? 0,
    version: row.version,
  };
}

export async function insertInstances(tx: Tx, rows: Insertable<InstanceRow>[]): Promise<void> {
  await inBatches(rows, (batch) => tx.insertInto('instance').values(batch).execute());
}

/** How many instances the other activities of the plan have. */
export async function countInstancesBeside(
  db: Db,
  activity: { readonly id: string; readonly planId: string },
): Promise<number> {
  const row = await db
    .selectFrom('instance')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plan_id', '=', activity.planId)
    .where('activity_id', '!=', activity.id)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** False when somebody else was faster: the row has another version than `seen`. */
export async function updateInstance(
  tx: Tx,
  id: string,
  seen: number,
  changes: Updateable<InstanceRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('instance')
    .set({ ...changes, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** So that who has it open is told; false when it is in one of the states. */
export async function growOpenInstance(
  tx: Tx,
  id: string,
  closed: readonly InstanceState[],
): Promise<boolean> {
  const result = await tx
    .updateTable('instance')
    .set({ version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', 'not in', closed)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertInstanceEvents(tx: Tx, events: Insertable<EventRow>[]): Promise<void> {
  await inBatches(events, (batch) => tx.insertInto('instance_event').values(batch).execute());
}

export async function listInstanceEvents(db: Db, instanceId: string): Promise<InstanceEvent[]> {
  const rows = await db
    .selectFrom('instance_event')
    .leftJoin('person as author', 'author.id', 'instance_event.actor_id')
    .selectAll('instance_event')
    .select(personName('author').as('author_name'))
    .where('instance_id', '=', instanceId)
    .orderBy('at')
    .orderBy('instance_event.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    from: InstanceState.parse(row.from_state),
    to: InstanceState.parse(row.to_state),
    note: row.note,
    dueOnBefore: row.due_on_before,
    dueOnAfter: row.due_on_after,
    by: row.author_name,
    at: row.at.toISOString(),
  }));
}

export type LastEvent = { readonly state: InstanceState; readonly by: string | null; readonly at: Date };

/** The last thing that happened to each, as far as the actor may see. */
export async function listLastEvents(
  db: Db,
  instanceIds: readonly string[],
): Promise<Map<string, LastEvent>> {
  const rows = await db
    .selectFrom('instance_event')
    .leftJoin('person as author', 'author.id', 'instance_event.actor_id')
    .distinctOn('instance_id')
    .select(['instance_id', 'to_state', 'at', personName('author').as('by')])
    .where('instance_id', '=', (eb) => eb.fn.any(eb.val([...instanceIds])))
    .orderBy('instance_id')
    .orderBy('at', 'desc')
    .execute();
  return new Map(
    rows.map(({ instance_id, to_state, at, by }) => [
      instance_id,
      { state: InstanceState.parse(to_state), by, at },
    ]),
  );
}

/** The state now; nobody else changes the instance until this transaction ends. Undefined when the actor may not change it. */
export async function lockInstance(tx: Tx, id: string): Promise<InstanceState | undefined> {
  const row = await tx
    .selectFrom('instance')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : InstanceState.parse(row.state);
}
