import type { Db, Tx } from '../platform/database.ts';

/** A document whose turn it is to be read. */
export type Queued = {
  readonly draftId: string;
  readonly scope: string;
  readonly fileName: string;
  readonly attempts: number;
};

/** Puts a draft at the end of the queue, as if it had never been begun. */
export async function enqueueReading(
  tx: Tx,
  draft: { readonly id: string; readonly scope: string },
  now: Date,
): Promise<void> {
  await dequeueReading(tx, draft.id);
  await tx
    .insertInto('plan_draft_reading')
    .values({
      draft_id: draft.id,
      scope: draft.scope,
      attempts: 0,
      leased_until: null,
      pages_done: null,
      pages_total: null,
      queued_at: now,
    })
    .execute();
}

export async function dequeueReading(tx: Tx, draftId: string): Promise<void> {
  await tx.deleteFrom('plan_draft_reading').where('draft_id', '=', draftId).execute();
}

/** Takes the first document that nobody reads, or whose reader has been silent since its lease ended. */
export async function claimReading(
  tx: Tx,
  lease: { readonly now: Date; readonly until: Date },
): Promise<Queued | undefined> {
  const row = await tx
    .selectFrom('plan_draft_reading')
    .innerJoin('plan_draft', 'plan_draft.id', 'plan_draft_reading.draft_id')
    .select(['draft_id', 'plan_draft_reading.scope', 'attempts', 'file_name'])
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', lease.now)]))
    .orderBy('queued_at')
    .limit(1)
    .forUpdate('plan_draft_reading')
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await tx
    .updateTable('plan_draft_reading')
    .set({ attempts: row.attempts + 1, leased_until: lease.until, pages_done: null, pages_total: null })
    .where('draft_id', '=', row.draft_id)
    .execute();
  return { draftId: row.draft_id, scope: row.scope, fileName: row.file_name, attempts: row.attempts + 1 };
}

/** False when the draft was taken out of the queue meanwhile. */
export async function keepReading(
  tx: Tx,
  draftId: string,
  progress: { readonly until: Date; readonly pagesDone: number | null; readonly pagesTotal: number | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('plan_draft_reading')
    .set({ leased_until: progress.until, pages_done: progress.pagesDone, pages_total: progress.pagesTotal })
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function isQueued(db: Db, draftId: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan_draft_reading')
    .select('draft_id')
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveContent(
  tx: Tx,
  draft: { readonly draftId: string; readonly scope: string },
  content: { readonly source: Uint8Array; readonly reading: Uint8Array },
): Promise<void> {
  await tx.deleteFrom('plan_draft_content').where('draft_id', '=', draft.draftId).execute();
  await tx
    .insertInto('plan_draft_content')
    .values({
      draft_id: draft.draftId,
      scope: draft.scope,
      source: Buffer.from(content.source),
      reading: Buffer.from(content.reading),
    })
    .execute();
}
