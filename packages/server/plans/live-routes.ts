import type { FastifyInstance } from 'fastify';
import { liveContract } from '@opora/domain/plans/live-contract.ts';
import type { Db } from '../platform/database.ts';
import type { Live } from '../platform/live.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';

/** A plan that the person does not see under row security is left out of her stream without a word. */
export function mountLive(
  app: FastifyInstance,
  { live, ...means }: { parts: ServerParts; identify: Identify; live: Live },
): void {
  mount(app, means, liveContract, {
    followChanges: async ({ query }, { tx, actor }) => {
      const planIds = await findSeenPlans(tx, (query.plans ?? '').split(',').filter(isId));
      return { start: live.open({ actor, planIds }) };
    },
  });
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function findSeenPlans(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .execute();
  return rows.map((row) => row.id);
}
