import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import {
  findActivity,
  lastPosition,
  makeRoom,
  requireSection,
  setPlace,
  updateActivity,
} from './activity-change-queries.ts';
import { followInstances } from './follow-instances.ts';
import { holdPlans } from './hold-plans.ts';
import { listFollowed } from './following-queries.ts';
import { listInstances } from './instance-queries.ts';
import { moveInstanceBy } from './move-instance.ts';
import { followDeadline } from '@opora/domain/plans/follow-deadline.ts';

/** Puts an activity before another one of its plan, or at the end. */
export async function moveActivity(
  tx: Tx,
  id: string,
  place: { readonly sectionId: string | null; readonly beforeId: string | null },
  allow: Call['allow'],
): Promise<void> {
  const activity = await findActivity(tx, id);
  if (activity === undefined) throw new Refusal('not-found');
  allow('plans.manage', activity);
  await requireSection(tx, activity.planId, place.sectionId);
  if (place.beforeId === null) {
    const position = (await lastPosition(tx, activity.planId)) + 1;
    return setPlace(tx, id, { sectionId: place.sectionId, position });
  }
  const before = await findActivity(tx, place.beforeId);
  if (before?.planId !== activity.planId) throw new Refusal('not-found');
  await makeRoom(tx, activity.planId, before.position);
  return setPlace(tx, id, { sectionId: place.sectionId, position: before.position });
}

/** Puts back an activity that was taken out: what had been begun and was cancelled with it is open again. */
export async function restoreActivity(
  tx: Tx,
  id: string,
  version: number,
  by: Pick<Call, 'allow' | 'now' | 'actor'>,
): Promise<void> {
  const activity = await findActivity(tx, id);
  if (activity === undefined) throw new Refusal('not-found');
  by.allow('plans.manage', activity);
  await holdPlans(tx, [activity.planId], 'alone');
  const saved = await updateActivity(tx, id, version, { removed_on: null });
  if (!saved) throw new Refusal('changed-meanwhile');
  const cancelled = (await listInstances(tx, id)).filter(({ state }) => state === 'cancelled');
  for (const instance of cancelled) {
    const moving = {
      instanceId: instance.id,
      move: 'reopen',
      version: instance.version,
      note: null,
    } as const;
    // oxlint-disable-next-line no-await-in-loop -- one connection, a handful of terms
    await moveInstanceBy(tx, moving, by);
  }
}

/** Takes an activity out of the plan: what nobody has begun goes, what was begun is cancelled, what was accepted stays. */
export async function removeActivity(
  tx: Tx,
  id: string,
  version: number,
  by: Pick<Call, 'allow' | 'now' | 'actor'>,
): Promise<void> {
  const activity = await findActivity(tx, id);
  if (activity === undefined || activity.removedOn !== null) throw new Refusal('not-found');
  by.allow('plans.manage', activity);
  await holdPlans(tx, [activity.planId], 'alone');
  const saved = await updateActivity(tx, id, version, { removed_on: isoDateIn(by.now) });
  if (!saved) throw new Refusal('changed-meanwhile');
  const rows = (await listFollowed(tx, [id])).get(id) ?? [];
  const following = followDeadline(rows, []);
  await followInstances(tx, { planId: activity.planId, rows, following, note: null }, by);
}
