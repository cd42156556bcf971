import type { FastifyInstance } from 'fastify';
import { cascadeContract } from '@opora/domain/cascade/cascade-contract.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { addAnswer, confirmAnswer, removeAnswer, takeChanges } from './answer-requirement.ts';
import { addRequirement, changeRequirement } from './change-requirements.ts';
import { declineRequirement, removeDecline } from './decline-requirement.ts';
import { draftAnswers } from './draft-answers.ts';
import { getPlanCascade, getUnitCascade } from './get-cascade.ts';
import { listOpenRequirements } from './list-open-requirements.ts';

export function mountCascade(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, cascadeContract, {
    getPlanCascade: ({ params }, call) => getPlanCascade(params.planId, call),
    addRequirement: ({ params, body }, call) => addRequirement(params.activityId, body, call),
    changeRequirement: async ({ params, body }, call) => {
      await changeRequirement(params.requirementId, body, call);
      return {};
    },
    getUnitCascade: ({ params }, call) => getUnitCascade(params.orgUnitId, call),
    listOpenRequirements: (_input, call) => listOpenRequirements(call),
    declineRequirement: ({ params, body }, call) => declineRequirement(params.requirementId, body, call),
    removeDecline: async ({ params }, call) => {
      await removeDecline(params.declineId, call);
      return {};
    },
    addAnswer: ({ params, body }, call) => addAnswer(params.requirementId, body, call),
    removeAnswer: async ({ params }, call) => {
      await removeAnswer(params.answerId, call);
      return {};
    },
    confirmAnswer: async ({ params, body }, call) => {
      await confirmAnswer(params.answerId, body.current, call);
      return {};
    },
    takeChanges: ({ params }, call) => takeChanges(params.answerId, call),
    draftAnswers: ({ params, body }, call) => draftAnswers(params.orgUnitId, body, call),
  });
}
