import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { BulkOutcome } from '@opora/domain/plans/bulk-act.ts';
import { executingScope, mayMove } from '@opora/domain/plans/may-move.ts';
import type { Call } from '../platform/mount.ts';
import { askQuestionsAfter } from './ask-questions.ts';
import { nameOvertakers, takeInstances, undoSince } from './act-on-many.ts';
import {
  lockBulkAct,
  markUndone,
  type SavedInstance,
  saveInstances,
  type UndoneAct,
} from './bulk-queries.ts';
import { insertInstanceEvents, type KnownInstance } from './instance-queries.ts';
import { eventOf } from './move-instance.ts';
import { presentRefused } from './refused-instances.ts';

/** Brings back each instance that nobody has touched since, and tells of the others who has. */
export async function undoBulkAct(id: string, call: Call): Promise<BulkOutcome> {
  const { tx, actor, now } = call;
  const act = await lockBulkAct(tx, id, { personId: actor.personId, since: undoSince(now) });
  if (act === undefined) throw new Refusal('plans-undo-gone');
  const kept = new Map(act.before.map((saved) => [saved.id, saved]));
  const { instances, notDone } = await takeInstances(tx, [...kept.keys()]);
  const done: { readonly from: KnownInstance; readonly to: SavedInstance }[] = [];
  for (const from of instances) {
    const saved = kept.get(from.id);
    const refusal = whyNotUndone(from, saved, { act, actor });
    if (saved === undefined || refusal !== null)
      notDone.push({ id: from.id, refusal: refusal ?? new Refusal('not-found') });
    else done.push({ from, to: { ...saved, version: from.version + 1 } });
  }
  await saveInstances(
    tx,
    done.map(({ to }) => to),
  );
  const events =
    act.kind === 'assign' ? [] : done.map(({ from, to }) => eventOf(from, { ...to, note: null }, call));
  await insertInstanceEvents(tx, events);
  await markUndone(tx, id, now);
  const doneIds = done.map(({ from }) => from.id);
  if (act.kind === 'submit') await askQuestionsAfter(call, doneIds);
  return {
    bulkActId: null,
    doneIds,
    refused: await presentRefused(call, await nameOvertakers(tx, notDone)),
  };
}

/** The right that the action took is asked for again: a role may have ended since. */
function whyNotUndone(
  instance: KnownInstance,
  saved: SavedInstance | undefined,
  { act, actor }: { readonly act: UndoneAct; readonly actor: Call['actor'] },
): Refusal | null {
  if (saved?.version !== instance.version) return new Refusal('changed-meanwhile');
  const may =
    act.kind === 'assign' ? executingScope(actor, instance) !== null : mayMove(actor, act.kind, instance);
  return may ? null : new Refusal('forbidden');
}
