import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  type BulkChoice,
  type BulkKind,
  bulkMax,
  type BulkTargets,
  isByDay,
  statesFor,
  whyNotInBulk,
} from '@opora/domain/plans/bulk-act.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { nameOvertakers } from './act-on-many.ts';
import { countMissing, findMarked } from './bulk-queries.ts';
import { findInstances } from './instance-queries.ts';
import { type NotDone, presentRefused } from './refused-instances.ts';

/** Which instances the marks stand for, and of which it can be told already that the action will be refused. */
export async function chooseForBulk(kind: BulkKind, targets: BulkTargets, call: Call): Promise<BulkChoice> {
  const { tx, actor, now } = call;
  const dueUntil = isByDay(kind) ? targets.dueUntil : null;
  const ids = await findMarked(tx, { ...targets, dueUntil }, { states: statesFor(kind), max: bulkMax });
  if (ids.length > bulkMax) throw new Refusal('plans-bulk-too-many', { max: bulkMax });
  const instances = await findInstances(tx, ids);
  const missing = kind === 'submit' ? await countMissing(tx, instances) : new Map<string, number>();
  const notDone: NotDone[] = [];
  const open = instances.filter((instance) => {
    const by = { actor, today: isoDateIn(now), missing: missing.get(instance.id) ?? 0 };
    const refusal = whyNotInBulk(instance, kind, by);
    if (refusal !== null) notDone.push({ id: instance.id, refusal });
    return refusal === null;
  });
  const days = open.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return {
    instanceIds: open.map(({ id }) => id),
    refused: await presentRefused(call, await nameOvertakers(tx, notDone)),
    firstDueOn: days[0] ?? null,
    lastDueOn: days.at(-1) ?? null,
  };
}
