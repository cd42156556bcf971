import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { resultsContract } from '@opora/domain/results/results-contract.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { getSchoolResults } from './get-school-results.ts';
import { getTerritoryResults } from './get-territory-results.ts';

export function mountResults(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, resultsContract, {
    getTerritoryResults: ({ query }, call) => getTerritoryResults(query, call),
    getSchoolResults: async ({ params, query }, call) => {
      const unit = await findOrgUnit(call.tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      call.allow('results.read', unit);
      return getSchoolResults(unit, query, call);
    },
  });
}
