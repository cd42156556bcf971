import { sql } from 'kysely';
import type { InstanceDraft } from '@opora/domain/plans/draft-instances.ts';
import type { FollowedInstance } from '@opora/domain/plans/follow-deadline.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

const openStates = [
  'planned',
  'in-progress',
  'submitted',
  'returned',
  'postponed',
  'before-approval',
] as const;

type FollowedRow = {
  readonly id: string;
  readonly school_id: string | null;
  readonly starts_on: string | null;
  readonly due_on: string | null;
  readonly printed_due_on: string | null;
  readonly state: string;
  readonly assignee_id: string | null;
  readonly has_events: unknown;
  readonly has_evidence: unknown;
  readonly has_comments: unknown;
};

/** Instances of an activity as `followDeadline` asks for them. */
export async function listFollowed(db: Db, activityId: string): Promise<FollowedInstance[]> {
  return (await listFollowedOf(db, [activityId])).get(activityId) ?? [];
}

/** As `listFollowed`, for many activities: by the activity's id. */
export async function listFollowedOf(
  db: Db,
  activityIds: readonly string[],
): Promise<Map<string, FollowedInstance[]>> {
  const rows = await db
    .selectFrom('instance')
    .select([
      'id',
      'activity_id',
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
    .where('activity_id', 'in', activityIds)
    .execute();
  const followed = new Map<string, FollowedInstance[]>(activityIds.map((id) => [id, []]));
  for (const row of rows) followed.get(row.activity_id)?.push(present(row));
  return followed;
}

function present(row: FollowedRow): FollowedInstance {
  return {
    id: row.id,
    schoolId: row.school_id,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    printedDueOn: row.printed_due_on,
    state: InstanceState.parse(row.state),
    untouched: row.assignee_id === null && !row.has_events && !row.has_evidence && !row.has_comments,
  };
}

export async function deleteInstances(tx: Tx, ids: readonly string[]): Promise<void> {
  const deleted = tx.deleteFrom('instance').where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))));
  expectRows(await deleted.executeTakeFirst(), ids.length);
}

/** Its version grows, so that a person who has it open is told. */
export async function cancelInstances(tx: Tx, ids: readonly string[]): Promise<void> {
  const cancelled = tx
    .updateTable('instance')
    .set({ state: 'cancelled', version: sql`version + 1` })
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))));
  expectRows(await cancelled.executeTakeFirst(), ids.length);
}

/** Gives an open instance the dates of its new term. A state that says that work has begun stays. */
export async function redateInstance(tx: Tx, id: string, to: InstanceDraft): Promise<void> {
  const redated = tx
    .updateTable('instance')
    .set((eb) => ({
      label: to.label,
      starts_on: to.startsOn,
      due_on: to.dueOn,
      printed_due_on: to.dueOn,
      state: eb
        .case()
        .when('state', 'in', ['planned', 'before-approval', 'postponed'])
        .then(to.state)
        .else(eb.ref('state'))
        .end(),
      version: sql`version + 1`,
    }))
    .where('id', '=', id);
  expectRows(await redated.executeTakeFirst(), 1);
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
