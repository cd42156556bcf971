import { z } from 'zod';
import type { Db } from '../platform/database.ts';
import type { ChangedPlan, Live } from '../platform/live.ts';
import type { AfterWrite } from '../platform/mount.ts';
import type { FollowUnits } from '../registry/unit-use-queries.ts';
import { followSchools } from './follow-schools.ts';

const id = z.uuid().nullish().catch(null);
const ids = z.array(z.uuid()).nullish().catch(null);
const named = { planId: id, activityId: id, instanceId: id };

/** By what an operation names the plan that it changes: a parameter, a list, or its answer. */
const Touched = z.object({
  params: z
    .object({ ...named, datingId: id })
    .catch({})
    .default({}),
  body: z.object({ activityIds: ids }).catch({}).default({}),
  answer: z
    .object({ ...named, doneIds: ids })
    .catch({})
    .default({}),
});

/** Tells of the plans that an operation of the feature has changed, once it is in the database. */
export function announcePlans(live: Live): AfterWrite {
  return async (input, answer, { tx, afterCommit }) => {
    const { params, body, answer: given } = Touched.parse({ ...input, answer: answer ?? {} });
    const present = (...values: readonly (string | null | undefined)[]) =>
      values.filter((value) => typeof value === 'string');
    const plans = await findPlansOf(tx, {
      planIds: present(params.planId, given.planId),
      datingIds: present(params.datingId),
      activityIds: present(params.activityId, given.activityId, ...(body.activityIds ?? [])),
      instanceIds: present(params.instanceId, given.instanceId, ...(given.doneIds ?? [])),
    });
    if (plans.length > 0) afterCommit(() => live.announce(plans));
  };
}

/** Lets the terms of schools follow their days, and tells of the plans that it has changed. */
export function followAndAnnounce(live: Live): FollowUnits {
  return async (by, changes) => {
    const planIds = await followSchools(by, changes);
    const plans = await findPlansOf(by.tx, { planIds, datingIds: [], activityIds: [], instanceIds: [] });
    if (plans.length > 0) by.afterCommit(() => live.announce(plans));
  };
}

async function findPlansOf(
  db: Db,
  {
    planIds,
    datingIds,
    activityIds,
    instanceIds,
  }: Readonly<Record<'planIds' | 'datingIds' | 'activityIds' | 'instanceIds', readonly string[]>>,
): Promise<ChangedPlan[]> {
  if (planIds.length + datingIds.length + activityIds.length + instanceIds.length === 0) return [];
  return db
    .selectFrom('plan')
    .select(['id', 'scope'])
    .where((eb) => {
      const among = (values: readonly string[]) => eb.fn.any(eb.val([...values]));
      return eb.or([
        eb('id', '=', among(planIds)),
        eb(
          'id',
          'in',
          eb
            .selectFrom('plan_dating')
            .select('plan_id')
            .where('plan_dating.id', '=', among(datingIds))
            .where('plan_dating.state', '!=', 'draft'),
        ),
        eb(
          'id',
          'in',
          eb.selectFrom('activity').select('plan_id').where('activity.id', '=', among(activityIds)),
        ),
        eb(
          'id',
          'in',
          eb.selectFrom('instance').select('plan_id').where('instance.id', '=', among(instanceIds)),
        ),
      ]);
    })
    .execute();
}
