import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Comment } from '@opora/domain/plans/instance.ts';
import { workPlace } from '@opora/domain/plans/may-move.ts';
import type { Tx } from '../platform/database.ts';
import { findActivity } from './activity-change-queries.ts';
import { insertComment, listComments } from './comment-queries.ts';
import { findInstance, type KnownInstance } from './instance-queries.ts';
import type { By } from './move-instance.ts';

type Commenting = {
  readonly activityId: string;
  readonly instanceId: string | null;
  readonly text: string;
};

/** A comment on an instance is seen like the instance; a school's comment on a common one, by the school and those above it. */
export async function addComment(tx: Tx, commenting: Commenting, by: By): Promise<Comment> {
  const activity = await findActivity(tx, commenting.activityId);
  if (activity === undefined) throw new Refusal('not-found');
  const instance =
    commenting.instanceId === null
      ? undefined
      : await commentedInstance(tx, commenting, commenting.instanceId);
  const place = workPlace(by.actor, instance?.scope ?? activity.scope, instance?.executors);
  if (place === null) throw new Refusal('forbidden');
  const id = randomUUID();
  await insertComment(tx, {
    id,
    plan_id: activity.planId,
    activity_id: commenting.activityId,
    instance_id: commenting.instanceId,
    scope: place.scope,
    author_scope: place.authorScope,
    text: commenting.text,
    author_id: by.actor.personId,
    at: by.now,
  });
  const comment = (await listComments(tx, commenting.activityId)).find((known) => known.id === id);
  if (comment === undefined) throw new Refusal('not-found');
  return comment;
}

async function commentedInstance(tx: Tx, { activityId }: Commenting, id: string): Promise<KnownInstance> {
  const instance = await findInstance(tx, id);
  if (instance === undefined || instance.activityId !== activityId) throw new Refusal('not-found');
  return instance;
}
