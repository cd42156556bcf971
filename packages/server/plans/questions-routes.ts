import type { FastifyInstance } from 'fastify';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { isAcceptor, mayManage } from '@opora/domain/plans/may-move.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { type Means, mount } from '../platform/mount.ts';
import { getManagedPlan, getReadablePlan } from './allowed-plan.ts';
import { findInstance, findInstances } from './instance-queries.ts';
import { lookNow } from './ask-questions.ts';
import { listMissedLooks } from './question-look-queries.ts';
import { listQuestions } from './question-queries.ts';
import { answerQuestion, reopenQuestion, settleQuestion } from './settle-question.ts';

export function mountQuestions(app: FastifyInstance, means: Means): void {
  mount(app, means, questionsContract, {
    listQuestions: async ({ params }, call) => {
      await getReadablePlan(params.planId, call);
      return listQuestions(call.tx, call.actor, params);
    },
    askQuestionsAnew: async ({ params }, call) => {
      await getManagedPlan(params.planId, call);
      lookNow(call, { kind: 'evidence', ...params });
      lookNow(call, { kind: 'plans-alike', ...params });
      return {};
    },
    listMissedLooks: async ({ params }, call) => {
      const plan = await getReadablePlan(params.planId, call);
      const { instanceIds, isCompared } = await listMissedLooks(call.tx, params.planId, call.now);
      const missed = await findInstances(call.tx, instanceIds);
      return {
        instances: missed.filter((instance) => isAcceptor(call.actor, instance)).length,
        isCompared: isCompared || !mayManage(call.actor, plan),
      };
    },
    askAboutInstanceAnew: async ({ params }, call) => {
      const instance = await findInstance(call.tx, params.instanceId);
      if (instance === undefined) throw new Refusal('not-found');
      call.allow('plans.read', instance);
      if (!isAcceptor(call.actor, instance)) throw new Refusal('forbidden');
      lookNow(call, { kind: 'evidence', instanceIds: [instance.id] });
      return {};
    },
    answerQuestion: ({ params, body }, call) => answerQuestion({ ...params, ...body }, call),
    settleQuestion: ({ params, body }, call) => settleQuestion({ ...params, ...body }, call),
    reopenQuestion: ({ params, body }, call) => reopenQuestion({ ...params, ...body }, call),
  });
}
