import { z } from 'zod';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { ExamImportCounts, type ExamImportEntry } from '@opora/domain/results/exam-import-contract.ts';
import { ExamReading } from '@opora/domain/results/exam-reading.ts';
import { ExamMapping } from '@opora/domain/results/plan-exam-import.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectRows } from '../platform/expect-rows.ts';

export type ExamImport = {
  readonly id: string;
  readonly scope: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: ExamImportEntry['state'];
  /** Empty for what is no draft. */
  readonly reading: ExamReading;
  readonly mapping: ExamMapping;
  readonly counts: ExamImportCounts | null;
  readonly appliedAt: Date | null;
  readonly version: number;
};

/** Neither is kept of what is no draft any more. */
const noReading: ExamReading = { reports: [], unknownSheets: [] };
const noMapping: ExamMapping = { reports: [], units: {} };
const importsShown = 100;

const entries = (db: Db) =>
  db
    .selectFrom('exam_import')
    .leftJoin('person', 'person.id', 'exam_import.created_by')
    .select(['exam_import.id', 'file_name', 'state', 'created_at', 'applied_at', 'counts'])
    .select(['exam_import.version', 'person.surname', 'person.given_name', 'person.patronymic']);

/** The newest first, without what was read. */
export async function listExamImports(db: Db): Promise<ExamImportEntry[]> {
  const rows = await entries(db)
    .where('state', '<>', 'discarded')
    .orderBy('created_at', 'desc')
    .orderBy('exam_import.id')
    .limit(importsShown)
    .execute();
  return rows.map(presentEntry);
}

export async function getExamImportEntry(db: Db, id: string): Promise<ExamImportEntry> {
  return presentEntry(await entries(db).where('exam_import.id', '=', id).executeTakeFirstOrThrow());
}

/** The applied import of these very bytes at this node. */
export async function findAppliedImport(db: Db, sha256: string, scope: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('exam_import')
    .select('id')
    .where('sha256', '=', sha256)
    .where('scope', '=', scope)
    .where('state', '=', 'applied')
    .executeTakeFirst();
  return row?.id;
}

export async function findExamImport(db: Db, id: string): Promise<ExamImport | undefined> {
  const row = await db
    .selectFrom('exam_import')
    .selectAll()
    .where('id', '=', id)
    .where('state', '<>', 'discarded')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const isDraft = row.state === 'draft';
  return {
    id: row.id,
    scope: row.scope,
    createdBy: row.created_by,
    createdAt: row.created_at,
    fileName: row.file_name,
    sha256: row.sha256,
    // The column's check constraint holds the same list.
    state: row.state as ExamImport['state'],
    reading: isDraft ? ExamReading.parse(row.reading) : noReading,
    mapping: isDraft ? ExamMapping.parse(row.mapping) : noMapping,
    counts: Counts.parse(row.counts),
    appliedAt: row.applied_at,
    version: row.version,
  };
}

export async function insertExamImport(tx: Tx, draft: ExamImport): Promise<void> {
  await tx
    .insertInto('exam_import')
    .values({
      id: draft.id,
      scope: draft.scope,
      created_by: draft.createdBy,
      created_at: draft.createdAt,
      file_name: draft.fileName,
      sha256: draft.sha256,
      reading: JSON.stringify(draft.reading),
      ...columns(draft),
    })
    .execute();
}

/** Everything but the reading, which is emptied with the draft. False when somebody changed it meanwhile. */
export async function updateExamImport(tx: Tx, changed: ExamImport): Promise<boolean> {
  const result = await tx
    .updateTable('exam_import')
    .set({
      ...columns(changed),
      ...(changed.state === 'draft' ? {} : { reading: '{}', mapping: '{}' }),
    })
    .where('id', '=', changed.id)
    .where('version', '=', changed.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteExamImport(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('exam_import').where('id', '=', id).executeTakeFirst(), 1);
}

/** Drafts of the same bytes that the person has left lying: the new one takes their place. */
export async function deleteOwnDrafts(tx: Tx, personId: string, sha256: string): Promise<void> {
  await tx
    .deleteFrom('exam_import')
    .where('created_by', '=', personId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'draft')
    .execute();
}

function columns(draft: ExamImport) {
  return {
    state: draft.state,
    mapping: JSON.stringify(draft.mapping),
    counts: draft.counts === null ? null : JSON.stringify(draft.counts),
    applied_at: draft.appliedAt,
    version: draft.version,
  };
}

const Counts = ExamImportCounts.nullable();

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function presentEntry(row: EntryRow): ExamImportEntry {
  const { surname, given_name: givenName, patronymic } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    state: z.enum(['draft', 'applied', 'undone']).parse(row.state),
    by:
      surname === null || givenName === null ? null : formatSurnameFirst({ surname, givenName, patronymic }),
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    counts: Counts.parse(row.counts),
    version: row.version,
  };
}
