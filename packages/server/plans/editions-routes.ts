import type { FastifyInstance } from 'fastify';
import { can } from '@opora/domain/basics/can.ts';
import { editionsContract, type PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { compareAfter } from './ask-questions.ts';
import { findOpenAmendment } from './amendment-queries.ts';
import { approveAmendment, getAmendmentEffect, recallAmendment } from './approve-amendment.ts';
import { beginAmendment, discardAmendment, editAmendment, undoAmendmentEdit } from './edit-amendment.ts';
import { listEditionsOf } from './edition-queries.ts';
import { readAmendment } from './open-amendment.ts';
import { listParticipantQuestions } from './participant-queries.ts';
import { getReadablePlan } from './allowed-plan.ts';
import { getPlanAt } from './past-plan.ts';
import { exportAmendmentChanges, exportEdition, exportEditionChanges } from './print-editions.ts';

export function mountEditions(app: FastifyInstance, means: Means): void {
  mount(app, means, editionsContract, {
    listEditions: ({ params }, call) => listPlanEditions(params.planId, call),
    getPlanAt: ({ params, query }, call) => getPlanAt(params.planId, query, call),
    exportEdition: ({ params }, call) => exportEdition(params.editionId, call),
    exportEditionChanges: ({ params }, call) => exportEditionChanges(params.editionId, call),
    beginAmendment: ({ params }, call) => beginAmendment(params.planId, call),
    getAmendment: async ({ params }, call) => {
      const { amendment, plan, edition, before, content, edits, lostEdits } = await readAmendment(
        params.amendmentId,
        call,
      );
      const isMine = ({ madeBy, undoneVersion }: (typeof edits)[number]) =>
        undoneVersion === null && madeBy === call.actor.personId;
      const mayUndo = edits.some(isMine);
      return { ...amendment, planActOn: plan.actOn, edition, before, content, mayUndo, lostEdits };
    },
    editAmendment: ({ params, body }, call) => editAmendment(params.amendmentId, body, call),
    undoAmendmentEdit: ({ params }, call) => undoAmendmentEdit(params.amendmentId, call),
    discardAmendment: ({ params, body }, call) => discardAmendment(params.amendmentId, body.version, call),
    getAmendmentEffect: ({ params }, call) => getAmendmentEffect(params.amendmentId, call),
    exportAmendmentChanges: ({ params }, call) => exportAmendmentChanges(params.amendmentId, call),
    recallAmendment: ({ params, body }, call) => recallAmendment(params.amendmentId, body.version, call),
    approveAmendment: async ({ params, body }, call) => {
      const approved = await approveAmendment(params.amendmentId, body.version, call);
      if (approved.isInForce) await compareAfter(call, approved.planId);
      return approved;
    },
  });
}

async function listPlanEditions(planId: string, call: Call): Promise<PlanEditions> {
  const plan = await getReadablePlan(planId, call);
  const editions = await listEditionsOf(call.tx, planId);
  const isManaged = can(call.actor, 'plans.manage', plan);
  const amendment = isManaged ? await findOpenAmendment(call.tx, planId) : undefined;
  const questions = isManaged ? await listParticipantQuestions(call.tx, plan, isoDateIn(call.now)) : [];
  return {
    planId,
    kind: plan.kind,
    scope: plan.scope,
    title: plan.title,
    editions,
    amendment: amendment ?? null,
    participantQuestions: questions,
  };
}
