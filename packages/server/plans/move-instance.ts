import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { overtaken } from '@opora/domain/plans/bulk-act.ts';
import { decideMove } from '@opora/domain/plans/decide-move.ts';
import type { InstanceMove } from '@opora/domain/plans/instance-state.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { InstanceEvent } from '../platform/database.gen.ts';
import type { Tx } from '../platform/database.ts';
import { countMissing } from './bulk-queries.ts';
import { holdPlans } from './hold-plans.ts';
import {
  findInstance,
  insertInstanceEvents,
  type KnownInstance,
  updateInstance,
} from './instance-queries.ts';
import { overtakenOf } from './overtaken.ts';

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

/** One step of an instance from state to state, with its event. Of two at once one wins, the other is told who was faster. */
export async function moveInstanceBy(tx: Tx, moving: Moving, by: By): Promise<void> {
  const instance = await findInstance(tx, moving.instanceId);
  if (instance === undefined) throw new Refusal('not-found');
  await holdPlans(tx, [instance.planId], moving.move === 'postpone' ? 'alone' : 'beside');
  const missing = moving.move === 'submit' ? ((await countMissing(tx, [instance])).get(instance.id) ?? 0) : 0;
  const { state, dueOn } = await decide(tx, instance, moving, { ...by, missing });
  const saved = await updateInstance(tx, instance.id, moving.version, {
    state,
    due_on: dueOn,
    ...marks(moving.move, instance, by),
  });
  if (!saved) throw await overtakenOf(tx, instance.id);
  await insertInstanceEvents(tx, [eventOf(instance, { state, dueOn, note: moving.note }, by)]);
}

async function decide(
  tx: Tx,
  instance: KnownInstance,
  moving: Moving,
  by: By & { readonly missing: number },
) {
  try {
    return decideMove(instance, moving, { ...by, today: isoDateIn(by.now) });
  } catch (error) {
    const isStale = instance.version !== moving.version;
    if (isStale && error instanceof Refusal && overtaken.includes(error.code)) {
      throw await overtakenOf(tx, instance.id);
    }
    throw error;
  }
}

/** What else a move leaves on the instance. */
export function marks(move: InstanceMove, instance: Pick<KnownInstance, 'rounds'>, by: By) {
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

/** The event of a change, at the node from which the actor works. */
export function eventOf(
  instance: KnownInstance,
  after: Pick<KnownInstance, 'state' | 'dueOn'> & { readonly note: string | null },
  by: By,
): Insertable<InstanceEvent> {
  const place = workPlace(by.actor, instance.scope, instance.executors);
  if (place === null) throw new Refusal('forbidden');
  return {
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
  };
}
