import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { contextContract } from '@opora/domain/results/context-contract.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { approveContext, undoContextApproval } from './approve-context.ts';
import { answerContext } from './ask-context.ts';
import { askContextLine } from './ask-context-line.ts';
import { insertWeightSet, listApprovals, listWeightSets } from './context-queries.ts';

export function mountContext(
  app: FastifyInstance,
  means: { readonly parts: ServerParts; readonly identify: Identify },
): void {
  mount(app, means, contextContract, {
    askContextIndex: ({ body }, call) => answerContext(call, body),
    askContextLine: ({ body }, call) => askContextLine(call, body),
    listWeightSets: (_input, { tx }) => listWeightSets(tx),
    saveWeightSet: async ({ params, body }, { tx, actor, allow, now }) => {
      const unit = await findOrgUnit(tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      allow('identification.manage', unit);
      const set = { ...body, id: randomUUID(), orgUnitId: unit.id, scope: unit.scope };
      await insertWeightSet(tx, set, { personId: actor.personId, at: now });
      return listWeightSets(tx);
    },
    listContextApprovals: async (_input, { tx, actor }) =>
      (await listApprovals(tx)).filter((approval) => can(actor, 'identification.manage', approval)),
    approveContext: ({ body }, call) => approveContext(call, body),
    undoContextApproval: async ({ params }, call) => {
      await undoContextApproval(call, params.approvalId);
      return {};
    },
  });
}
