import { type Insertable, sql, type Updateable } from 'kysely';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { pairExpected } from '@opora/domain/plans/pair-expected.ts';
import type {
  Activity as ActivityRow,
  ActivityParty as PartyRow,
  ExpectedResult as ExpectedRow,
} from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { insertExpected, insertParties } from './activity-queries.ts';
import { expectRows } from '../platform/expect-rows.ts';

/** What a change of an activity needs to know of it; also one that was taken out. */
export type KnownActivity = {
  readonly id: string;
  readonly planId: string;
  readonly scope: string;
  readonly position: number;
  readonly deadline: Deadline;
  readonly removedOn: string | null;
  /** Nodes beside the plan's territory from which it is read. */
  readonly readers: readonly string[];
};

export async function findActivity(db: Db, id: string): Promise<KnownActivity | undefined> {
  const row = await db
    .selectFrom('activity')
    .select(['id', 'plan_id', 'scope', 'position', 'deadline', 'removed_on'])
    .select(sql<string[]>`readers::text[]`.as('readers'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { plan_id: planId, removed_on: removedOn, ...rest } = row;
  return { ...rest, planId, removedOn, deadline: DeadlineValue.parse(row.deadline) };
}

/** False when somebody else was faster: the row has another version than `seen`. */
export async function updateActivity(
  tx: Tx,
  id: string,
  seen: number,
  changes: Updateable<ActivityRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('activity')
    .set({ ...changes, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** So that a person who is editing one of them is told. */
export async function growVersions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ version: sql`version + 1` })
    .where('id', 'in', ids)
    .execute();
}

/** Rows that stay as they were are not touched: the history tells only of what changed. */
export async function replaceParties(
  tx: Tx,
  activityId: string,
  rows: Insertable<PartyRow>[],
): Promise<void> {
  const known = await tx
    .selectFrom('activity_party')
    .selectAll()
    .where('activity_id', '=', activityId)
    .execute();
  const keyOf = (row: Insertable<PartyRow>) =>
    JSON.stringify([row.raw, row.role, row.org_unit_id ?? null, row.person_id ?? null, row.position]);
  const wanted = new Set(rows.map(keyOf));
  const gone = known.filter((row) => !wanted.has(keyOf(row)));
  if (gone.length > 0) {
    const ids = gone.map((row) => row.id);
    expectRows(await tx.deleteFrom('activity_party').where('id', 'in', ids).executeTakeFirst(), ids.length);
  }
  const kept = new Set(known.map(keyOf));
  await insertParties(
    tx,
    rows.filter((row) => !kept.has(keyOf(row))),
  );
}

/** A result that is the same, reworded or not, keeps its row, and with it the evidence that was given against it. */
export async function replaceExpected(
  tx: Tx,
  activityId: string,
  rows: Insertable<ExpectedRow>[],
): Promise<void> {
  const known = await tx
    .selectFrom('expected_result')
    .select(['id', 'raw', 'position'])
    .where('activity_id', '=', activityId)
    .orderBy('position')
    .execute();
  const { kept, added, removed } = pairExpected(known, rows);
  for (const { known: same, row } of kept) {
    if (same.raw === row.raw && same.position === row.position) continue;
    const { raw, kind, position, target_count, target_share } = row;
    // A handful of rows a change.
    // oxlint-disable-next-line no-await-in-loop
    await tx
      .updateTable('expected_result')
      .set({ raw, kind, position, target_count, target_share })
      .where('id', '=', same.id)
      .execute();
  }
  if (removed.length > 0) {
    const ids = removed.map((row) => row.id);
    expectRows(await tx.deleteFrom('expected_result').where('id', 'in', ids).executeTakeFirst(), ids.length);
  }
  await insertExpected(tx, [...added]);
}

/** 0 for a plan without activities. */
export async function lastPosition(db: Db, planId: string): Promise<number> {
  const row = await db
    .selectFrom('activity')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Activities from this position on move down by one. */
export async function makeRoom(tx: Tx, planId: string, position: number): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ position: sql`position + 1` })
    .where('plan_id', '=', planId)
    .where('position', '>=', position)
    .execute();
}

export async function setPlace(
  tx: Tx,
  id: string,
  place: { readonly sectionId: string | null; readonly position: number },
): Promise<void> {
  const placed = tx
    .updateTable('activity')
    .set({ section_id: place.sectionId, position: place.position })
    .where('id', '=', id);
  expectRows(await placed.executeTakeFirst(), 1);
}

export async function requireSection(db: Db, planId: string, sectionId: string | null): Promise<void> {
  if (sectionId === null) return;
  const row = await db
    .selectFrom('plan_section')
    .select('id')
    .where('id', '=', sectionId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
}

/** Of a plan's rows, those that were taken out included, by id. */
export async function activityVersions(
  db: Db,
  planId: string,
): Promise<Map<string, { readonly version: number; readonly isRemoved: boolean }>> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'version', 'removed_on'])
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map((row) => [row.id, { version: row.version, isRemoved: row.removed_on !== null }]));
}
