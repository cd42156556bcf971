import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { PlanDraftEntry } from '@opora/domain/plans/import-contract.ts';
import type { Call } from '../platform/mount.ts';
import { findDraft, type KnownDraft, lockDraft, setDraft } from './draft-queries.ts';
import { dequeueReading, enqueueReading } from './reading-queries.ts';

type By = Pick<Call, 'tx' | 'allow' | 'now'>;

/** Puts a draft away; what was read and edited is kept for `restoreDraft`. */
export async function discardDraft(id: string, { tx, allow, now }: By): Promise<PlanDraftEntry> {
  const draft = await getDraftToMove(id, { tx, allow });
  if (draft.state === 'approved') throw new Refusal('draft-not-open');
  if (draft.state === 'discarded') return draft;
  await dequeueReading(tx, id);
  const discardedFrom = draft.state === 'reading' ? 'waiting' : draft.state;
  await setDraft(tx, id, { state: 'discarded', discardedFrom, changedAt: now });
  return getDraft(id, { tx, allow });
}

export async function restoreDraft(id: string, { tx, allow, now }: By): Promise<PlanDraftEntry> {
  const draft = await getDraftToMove(id, { tx, allow });
  if (draft.discardedFrom === null) return draft;
  if (draft.discardedFrom === 'waiting') await enqueueReading(tx, draft, now);
  await setDraft(tx, id, { state: draft.discardedFrom, discardedFrom: null, changedAt: now });
  return getDraft(id, { tx, allow });
}

/** Reads the file anew; the edits of the old reading are dropped when the new one is there. */
export async function readDraftAgain(id: string, { tx, allow, now }: By): Promise<PlanDraftEntry> {
  const draft = await getDraftToMove(id, { tx, allow });
  if (draft.state !== 'read' && draft.state !== 'failed') throw new Refusal('draft-not-open');
  await enqueueReading(tx, draft, now);
  await setDraft(tx, id, { state: 'waiting', failure: null, changedAt: now });
  return getDraft(id, { tx, allow });
}

async function getDraftToMove(id: string, by: Pick<Call, 'tx' | 'allow'>): Promise<KnownDraft> {
  await lockDraft(by.tx, id);
  return getDraft(id, by);
}

export async function getDraft(id: string, { tx, allow }: Pick<Call, 'tx' | 'allow'>): Promise<KnownDraft> {
  const draft = await findDraft(tx, id);
  if (draft === undefined) throw new Refusal('not-found');
  allow('plans.manage', draft);
  return draft;
}
