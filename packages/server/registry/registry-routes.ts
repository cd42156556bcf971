import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { addOrgUnit } from './add-org-unit.ts';
import { changeOrgUnit } from './change-org-unit.ts';
import { findOrgUnit, listOrgUnits } from './registry-queries.ts';

export function mountRegistry(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, registryContract, {
    listOrgUnits: (_input, { tx }) => listOrgUnits(tx),
    getOrgUnit: async ({ params }, { tx, allow }) => {
      const unit = await findOrgUnit(tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      allow('registry.read', unit);
      return unit;
    },
    addOrgUnit: ({ body }, { tx, allow }) => addOrgUnit(tx, body, allow),
    changeOrgUnit: ({ params, body }, { tx, allow }) => changeOrgUnit(tx, params.orgUnitId, body, allow),
  });
}
