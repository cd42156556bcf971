import type { Selectable } from 'kysely';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import { startDraft } from '@opora/domain/plans/draft-document.ts';
import { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import { applyEdits } from '@opora/domain/plans/apply-edit.ts';
import { draftStates, type DraftState, type PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import type { PlanDraft as DraftRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { type DraftFailure, findReading } from './draft-content.ts';

/** A draft with what decides who may touch it. */
export type KnownDraft = PlanDraftEntry & {
  readonly scope: string;
  readonly discardedFrom: DraftState | null;
};

type Row = Selectable<DraftRow> & {
  readonly pages_done: number | null;
  readonly pages_total: number | null;
  readonly surname: string;
  readonly given_name: string;
  readonly patronymic: string | null;
};

const entries = (db: Db) =>
  db
    .selectFrom('plan_draft')
    .innerJoin('person', 'person.id', 'plan_draft.created_by')
    .leftJoin('plan_draft_reading', 'plan_draft_reading.draft_id', 'plan_draft.id')
    .selectAll('plan_draft')
    .select(['pages_done', 'pages_total', 'surname', 'given_name', 'patronymic']);

/** The newest first; at most as many as a person looks through. */
export async function listDrafts(db: Db): Promise<PlanDraftEntry[]> {
  const rows = await entries(db)
    .orderBy('plan_draft.created_at', 'desc')
    .orderBy('plan_draft.id')
    .limit(500)
    .execute();
  return rows.map(present);
}

export async function findDraft(db: Db, id: string): Promise<KnownDraft | undefined> {
  const row = await entries(db).where('plan_draft.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** Two edits of one draft come one after the other. */
export async function lockDraft(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('plan_draft').select('id').where('id', '=', id).forUpdate().execute();
}

function present(row: Row): KnownDraft {
  return {
    id: row.id,
    scope: row.scope,
    fileName: row.file_name,
    state: stateOf(row.state),
    pagesDone: row.pages_done,
    pagesTotal: row.pages_total,
    // Written by `setDraft` from a DraftFailure.
    failure: row.failure as DraftFailure | null,
    title: row.title,
    activities: row.activities,
    doubts: row.doubts,
    createdBy: [row.surname, row.given_name, row.patronymic].filter((part) => part !== null).join(' '),
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    discardedFrom: row.discarded_from === null ? null : stateOf(row.discarded_from),
    planId: row.plan_id,
    version: row.version,
  };
}

function stateOf(text: string): DraftState {
  const state = draftStates.find((known) => known === text);
  if (state === undefined) throw new Error(`unknown state of a draft: ${text}`);
  return state;
}

export type NewDraft = {
  readonly id: string;
  readonly scope: string;
  readonly fileName: string;
  readonly createdBy: string;
  readonly at: Date;
};

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx
    .insertInto('plan_draft')
    .values({
      id: draft.id,
      scope: draft.scope,
      file_name: draft.fileName,
      state: 'waiting',
      failure: null,
      title: null,
      activities: 0,
      doubts: 0,
      discarded_from: null,
      plan_id: null,
      created_by: draft.createdBy,
      created_at: draft.at,
      changed_at: draft.at,
      version: 1,
    })
    .execute();
}

export type DraftChange = {
  readonly state?: DraftState;
  readonly failure?: DraftFailure | null;
  readonly title?: string | null;
  readonly activities?: number;
  readonly doubts?: number;
  readonly discardedFrom?: DraftState | null;
  readonly planId?: string;
  readonly version?: number;
  readonly changedAt: Date;
};

export async function setDraft(tx: Tx, id: string, change: DraftChange): Promise<void> {
  const { failure, discardedFrom, planId, changedAt, ...same } = change;
  await tx
    .updateTable('plan_draft')
    .set({
      ...same,
      changed_at: changedAt,
      ...(failure === undefined ? {} : { failure: failure === null ? null : JSON.stringify(failure) }),
      ...(discardedFrom === undefined ? {} : { discarded_from: discardedFrom }),
      ...(planId === undefined ? {} : { plan_id: planId }),
    })
    .where('id', '=', id)
    .execute();
}

export type KnownEdit = {
  readonly id: string;
  readonly edit: DraftEdit;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly undoneVersion: number | null;
};

export async function listEdits(db: Db, draftId: string): Promise<KnownEdit[]> {
  const rows = await db
    .selectFrom('plan_draft_edit')
    .select(['id', 'edit', 'version', 'made_by', 'made_at', 'undone_version'])
    .where('draft_id', '=', draftId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    edit: DraftEdit.parse(row.edit),
    version: row.version,
    madeBy: row.made_by,
    madeAt: row.made_at,
    undoneVersion: row.undone_version,
  }));
}

/** The reading with the edits that stand; null while the file is not read. */
export async function composeDocument(db: Db, draftId: string): Promise<DraftDocument | null> {
  const reading = await findReading(db, draftId);
  if (reading === null) return null;
  return composeFrom(startDraft(reading), await listEdits(db, draftId));
}

export function composeFrom(start: DraftDocument, edits: readonly KnownEdit[]): DraftDocument {
  return applyEdits(
    start,
    edits.filter((one) => one.undoneVersion === null).map((one) => one.edit),
  );
}
