import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type AmendmentContent, emptyAct } from '@opora/domain/plans/amendment.ts';
import { applyAmendmentEdit } from '@opora/domain/plans/apply-amendment-edit.ts';
import type { Edition } from '@opora/domain/plans/edition.ts';
import type { PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { Reckoning } from '@opora/domain/plans/reckoning.ts';
import type { Call } from '../platform/mount.ts';
import {
  findAmendment,
  type KeptEdit,
  type KnownAmendment,
  listAmendmentEdits,
} from './amendment-queries.ts';
import { readDefinition } from './definition-queries.ts';
import { listEditionsOf } from './edition-queries.ts';
import { findPlan, type PlanHead } from './plans-queries.ts';
import { getReckoning } from './reckoning-queries.ts';

/** A draft with the edition in force, which it changes. */
export type ReadAmendment = {
  readonly amendment: KnownAmendment;
  readonly plan: PlanHead;
  readonly edition: Edition;
  readonly before: PlanDefinition;
  /** By what phrases are read. */
  readonly reckoning: Reckoning;
  readonly edits: readonly KeptEdit[];
  readonly content: AmendmentContent;
  readonly lostEdits: number;
};

export async function readAmendment(
  amendmentId: string,
  { tx, allow }: Pick<Call, 'tx' | 'allow'>,
): Promise<ReadAmendment> {
  const amendment = await findAmendment(tx, amendmentId);
  if (amendment === undefined) throw new Refusal('not-found');
  allow('plans.manage', amendment);
  const plan = await findPlan(tx, amendment.planId);
  const [edition] = await listEditionsOf(tx, amendment.planId);
  if (plan === undefined || edition === undefined) throw new Refusal('not-found');
  const before = await readDefinition(tx, plan);
  const edits = await listAmendmentEdits(tx, amendmentId);
  const reckoning = await getReckoning(tx, plan.scope);
  const { content, lostEdits } = composeAmendment({ before, plan, reckoning, edits });
  return { amendment, plan, edition, before, reckoning, edits, content, lostEdits };
}

/** The edition in force with the edits that stand; an edit whose row is no longer there is counted and left out. */
export function composeAmendment({
  before,
  plan,
  reckoning,
  edits,
}: {
  readonly reckoning: Reckoning;
  readonly before: PlanDefinition;
  readonly plan: Pick<PlanHead, 'actOn'>;
  readonly edits: readonly Pick<KeptEdit, 'edit' | 'undoneVersion'>[];
}): Pick<ReadAmendment, 'content' | 'lostEdits'> {
  const given = { base: before, planActOn: plan.actOn, reckoning };
  let content: AmendmentContent = { act: emptyAct, definition: before };
  let lostEdits = 0;
  for (const { edit, undoneVersion } of edits) {
    if (undoneVersion !== null) continue;
    const next = applyAmendmentEdit(content, edit, given);
    if (next === content) lostEdits += 1;
    content = next;
  }
  return { content, lostEdits };
}

/** Refuses a draft that was approved or put away. */
export function requireDraft({ state }: Pick<KnownAmendment, 'state'>): void {
  if (state !== 'draft') throw new Refusal('amendment-not-open');
}
