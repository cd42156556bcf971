import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { can } from '@opora/domain/basics/can.ts';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { startDraft } from '@opora/domain/plans/draft-document.ts';
import { summarise } from '@opora/domain/plans/draft-summary.ts';
import { draftBytesMax, type PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import type { ReadDocument } from '@opora/domain/plans/read-document.ts';
import type { Call } from '../platform/mount.ts';
import type { UploadedFile } from '../platform/receive-upload.ts';
import { insertStoredFile } from '../platform/stored-file-queries.ts';
import { insertEdit } from './draft-edit-queries.ts';
import { findDraft, insertDraft, setDraft } from './draft-queries.ts';
import { enqueueReading, saveContent } from './reading-queries.ts';

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

/** A draft that the product wrote itself: there at once as if it had been read, with the source that its rows come from. */
export type MadeDraft = {
  readonly reading: ReadDocument;
  readonly source: SourceDocument;
  /** Of the file that keeps the source. */
  readonly name: string;
  readonly scope: string;
  readonly ownerUnitId: string;
};

/** Gives the draft's id. */
export async function addMadeDraft(
  { tx, actor, now, parts, allow }: Pick<Call, 'tx' | 'actor' | 'now' | 'parts' | 'allow'>,
  { reading, source, name, scope, ownerUnitId }: MadeDraft,
): Promise<string> {
  allow('plans.manage', { scope });
  const [id, version] = [randomUUID(), 2];
  const by = { personId: actor.personId, at: now };
  await insertDraft(tx, { id, scope, fileName: name, createdBy: actor.personId, at: now });
  const text = source.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : [])).join('\n');
  const stored = await parts.files.put(oneChunk(text), draftBytesMax);
  const file = { ...stored, name, mediaType: 'text/plain; charset=utf-8' };
  await insertStoredFile(tx, { kind: 'plan-draft', id, scope }, file, by);
  await saveContent(
    tx,
    { draftId: id, scope },
    { source: await compressed(source), reading: await compressed(reading) },
  );
  const edit = { kind: 'choose-owner' as const, orgUnitId: ownerUnitId };
  await insertEdit(tx, {
    id: randomUUID(),
    draftId: id,
    scope,
    version,
    edit,
    madeBy: actor.personId,
    madeAt: now,
  });
  const { activities, doubts } = summarise(startDraft(reading));
  const { title } = reading.requisites;
  await setDraft(tx, id, { state: 'read', title, activities, doubts, version, changedAt: now });
  return id;
}

const compressed = async (value: unknown): Promise<Uint8Array> => promisify(gzip)(JSON.stringify(value));

export async function* oneChunk(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
