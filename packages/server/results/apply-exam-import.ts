import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { ExamImportEntry } from '@opora/domain/results/exam-import-contract.ts';
import type { Call } from '../platform/mount.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { type ExamImport, getExamImportEntry, updateExamImport } from './exam-import-queries.ts';
import { deleteParts, holdCounts, insertParts, listKeysOfImport } from './exam-part-queries.ts';
import { remakeCounts } from './remake-counts.ts';
import { compareImport, countsOfImport } from './review-exam-import.ts';

/** Does in one transaction what the review said, compared anew with what is held at this moment. Applied already is done. */
export async function applyExamImport(
  { tx, actor, now }: Pick<Call, 'tx' | 'actor' | 'now'>,
  draft: ExamImport,
): Promise<ExamImportEntry> {
  if (draft.state === 'applied') return getExamImportEntry(tx, draft.id);
  if (draft.state !== 'draft') throw new Refusal('results-import-applied');
  const schools = await compareImport(tx, draft, actor);
  if (schools.changes.length === 0) throw new Refusal('results-import-nothing');
  await holdCounts(
    tx,
    schools.changes.map(({ orgUnitId }) => orgUnitId),
  );
  // What others applied while this waited is there now.
  const compared = await compareImport(tx, draft, actor);
  await insertParts(tx, { importId: draft.id, appliedAt: now }, compared.changes);
  await remakeCounts(tx, compared.changes);
  const applied: ExamImport = {
    ...draft,
    state: 'applied',
    counts: countsOfImport(compared, draft),
    appliedAt: now,
    version: draft.version + 1,
  };
  if (!(await updateExamImport(tx, applied))) throw new Refusal('changed-meanwhile');
  return getExamImportEntry(tx, draft.id);
}

/** Takes an applied import back as a whole: counts are what the imports that remain say. */
export async function undoExamImport(
  { tx }: Pick<Call, 'tx'>,
  applied: ExamImport,
): Promise<ExamImportEntry> {
  if (applied.state === 'draft') throw new Refusal('import-not-applied');
  if (applied.state !== 'applied') throw new Refusal('results-import-applied');
  const keys = await listKeysOfImport(tx, applied.id);
  await holdCounts(
    tx,
    keys.map(({ orgUnitId }) => orgUnitId),
  );
  await deleteParts(tx, applied.id);
  const scopes = new Map((await listOrgUnits(tx)).map(({ id, scope }) => [id, scope]));
  await remakeCounts(
    tx,
    keys.map((key) => ({ ...key, scope: scopes.get(key.orgUnitId) ?? '' })),
  );
  const undone: ExamImport = { ...applied, state: 'undone', version: applied.version + 1 };
  if (!(await updateExamImport(tx, undone))) throw new Refusal('changed-meanwhile');
  return getExamImportEntry(tx, applied.id);
}
