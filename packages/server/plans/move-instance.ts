import { randomUUID } from 'node:crypto';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { missingEvidence } from '@opora/domain/plans/evidence.ts';
import { type InstanceMove, moveInstance } from '@opora/domain/plans/instance-state.ts';
import { isAcceptor, mayMove, workPlace } from '@opora/domain/plans/may-move.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import { findActivityCard } from './activity-queries.ts';
import { listEvidence } from './evidence-queries.ts';
import { findInstance, insertInstanceEvent, type KnownInstance, updateInstance } from './instance-queries.ts';

export type Moving = {
  readonly instanceId: string;
  readonly move: InstanceMove;
  /** The version that the actor saw. */
  readonly version: number;
  readonly note: string | null;
  /** The new last day of a postponement. */
  readonly dueOn?: CalendarDate;
};

export type By = { readonly actor: Actor; readonly now: Date };

/** One step of an instance from state to state, with its event. Of two at once one wins, the other is told so. */
export async function moveInstanceBy(tx: Tx, moving: Moving, by: By): Promise<void> {
  const instance = await getInstanceForMove(tx, moving, by.actor);
  const state = moveInstance(instance.state, moving.move, {
    beforeApproval: instance.beforeApproval,
    note: moving.note,
  });
  if (moving.move === 'submit') await requireEvidence(tx, instance);
  const dueOn = moving.move === 'postpone' ? newDueOn(instance, moving.dueOn, by.now) : instance.dueOn;
  const saved = await updateInstance(tx, instance.id, moving.version, {
    state,
    due_on: dueOn,
    ...marks(moving.move, instance, by),
  });
  if (!saved) throw new Refusal('changed-meanwhile');
  await recordEvent(tx, instance, { state, dueOn, note: moving.note }, by);
}

async function getInstanceForMove(tx: Tx, moving: Moving, actor: Actor): Promise<KnownInstance> {
  const instance = await findInstance(tx, moving.instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  if (mayMove(actor, moving.move, instance)) return instance;
  const ownWork = moving.move === 'accept' && isAcceptor(actor, instance);
  throw new Refusal(ownWork ? 'plans-own-submission' : 'forbidden');
}

async function requireEvidence(tx: Tx, instance: KnownInstance): Promise<void> {
  const card = await findActivityCard(tx, instance.activityId);
  const missing = missingEvidence(card?.expected ?? [], await listEvidence(tx, instance.id));
  if (missing.length > 0) throw new Refusal('plans-evidence-missing', { count: missing.length });
}

function newDueOn(instance: KnownInstance, dueOn: CalendarDate | undefined, now: Date): CalendarDate {
  if (dueOn === undefined || dueOn < isoDateIn(now)) throw new Refusal('plans-date-past');
  if (instance.dueOn !== null && dueOn <= instance.dueOn) throw new Refusal('plans-date-not-later');
  if (instance.startsOn !== null && dueOn < instance.startsOn) throw new Refusal('plans-date-before-start');
  return dueOn;
}

/** What else a move leaves on the instance. */
function marks(move: InstanceMove, instance: KnownInstance, by: By) {
  switch (move) {
    case 'submit':
      return { submitted_by_id: by.actor.personId, submitted_at: by.now };
    case 'withdraw':
      return { submitted_by_id: null, submitted_at: null };
    case 'accept':
      return { accepted_at: by.now };
    case 'return':
      return { accepted_at: null, rounds: instance.rounds + 1 };
    case 'start':
    case 'postpone':
    case 'cancel':
    case 'reopen':
      return {};
  }
}

export async function recordEvent(
  tx: Tx,
  instance: KnownInstance,
  after: Pick<KnownInstance, 'state' | 'dueOn'> & { readonly note: string | null },
  by: By,
): Promise<void> {
  const place = workPlace(by.actor, instance.scope);
  if (place === null) throw new Refusal('forbidden');
  await insertInstanceEvent(tx, {
    id: randomUUID(),
    instance_id: instance.id,
    activity_id: instance.activityId,
    plan_id: instance.planId,
    scope: place.scope,
    author_scope: place.authorScope,
    from_state: instance.state,
    to_state: after.state,
    note: after.note,
    due_on_before: instance.dueOn,
    due_on_after: after.dueOn,
    actor_id: by.actor.personId,
    at: by.now,
  });
}
