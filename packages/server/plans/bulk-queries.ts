import { type Insertable, sql } from 'kysely';
import { type BulkAct, BulkKind, type BulkRefused, type BulkTargets } from '@opora/domain/plans/bulk-act.ts';
import { type Evidence, missingEvidence } from '@opora/domain/plans/evidence.ts';
import { ExpectedKind } from '@opora/domain/plans/expected-kind.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import type { BulkAct as BulkActRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';
import { inBatches } from '../platform/in-batches.ts';
import type { KnownInstance } from './instance-queries.ts';

/** Takes the instances for this transaction, in one order; gives those that the actor may change. */
export async function lockInstances(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('instance')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Set(rows.map((row) => row.id));
}

type Wanted = {
  readonly states: readonly InstanceState[];
  /** One more than this is given when there are more. */
  readonly max: number;
};

/** Instances that the marks stand for: those marked by themselves, and those of rows and cells that are in the wanted states and due in time. */
export async function findMarked(db: Db, targets: BulkTargets, { states, max }: Wanted): Promise<string[]> {
  const { instanceIds, activityIds, cells, dueUntil } = targets;
  const rows = await db
    .selectFrom('instance')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', eb.fn.any(eb.val([...instanceIds]))),
        eb.and([
          eb.or([
            eb('activity_id', '=', eb.fn.any(eb.val([...activityIds]))),
            sql<boolean>`(activity_id, school_id) in (
              select * from unnest(${cells.map((cell) => cell.activityId)}::uuid[], ${cells.map((cell) => cell.schoolId)}::uuid[])
            )`,
          ]),
          eb('state', 'in', states),
          ...(dueUntil === null
            ? []
            : [eb.or([eb('due_on', '<=', dueUntil), eb('state', '=', 'before-approval')])]),
        ]),
      ]),
    )
    .orderBy('id')
    .limit(max + 1)
    .execute();
  return rows.map((row) => row.id);
}

/** How many expected results of each instance nothing proves yet. */
export async function countMissing(
  db: Db,
  instances: readonly Pick<KnownInstance, 'id' | 'activityId'>[],
): Promise<Map<string, number>> {
  const expected = await db
    .selectFrom('expected_result')
    .select(['id', 'activity_id', 'raw', 'kind'])
    .where('activity_id', '=', (eb) =>
      eb.fn.any(eb.val([...new Set(instances.map(({ activityId }) => activityId))])),
    )
    .execute();
  const given = await db
    .selectFrom('evidence')
    .select(['instance_id', 'expected_result_id', 'kind'])
    .where('instance_id', '=', (eb) => eb.fn.any(eb.val(instances.map(({ id }) => id))))
    .execute();
  const expectedOf = Map.groupBy(expected, (row) => row.activity_id);
  const givenOf = Map.groupBy(given, (row) => row.instance_id);
  return new Map(
    instances.map(({ id, activityId }) => [
      id,
      missingEvidence(
        (expectedOf.get(activityId) ?? []).map((row) => ({ ...row, kind: ExpectedKind.parse(row.kind) })),
        (givenOf.get(id) ?? []).map((row) => ({
          // The column's check constraint holds the list of kinds.
          kind: row.kind as Evidence['kind'],
          expectedResultId: row.expected_result_id,
        })),
      ).length,
    ]),
  );
}

/** What a bulk action, or taking it back, leaves on an instance. */
export type SavedInstance = Pick<
  KnownInstance,
  'id' | 'state' | 'dueOn' | 'assigneeId' | 'submittedById' | 'rounds' | 'version'
> & { readonly submittedAt: Date | string | null; readonly acceptedAt: Date | string | null };

/** Writes all of them at once. The rows are locked: a version is set and not compared. */
export async function saveInstances(tx: Tx, rows: readonly SavedInstance[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    const { numAffectedRows = 0n } = await sql`
      update instance set state = saved.state, due_on = saved."dueOn", assignee_id = saved."assigneeId",
        submitted_by_id = saved."submittedById", submitted_at = saved."submittedAt", accepted_at = saved."acceptedAt",
        rounds = saved.rounds, version = saved.version
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as saved (
        id uuid, state text, "dueOn" date, "assigneeId" uuid, "submittedById" uuid, "submittedAt" timestamptz,
        "acceptedAt" timestamptz, rounds integer, version integer
      )
      where instance.id = saved.id`.execute(tx);
    expectRows({ numUpdatedRows: numAffectedRows }, batch.length);
  });
}

type Named = BulkRefused['instances'][number];

/** Instances in words. */
export async function nameInstances(db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  const rows = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .leftJoin('org_unit', 'org_unit.id', 'instance.school_id')
    .select(['instance.id', 'instance.plan_id', 'instance.activity_id', 'printed_no', 'title', 'short_name'])
    .where('instance.id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        instanceId: row.id,
        planId: row.plan_id,
        activityId: row.activity_id,
        title: [row.printed_no, row.title].filter((part) => part !== '').join(' '),
        schoolName: row.short_name,
      },
    ]),
  );
}

export async function insertBulkAct(tx: Tx, row: Insertable<BulkActRow>): Promise<void> {
  await tx.insertInto('bulk_act').values(row).execute();
}

/** What is too old to be taken back is forgotten. */
export async function dropBulkActs(tx: Tx, personId: string, before: Date): Promise<void> {
  await tx.deleteFrom('bulk_act').where('person_id', '=', personId).where('at', '<', before).execute();
}

/** The newest first. */
export async function listBulkActs(db: Db, personId: string, since: Date): Promise<BulkAct[]> {
  const rows = await db
    .selectFrom('bulk_act')
    .select(['id', 'kind', 'at', 'done_count', 'about', 'due_on', 'undone_at'])
    .where('person_id', '=', personId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: BulkKind.parse(row.kind),
    at: row.at.toISOString(),
    doneCount: row.done_count,
    about: row.about,
    dueOn: row.due_on,
    undoneAt: row.undone_at?.toISOString() ?? null,
  }));
}

export type UndoneAct = { readonly kind: BulkKind; readonly before: readonly SavedInstance[] };

/** Takes the act for this transaction; undefined when it is not the person's, too old, or taken back already. */
export async function lockBulkAct(
  tx: Tx,
  id: string,
  { personId, since }: { readonly personId: string; readonly since: Date },
): Promise<UndoneAct | undefined> {
  const row = await tx
    .selectFrom('bulk_act')
    .select(['kind', 'before'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('at', '>=', since)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // As `actOnMany` wrote it.
  return { kind: BulkKind.parse(row.kind), before: row.before as unknown as SavedInstance[] };
}

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('bulk_act').set({ undone_at: at }).where('id', '=', id).execute();
}
