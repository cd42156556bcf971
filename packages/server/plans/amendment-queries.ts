import { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import type { PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import type { Db, Tx } from '../platform/database.ts';
import { personName } from './person-name.ts';

export type KnownAmendment = NonNullable<PlanEditions['amendment']> & {
  readonly planId: string;
  readonly scope: string;
  /** Who approved it, when that waits for its day. */
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
};

/** An edit with who made it; `undoneVersion`: the version at which it was taken back. */
export type KeptEdit = {
  readonly id: string;
  readonly version: number;
  readonly edit: AmendmentEdit;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly undoneVersion: number | null;
};

const amendments = (db: Db) =>
  db
    .selectFrom('plan_amendment')
    .leftJoin('person as author', 'author.id', 'plan_amendment.begun_by_id')
    .selectAll('plan_amendment')
    .select(personName('author').as('begun_by'));

export async function findAmendment(db: Db, id: string): Promise<KnownAmendment | undefined> {
  const row = await amendments(db).where('plan_amendment.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** The draft that is open on a plan, or what waits for its day; undefined also for an actor who may not see drafts. */
export async function findOpenAmendment(db: Db, planId: string): Promise<KnownAmendment | undefined> {
  const row = await amendments(db)
    .where('plan_id', '=', planId)
    .where('state', 'in', ['draft', 'waiting'])
    .executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

type Row = Awaited<ReturnType<ReturnType<typeof amendments>['executeTakeFirstOrThrow']>>;

const present = (row: Row): KnownAmendment => ({
  id: row.id,
  planId: row.plan_id,
  scope: row.scope,
  // The column's check constraint holds the list of states.
  state: row.state as KnownAmendment['state'],
  inForceOn: row.in_force_on,
  approvedById: row.approved_by_id,
  approvedAt: row.approved_at,
  begunBy: row.begun_by,
  begunAt: row.begun_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});

/** Two edits of one draft come one after the other. */
export async function lockAmendment(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('plan_amendment').select('id').where('id', '=', id).forUpdate().execute();
}

export async function insertAmendment(
  tx: Tx,
  made: {
    readonly id: string;
    readonly planId: string;
    readonly scope: string;
    readonly personId: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('plan_amendment')
    .values({
      id: made.id,
      plan_id: made.planId,
      scope: made.scope,
      state: 'draft',
      begun_by_id: made.personId,
      begun_at: made.now,
      changed_at: made.now,
      version: 1,
    })
    .execute();
}

export async function setAmendment(
  tx: Tx,
  id: string,
  changes: {
    readonly state?: KnownAmendment['state'];
    readonly in_force_on?: string | null;
    readonly approved_by_id?: string | null;
    readonly approved_at?: Date | null;
    readonly version: number;
    readonly now: Date;
  },
): Promise<void> {
  const { now, ...rest } = changes;
  await tx
    .updateTable('plan_amendment')
    .set({ ...rest, changed_at: now })
    .where('id', '=', id)
    .execute();
}

/** Who reads the plan sees the day; null: none waits. */
export async function setNextEditionDay(tx: Tx, planId: string, day: string | null): Promise<void> {
  await tx.updateTable('plan').set({ next_edition_on: day }).where('id', '=', planId).execute();
}

/** Approved ones whose day has come. */
export async function listDueAmendments(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('plan_amendment')
    .select('id')
    .where('state', '=', 'waiting')
    .where('in_force_on', '<=', today)
    .orderBy('in_force_on')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** In the order in which they were made, those taken back included. */
export async function listAmendmentEdits(db: Db, amendmentId: string): Promise<KeptEdit[]> {
  const rows = await db
    .selectFrom('plan_amendment_edit')
    .select(['id', 'version', 'edit', 'made_by_id', 'made_at', 'undone_version'])
    .where('amendment_id', '=', amendmentId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    edit: AmendmentEdit.parse(row.edit),
    madeBy: row.made_by_id,
    madeAt: row.made_at,
    undoneVersion: row.undone_version,
  }));
}

export async function insertAmendmentEdit(
  tx: Tx,
  amendment: { readonly id: string; readonly scope: string },
  kept: KeptEdit,
): Promise<void> {
  await tx
    .insertInto('plan_amendment_edit')
    .values({
      id: kept.id,
      amendment_id: amendment.id,
      scope: amendment.scope,
      version: kept.version,
      edit: JSON.stringify(kept.edit),
      made_by_id: kept.madeBy,
      made_at: kept.madeAt,
      undone_version: kept.undoneVersion,
    })
    .execute();
}

/** The same field typed on: the edit takes the later text. */
export async function replaceAmendmentEdit(tx: Tx, kept: KeptEdit): Promise<void> {
  await tx
    .updateTable('plan_amendment_edit')
    .set({ version: kept.version, edit: JSON.stringify(kept.edit), made_at: kept.madeAt })
    .where('id', '=', kept.id)
    .execute();
}

export async function undoAmendmentEditAt(tx: Tx, id: string, version: number): Promise<void> {
  await tx.updateTable('plan_amendment_edit').set({ undone_version: version }).where('id', '=', id).execute();
}
