import { sql } from 'kysely';
import type { InstanceDraft } from '@opora/domain/plans/draft-instances.ts';
import type { FollowedInstance } from '@opora/domain/plans/follow-deadline.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';
import { inBatches } from '../platform/in-batches.ts';

const openStates = [
  'planned',
  'in-progress',
  'submitted',
  'returned',
  'postponed',
  'before-approval',
] as const;

/** An instance as `followDeadline` asks for it, with what else its change writes down. */
export type FollowedRow = FollowedInstance & { readonly activityId: string; readonly scope: string };

/** Instances of activities, by activity; of one school only when it is given. */
export async function listFollowed(
  db: Db,
  activityIds: readonly string[],
  schoolId: string | null = null,
): Promise<Map<string, FollowedRow[]>> {
  const rows = await db
    .selectFrom('instance')
    .select([
      'id',
      'activity_id',
      'scope',
      'school_id',
      'starts_on',
      'due_on',
      'printed_due_on',
      'state',
      'assignee_id',
    ])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('instance_event')
            .select('instance_event.id')
            .whereRef('instance_event.instance_id', '=', 'instance.id'),
        )
        .as('has_events'),
      eb
        .exists(
          eb
            .selectFrom('evidence')
            .select('evidence.id')
            .whereRef('evidence.instance_id', '=', 'instance.id'),
        )
        .as('has_evidence'),
      eb
        .exists(
          eb.selectFrom('comment').select('comment.id').whereRef('comment.instance_id', '=', 'instance.id'),
        )
        .as('has_comments'),
    ])
    .where('activity_id', '=', (eb) => eb.fn.any(eb.val([...activityIds])))
    .$if(schoolId !== null, (query) => query.where('school_id', '=', schoolId))
    .execute();
  const followed = rows.map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    scope: row.scope,
    schoolId: row.school_id,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    printedDueOn: row.printed_due_on,
    state: InstanceState.parse(row.state),
    untouched: row.assignee_id === null && !row.has_events && !row.has_evidence && !row.has_comments,
  }));
  return Map.groupBy(followed, ({ activityId }) => activityId);
}

/** Past days still count what goes. */
export async function deleteInstances(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const columns = [
    'id',
    'plan_id',
    'activity_id',
    'scope',
    'school_id',
    'executors',
    'label',
    'starts_on',
    'due_on',
    'state',
    'made_at',
  ] as const;
  await inBatches(ids, async (batch) => {
    await tx
      .insertInto('instance_gone')
      .columns([...columns, 'gone_at'])
      .expression((eb) =>
        eb
          .selectFrom('instance')
          .select(columns)
          .select((row) => row.val(now).as('gone_at'))
          .where('id', 'in', batch),
      )
      .execute();
    const deleted = tx.deleteFrom('instance').where('id', 'in', batch);
    expectRows(await deleted.executeTakeFirst(), batch.length);
  });
}

/** Its version grows, so that a person who has it open is told. */
export async function cancelInstances(tx: Tx, ids: readonly string[]): Promise<void> {
  await inBatches(ids, async (batch) => {
    const cancelled = tx
      .updateTable('instance')
      .set({ state: 'cancelled', version: sql`version + 1` })
      .where('id', 'in', batch);
    expectRows(await cancelled.executeTakeFirst(), batch.length);
  });
}

/**
 * Of these instances those whose last step was their cancellation by the closing of their school, with the state before it. `note` stands
 * in those steps that do not name their cause yet.
 */
export async function listClosedWithSchool(
  db: Db,
  ids: readonly string[],
  note: string | null,
): Promise<Map<string, InstanceState>> {
  const rows = await db
    .selectFrom('instance_event')
    .distinctOn('instance_id')
    .select(['instance_id', 'from_state', 'to_state', 'note', 'cause'])
    .where('instance_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('instance_id')
    .orderBy('at', 'desc')
    .execute();
  const closed = rows.filter(
    (row) =>
      row.to_state === 'cancelled' &&
      (row.cause === 'school-closed' || (row.cause === null && note !== null && row.note === note)),
  );
  return new Map(closed.map((row) => [row.instance_id, InstanceState.parse(row.from_state)]));
}

export async function reopenInstances(
  tx: Tx,
  reopened: readonly { readonly id: string; readonly state: InstanceState }[],
): Promise<void> {
  for (const [state, same] of Map.groupBy(reopened, (each) => each.state)) {
    const ids = same.map(({ id }) => id);
    // As many as there are states.
    // oxlint-disable-next-line no-await-in-loop
    await inBatches(ids, async (batch) => {
      const updated = tx
        .updateTable('instance')
        .set({ state, version: sql`version + 1` })
        .where('id', 'in', batch);
      expectRows(await updated.executeTakeFirst(), batch.length);
    });
  }
}

/** Gives open instances the dates of their new terms and the states that `stateAtNewTerm` gave. */
export async function redateInstances(
  tx: Tx,
  moves: readonly { readonly id: string; readonly to: InstanceDraft; readonly state: InstanceState }[],
): Promise<void> {
  await inBatches(moves, async (batch) => {
    const rows = JSON.stringify(
      batch.map(({ id, to, state }) => ({
        id,
        label: to.label,
        starts_on: to.startsOn,
        due_on: to.dueOn,
        state,
      })),
    );
    const { numAffectedRows = 0n } = await sql`
      update instance set label = term.label, starts_on = term.starts_on, due_on = term.due_on,
        printed_due_on = term.due_on, state = term.state, version = version + 1
      from jsonb_to_recordset(${rows}::jsonb)
        as term (id uuid, label text, starts_on date, due_on date, state text)
      where instance.id = term.id`.execute(tx);
    expectRows({ numUpdatedRows: numAffectedRows }, batch.length);
  });
}

/** Nodes from which the open instances of an activity are carried out. */
export async function setExecutors(tx: Tx, activityId: string, executors: readonly string[]): Promise<void> {
  await tx
    .updateTable('instance')
    .set({ executors: [...executors] })
    .where('activity_id', '=', activityId)
    .where('state', 'in', openStates)
    .where(sql<boolean>`executors <> ${[...executors]}::public.ltree[]`)
    .execute();
}
