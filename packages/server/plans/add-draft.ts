import { randomUUID } from 'node:crypto';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import type { Call } from '../platform/mount.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import { insertStoredFile } from '../platform/stored-file-queries.ts';
import { findDraft, insertDraft } from './draft-queries.ts';
import { enqueueReading } from './reading-queries.ts';

/** A document begins its way: the file is kept, and it waits to be read. It belongs to the widest node where the actor manages plans. */
export async function addDraft(
  { tx, actor, now }: Pick<Call, 'tx' | 'actor' | 'now'>,
  file: UploadedFile,
): Promise<PlanDraftEntry> {
  const scope = actor.grants
    .map((grant) => grant.scope)
    .filter((node) => can(actor, 'plans.manage', { scope: node }))
    .sort((a, b) => a.length - b.length)[0];
  if (scope === undefined) throw new Refusal('forbidden');
  const id = randomUUID();
  await insertDraft(tx, { id, scope, fileName: file.name, createdBy: actor.personId, at: now });
  await insertStoredFile(tx, { kind: 'plan-draft', id, scope }, file, { personId: actor.personId, at: now });
  await enqueueReading(tx, { id, scope }, now);
  const draft = await findDraft(tx, id);
  if (draft === undefined) throw new Refusal('not-found');
  return draft;
}
