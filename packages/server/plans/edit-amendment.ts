import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type AmendmentEdit, amendmentEditsClash, fieldSetBy } from '@opora/domain/plans/amendment-edit.ts';
import { applyAmendmentEdit } from '@opora/domain/plans/apply-amendment-edit.ts';
import type { Call } from '../platform/mount.ts';
import { getManagedPlan } from './allowed-plan.ts';
import {
  findOpenAmendment,
  insertAmendment,
  insertAmendmentEdit,
  type KeptEdit,
  lockAmendment,
  replaceAmendmentEdit,
  setAmendment,
  undoAmendmentEditAt,
} from './amendment-queries.ts';
import { nameParties, nameSchool } from './name-in-amendment.ts';
import { composeAmendment, readAmendment, requireDraft } from './open-amendment.ts';
import { refuseProtocol } from './refuse-protocol.ts';

type Saved = { readonly version: number; readonly savedAt: string };

/** A plan has one open draft: of two, each would be compared with an edition that the other is about to replace. */
export async function beginAmendment(planId: string, call: Call): Promise<{ amendmentId: string }> {
  const { tx, actor, now } = call;
  const plan = await getManagedPlan(planId, call);
  refuseProtocol(plan);
  if ((await findOpenAmendment(tx, planId)) !== undefined) throw new Refusal('amendment-open-already');
  const id = randomUUID();
  await insertAmendment(tx, { id, planId, scope: plan.scope, personId: actor.personId, now });
  return { amendmentId: id };
}

/** Saves an edit that began from a version; those of other people since then stay, unless they concern the same field. */
export async function editAmendment(
  amendmentId: string,
  asked: { readonly version: number; readonly edit: AmendmentEdit },
  call: Call,
): Promise<Saved> {
  const { tx, actor, now } = call;
  await lockAmendment(tx, amendmentId);
  const { amendment, plan, before, reckoning, content, edits } = await readAmendment(amendmentId, call);
  requireDraft(amendment);
  const since = edits.filter((one) => Math.max(one.version, one.undoneVersion ?? 0) > asked.version);
  const foreign = since.filter((one) => one.madeBy !== actor.personId);
  if (foreign.some((one) => amendmentEditsClash(one.edit, asked.edit)))
    throw new Refusal('changed-meanwhile');
  const edit = await named(asked.edit, plan, call);
  const given = { base: before, planActOn: plan.actOn, reckoning };
  // Its row is gone, or what it would change is not there.
  if (applyAmendmentEdit(content, edit, given) === content) throw new Refusal('changed-meanwhile');
  const version = amendment.version + 1;
  const kept = { version, edit, madeBy: actor.personId, madeAt: now, undoneVersion: null };
  const last = edits.at(-1);
  await (last !== undefined && isTypedOn(last, kept)
    ? replaceAmendmentEdit(tx, { ...kept, id: last.id })
    : insertAmendmentEdit(tx, amendment, { ...kept, id: randomUUID() }));
  await setAmendment(tx, amendmentId, { version, now });
  return { version, savedAt: now.toISOString() };
}

/** The open draft of the plan; one is begun when there is none. */
export async function openOrBeginAmendment(planId: string, call: Call): Promise<string> {
  const open = await findOpenAmendment(call.tx, planId);
  return open?.id ?? (await beginAmendment(planId, call)).amendmentId;
}

/** Adds edits that the product made, each an edit of its own that can be taken back; refuses when one has nothing to act on. */
export async function addAmendmentEdits(
  amendmentId: string,
  edits: readonly AmendmentEdit[],
  call: Call,
): Promise<void> {
  const { tx, actor, now } = call;
  await lockAmendment(tx, amendmentId);
  const { amendment, plan, before, reckoning, content } = await readAmendment(amendmentId, call);
  requireDraft(amendment);
  const given = { base: before, planActOn: plan.actOn, reckoning };
  let { version } = amendment;
  let current = content;
  for (const made of edits) {
    // One after another: the order is the meaning.
    // oxlint-disable-next-line no-await-in-loop
    const edit = await named(made, plan, call);
    const next = applyAmendmentEdit(current, edit, given);
    if (next === current) throw new Refusal('changed-meanwhile');
    current = next;
    version += 1;
    const kept = {
      id: randomUUID(),
      version,
      edit,
      madeBy: actor.personId,
      madeAt: now,
      undoneVersion: null,
    };
    // oxlint-disable-next-line no-await-in-loop
    await insertAmendmentEdit(tx, amendment, kept);
  }
  await setAmendment(tx, amendmentId, { version, now });
}

/** A pause after which the same field typed on is an edit of its own: what is taken back at once. */
const onePauseMs = 60_000;

function isTypedOn(last: KeptEdit, next: Omit<KeptEdit, 'id'>): boolean {
  const field = fieldSetBy(last.edit);
  return (
    field !== null &&
    field === fieldSetBy(next.edit) &&
    last.undoneVersion === null &&
    last.madeBy === next.madeBy &&
    next.madeAt.getTime() - last.madeAt.getTime() < onePauseMs
  );
}

/** What a person typed, with the organisations and people that it names. */
function named(
  edit: AmendmentEdit,
  plan: Parameters<typeof nameParties>[2],
  { tx }: Call,
): Promise<AmendmentEdit> {
  if (edit.kind === 'set-parties') return nameParties(tx, edit, plan);
  if (edit.kind === 'add-school') return nameSchool(tx, edit, plan);
  return Promise.resolve(edit);
}

/** Takes back the person's own last edit that stands; refuses when somebody has changed the same field after it. */
export async function undoAmendmentEdit(amendmentId: string, call: Call): Promise<Saved> {
  const { tx, actor, now } = call;
  await lockAmendment(tx, amendmentId);
  const { amendment, plan, before, reckoning, edits } = await readAmendment(amendmentId, call);
  requireDraft(amendment);
  const standing = edits.filter((one) => one.undoneVersion === null);
  const mine = standing.findLast((one) => one.madeBy === actor.personId);
  if (mine === undefined) throw new Refusal('draft-nothing-to-undo');
  const later = standing.filter((one) => one.version > mine.version);
  const rest = standing.filter((one) => one !== mine);
  const { lostEdits } = composeAmendment({ before, plan, reckoning, edits: rest });
  const lostNow = composeAmendment({ before, plan, reckoning, edits: standing }).lostEdits;
  if (lostEdits > lostNow || later.some((one) => amendmentEditsClash(one.edit, mine.edit))) {
    throw new Refusal('changed-meanwhile');
  }
  const version = amendment.version + 1;
  await undoAmendmentEditAt(tx, mine.id, version);
  await setAmendment(tx, amendmentId, { version, now });
  return { version, savedAt: now.toISOString() };
}

export async function discardAmendment(
  amendmentId: string,
  version: number,
  call: Call,
): Promise<{ planId: string }> {
  const { tx, now } = call;
  await lockAmendment(tx, amendmentId);
  const { amendment } = await readAmendment(amendmentId, call);
  requireDraft(amendment);
  if (amendment.version !== version) throw new Refusal('changed-meanwhile');
  await setAmendment(tx, amendmentId, { state: 'discarded', version: version + 1, now });
  return { planId: amendment.planId };
}
