import { randomUUID } from 'node:crypto';
import type { Actor } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type Following, stateAtNewTerm } from '@opora/domain/plans/follow-deadline.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import type { Tx } from '../platform/database.ts';
import { type ActivityKey, instanceRows } from './activity-rows.ts';
import type { FollowedRow } from './following-queries.ts';
import { cancelInstances, deleteInstances, redateInstances, reopenInstances } from './following-queries.ts';
import { insertInstanceEvents, insertInstances } from './instance-queries.ts';
import type { PartyScopes } from './party-queries.ts';

/** Brings the instances of an activity to what following asks. */
export async function followActivity(
  tx: Tx,
  activity: ActivityKey,
  { rows, following }: { readonly rows: readonly FollowedRow[]; readonly following: Following },
  by: {
    readonly actor: Actor;
    readonly now: Date;
    readonly executors: readonly string[];
    readonly known: PartyScopes;
  },
): Promise<void> {
  await followInstances(tx, { planId: activity.planId, rows, following, note: null }, by);
  await insertInstances(tx, instanceRows(activity, following.insert, { ...by, madeAt: by.now }));
}

type Followed = {
  readonly planId: string;
  readonly rows: readonly FollowedRow[];
  readonly following: Pick<Following, 'move' | 'remove' | 'cancel'>;
  /** Cancelled ones that are asked again, each in the state from which it was cancelled. */
  readonly reopen?: readonly { readonly id: string; readonly state: InstanceState }[];
  /** Stands in the history of each instance: by which act. */
  readonly note: string | null;
  /** Why some are cancelled, when it may be over one day. */
  readonly cause?: 'school-closed' | null;
};

/** Carries out what `followDeadline` found for instances that are there. Every new date and every new state leaves its event. */
export async function followInstances(
  tx: Tx,
  { planId, rows, following, reopen = [], note, cause = null }: Followed,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const moves = following.move.flatMap((move) => {
    const row = known.get(move.id);
    return row === undefined ? [] : [{ ...move, row, state: stateAtNewTerm(row.state, move.to) }];
  });
  await deleteInstances(tx, following.remove, by.now);
  await cancelInstances(tx, following.cancel);
  await redateInstances(tx, moves);
  await reopenInstances(tx, reopen);
  const event = (row: FollowedRow, to: { state: InstanceState; dueOn: string | null }) => {
    const place = workPlace(by.actor, row.scope);
    if (place === null) throw new Refusal('forbidden');
    return {
      id: randomUUID(),
      instance_id: row.id,
      activity_id: row.activityId,
      plan_id: planId,
      scope: place.scope,
      author_scope: place.authorScope,
      from_state: row.state,
      to_state: to.state,
      note,
      due_on_before: row.dueOn,
      due_on_after: to.dueOn,
      actor_id: by.actor.personId,
      at: by.now,
    };
  };
  const cancelled = following.cancel.flatMap((id) => known.get(id) ?? []);
  await insertInstanceEvents(tx, [
    ...cancelled.map((row) => ({ ...event(row, { state: 'cancelled', dueOn: row.dueOn }), cause })),
    ...reopen.flatMap(({ id, state }) => {
      const row = known.get(id);
      return row === undefined ? [] : [event(row, { state, dueOn: row.dueOn })];
    }),
    ...moves.map(({ row, state, to }) => event(row, { state, dueOn: to.dueOn })),
  ]);
}
