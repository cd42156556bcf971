import type { FastifyInstance } from 'fastify';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { listCampaigns } from './campaign-queries.ts';

export function mountCampaigns(app: FastifyInstance, means: Means): void {
  mount(app, means, campaignContract, {
    listCampaigns: async (_, { tx, actor }) =>
      (await listCampaigns(tx)).filter(
        ({ scope, forms }) => forms.all > 0 || actor.grants.some((grant) => isWithin(scope, grant.scope)),
      ),
  });
}
