import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Action } from '@opora/domain/basics/can.ts';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { askQuestionsAfter, compareAfter } from './ask-questions.ts';
import { findPlan } from './plans-queries.ts';
import { listQuestions } from './question-queries.ts';
import { answerQuestion, reopenQuestion, settleQuestion } from './settle-question.ts';

export function mountQuestions(app: FastifyInstance, means: Means): void {
  mount(app, means, questionsContract, {
    listQuestions: async ({ params }, call) => {
      await planFor('plans.read', params.planId, call);
      return listQuestions(call.tx, call.actor, params);
    },
    askQuestionsAnew: async ({ params }, call) => {
      await planFor('plans.manage', params.planId, call);
      askQuestionsAfter(call, params);
      compareAfter(call, params.planId);
      return {};
    },
    answerQuestion: ({ params, body }, call) => answerQuestion({ ...params, ...body }, call),
    settleQuestion: ({ params, body }, call) => settleQuestion({ ...params, ...body }, call),
    reopenQuestion: ({ params, body }, call) => reopenQuestion({ ...params, ...body }, call),
  });
}

async function planFor(action: Action, id: string, { tx, allow }: Call): Promise<void> {
  const plan = await findPlan(tx, id);
  if (plan === undefined) throw new Refusal('not-found');
  allow(action, plan);
}
