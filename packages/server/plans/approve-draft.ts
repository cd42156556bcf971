import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { approvalObstacles, planOfDraft } from '@opora/domain/plans/plan-of-draft.ts';
import type { Call } from '../platform/mount.ts';
import { insertStoredFile, listStoredFiles } from '../platform/stored-file-queries.ts';
import { createPlan } from './create-plan.ts';
import { setDraft } from './draft-queries.ts';
import { openForEditing } from './edit-draft.ts';
import { matchDraft } from './match-draft.ts';
import { findPlan } from './plans-queries.ts';

/** Makes the plan out of a draft as the person saw it at the version; refuses when somebody has changed it since. */
export async function approveDraft(
  draftId: string,
  version: number,
  { tx, allow, now, actor }: Pick<Call, 'tx' | 'allow' | 'now' | 'actor'>,
): Promise<{ planId: string }> {
  const { draft, document } = await openForEditing(draftId, { tx, allow });
  if (draft.version !== version) throw new Refusal('changed-meanwhile');
  const obstacles = approvalObstacles(document);
  if (obstacles.length > 0) throw new Refusal('draft-incomplete', { count: obstacles.length });
  const chosen = new Map((await matchDraft(tx, document)).map((party) => [party.printed, party.chosen]));
  const [file] = await listStoredFiles(tx, { kind: 'plan-draft', id: draftId });
  const sourceFileId = file === undefined ? null : randomUUID();
  const plan = planOfDraft(document, {
    choiceOf: (printed) => chosen.get(printed) ?? { kind: 'text' },
    sourceFileId,
    sourceDraftId: draftId,
  });
  const planId = await createPlan(tx, plan, { allow, now, personId: actor.personId });
  if (file !== undefined && sourceFileId !== null) {
    // The plan shows its document to everybody who may read the plan, the draft only to those who manage.
    const scope = (await findPlan(tx, planId))?.scope ?? draft.scope;
    const by = { personId: actor.personId, at: now };
    await insertStoredFile(tx, { kind: 'plan', id: planId, scope }, { ...file, id: sourceFileId }, by);
  }
  await setDraft(tx, draftId, { state: 'approved', planId, changedAt: now });
  return { planId };
}
