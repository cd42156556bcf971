import type { Actor } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Job } from '../platform/schedule.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read, write } from '../platform/transaction.ts';
import { findAmendment, listDueAmendments } from './amendment-queries.ts';
import { enforce, holdAmendment, returnToDraft } from './approve-amendment.ts';
import { takeLook } from './ask-questions.ts';
import { insertLook } from './question-look-queries.ts';
import { readAmendment } from './open-amendment.ts';

/** On its day an approved amendment comes into force, whether or not anybody is at work. */
export function amendmentJob(parts: ServerParts, report: (text: string) => void): Job {
  return { name: 'enforceAmendments', run: (now) => enforceAmendments(parts, now, report) };
}

export async function enforceAmendments(
  parts: Pick<ServerParts, 'database'>,
  now: Date,
  report: (text: string) => void,
): Promise<void> {
  const { database } = parts;
  const due = await read(database, systemEntry, (db) => listDueAmendments(db, isoDateIn(now)));
  for (const id of due) {
    const operating = { name: 'approveAmendment', requestId: `amendment ${id}`, at: now };
    const inTurn = <T>(work: (tx: Tx) => Promise<T>) => write(database, systemEntry, operating, work);
    // One after another: each has a plan of its own to hold.
    // oxlint-disable-next-line no-await-in-loop
    const planId = await inTurn((tx) => enforceOne(tx, id, now)).catch(async (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      // What it was to change has changed meanwhile: a person has to look at it.
      await inTurn((tx) => recallOne(tx, id, now));
      report(`Изменения плана не вступили в силу и снова стали черновиком (${id}): ${error.code}`);
      return null;
    });
    if (planId === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await inTurn((tx) => takeLook(tx, { kind: 'plans-alike', planId }, now)).catch((error: unknown) =>
      report(`План не сравнен с другими (${planId}): ${String(error)}`),
    );
  }
}

/** Gives the plan; null when there was nothing to do. */
async function enforceOne(tx: Tx, id: string, now: Date): Promise<string | null> {
  await holdAmendment(tx, id);
  const amendment = await findAmendment(tx, id);
  // Another server, or a recall, was before.
  if (amendment?.state !== 'waiting' || amendment.approvedById === null || amendment.approvedAt === null)
    return null;
  const whole = await readAmendment(id, { tx, allow: () => undefined });
  const approved = { id: amendment.approvedById, at: amendment.approvedAt };
  await enforce(whole, approved, { tx, now, actor: approver(approved.id, amendment.scope) });
  await insertLook(
    tx,
    { kind: 'plans-alike', planId: amendment.planId },
    { authorScope: amendment.scope, now },
  );
  return amendment.planId;
}

async function recallOne(tx: Tx, id: string, now: Date): Promise<void> {
  await holdAmendment(tx, id);
  const amendment = await findAmendment(tx, id);
  if (amendment?.state === 'waiting') await returnToDraft(tx, amendment, now);
}

/** The history names who approved it; that she may was asked then, and she may have left since. */
const approver = (personId: string, scope: string): Actor => ({
  personId,
  grants: [{ role: 'regional-coordinator', scope }],
});
