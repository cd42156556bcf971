import type { FastifyInstance } from 'fastify';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { type Means, mount } from '../platform/mount.ts';
import { getManagedPlan, getReadablePlan } from './allowed-plan.ts';
import { askQuestionsAfter, compareAfter } from './ask-questions.ts';
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
      askQuestionsAfter(call, params, 'told');
      compareAfter(call, params.planId, 'told');
      return {};
    },
    answerQuestion: ({ params, body }, call) => answerQuestion({ ...params, ...body }, call),
    settleQuestion: ({ params, body }, call) => settleQuestion({ ...params, ...body }, call),
    reopenQuestion: ({ params, body }, call) => reopenQuestion({ ...params, ...body }, call),
  });
}
