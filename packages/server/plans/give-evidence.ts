import { randomUUID } from 'node:crypto';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { EvidenceFields } from '@opora/domain/plans/evidence.ts';
import { executingScope, workPlace, type WorkPlace } from '@opora/domain/plans/may-move.ts';
import type { Tx } from '../platform/database.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import { insertStoredFile } from '../platform/stored-file-queries.ts';
import { findActivityCard } from './activity-queries.ts';
import { deleteEvidence, findEvidence, insertEvidence } from './evidence-queries.ts';
import { takesEvidence } from './get-instance.ts';
import { findInstance, type KnownInstance, lockInstance } from './instance-queries.ts';
import type { By } from './move-instance.ts';

/** Gives a document by its requisites, a link, a count or a note. */
export async function giveEvidence(
  tx: Tx,
  instanceId: string,
  fields: EvidenceFields,
  by: By,
): Promise<void> {
  const { instance, place } = await openForEvidence(tx, instanceId, by);
  await requireExpected(tx, instance, fields.expectedResultId);
  await insertEvidence(tx, { ...rowOf(instance, place, by), ...columnsOf(fields) });
}

/** Gives a file, which is in the store already. */
export async function giveEvidenceFile(
  tx: Tx,
  given: {
    readonly instanceId: string;
    readonly expectedResultId: string | null;
    readonly file: UploadedFile;
  },
  by: By,
): Promise<void> {
  const { instance, place } = await openForEvidence(tx, given.instanceId, by);
  await requireExpected(tx, instance, given.expectedResultId);
  const row = rowOf(instance, place, by);
  const isAlong = isWithin(place.scope, place.authorScope) || isWithin(place.authorScope, place.scope);
  const owner = { kind: 'evidence', id: row.id, scope: isAlong ? place.scope : place.authorScope } as const;
  const fileId = await insertStoredFile(tx, owner, given.file, { personId: by.actor.personId, at: by.now });
  await insertEvidence(tx, {
    ...row,
    kind: 'file',
    expected_result_id: given.expectedResultId,
    stored_file_id: fileId,
  });
}

/** Gives back whose evidence it was. The bytes of a file stay in the store: another record may hold the same. */
export async function removeEvidence(tx: Tx, evidenceId: string, by: By): Promise<string> {
  const evidence = await findEvidence(tx, evidenceId);
  if (evidence === undefined) throw new Refusal('not-found');
  await openForEvidence(tx, evidence.instanceId, by);
  if (!(await deleteEvidence(tx, evidenceId))) throw new Refusal('forbidden');
  return evidence.instanceId;
}

/** The instance stays locked until the end, so that evidence does not change under a submission. */
async function openForEvidence(
  tx: Tx,
  instanceId: string,
  by: By,
): Promise<{ instance: KnownInstance; place: WorkPlace }> {
  const instance = await findInstance(tx, instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  const place = workPlace(by.actor, instance.scope, instance.executors);
  if (place === null || executingScope(by.actor, instance) === null) throw new Refusal('forbidden');
  const state = await lockInstance(tx, instanceId);
  if (state === undefined || !takesEvidence({ state })) throw new Refusal('plans-evidence-closed');
  return { instance, place };
}

async function requireExpected(tx: Tx, instance: KnownInstance, id: string | null): Promise<void> {
  if (id === null) return;
  const card = await findActivityCard(tx, instance.activityId);
  if (!card?.expected.some((result) => result.id === id)) throw new Refusal('plans-result-unknown');
}

const rowOf = (instance: KnownInstance, place: WorkPlace, by: By) => ({
  id: randomUUID(),
  instance_id: instance.id,
  activity_id: instance.activityId,
  plan_id: instance.planId,
  scope: place.scope,
  author_scope: place.authorScope,
  given_by_id: by.actor.personId,
  given_at: by.now,
});

function columnsOf(fields: EvidenceFields) {
  const common = { kind: fields.kind, expected_result_id: fields.expectedResultId };
  switch (fields.kind) {
    case 'document':
      return {
        ...common,
        document_type: fields.type,
        document_number: fields.number,
        document_on: fields.on,
        title: fields.title,
      };
    case 'link':
      return { ...common, link: fields.link, title: fields.title };
    case 'count':
      return { ...common, count_n: fields.n, count_total: fields.total };
    case 'note':
      return { ...common, note: fields.note };
  }
}
