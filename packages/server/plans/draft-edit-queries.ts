import type { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import type { Tx } from '../platform/database.ts';

export async function insertEdit(
  tx: Tx,
  edit: {
    readonly id: string;
    readonly draftId: string;
    readonly scope: string;
    readonly version: number;
    readonly edit: DraftEdit;
    readonly madeBy: string;
    readonly madeAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('plan_draft_edit')
    .values({
      id: edit.id,
      draft_id: edit.draftId,
      scope: edit.scope,
      version: edit.version,
      edit: JSON.stringify(edit.edit),
      made_by: edit.madeBy,
      made_at: edit.madeAt,
      undone_version: null,
    })
    .execute();
}

/** The same field typed on: the edit takes the later text. */
export async function replaceEdit(
  tx: Tx,
  id: string,
  by: { readonly version: number; readonly edit: DraftEdit; readonly madeAt: Date },
): Promise<void> {
  await tx
    .updateTable('plan_draft_edit')
    .set({ version: by.version, edit: JSON.stringify(by.edit), made_at: by.madeAt })
    .where('id', '=', id)
    .execute();
}

export async function markUndone(tx: Tx, id: string, version: number): Promise<void> {
  await tx.updateTable('plan_draft_edit').set({ undone_version: version }).where('id', '=', id).execute();
}

export async function deleteEdits(tx: Tx, draftId: string): Promise<void> {
  await tx.deleteFrom('plan_draft_edit').where('draft_id', '=', draftId).execute();
}
