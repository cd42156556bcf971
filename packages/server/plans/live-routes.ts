import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { liveContract } from '@opora/domain/plans/live-contract.ts';
import type { Db } from '../platform/database.ts';
import type { Live } from '../platform/live.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { findActivity } from './activity-change-queries.ts';
import { getManagedPlan, getReadablePlan } from './allowed-plan.ts';
import { listEditors } from './list-editors.ts';

/** A plan or a hearing that the person does not see under row security is left out of her stream without a word. */
export function mountLive(
  app: FastifyInstance,
  { live, ...means }: { parts: ServerParts; identify: Identify; live: Live },
): void {
  mount(app, means, liveContract, {
    followChanges: async ({ query }, { tx, actor }) => {
      const rootIds = [
        ...(await findSeen(tx, 'plan', idsIn(query.plans))),
        ...(await findSeen(tx, 'hearing', idsIn(query.hearings))),
      ];
      await live.listening();
      return { start: live.open({ actor, rootIds }) };
    },
    tellEditing: async ({ params, body }, call) => {
      const plan = await getManagedPlan(params.planId, call);
      const { activityId, isEditing } = body;
      const activity = activityId === null ? null : await findActivity(call.tx, activityId);
      if (activity !== null && activity?.planId !== plan.id) throw new Refusal('not-found');
      const { personId } = call.actor;
      const editing = { rootId: plan.id, thingId: activityId ?? plan.id, personId, isEditing };
      call.afterCommit(() => live.tellEditing(editing, call.now));
      return {};
    },
    listEditors: async ({ params }, call) => {
      const plan = await getReadablePlan(params.planId, call);
      return listEditors(live, plan.id, call);
    },
  });
}

const idsIn = (text: string | undefined): string[] => (text ?? '').split(',').filter(isId);
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function findSeen(db: Db, table: 'plan' | 'hearing', ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .execute();
  return rows.map((row) => row.id);
}
