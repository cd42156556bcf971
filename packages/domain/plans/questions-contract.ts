import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { EvidenceQuestion } from './evidence-question.ts';

const PlanId = z.object({ planId: z.uuid() });
const QuestionId = z.object({ questionId: z.uuid() });
const Seen = z.object({ version: z.number().int() });
const Words = z.string().trim().min(1).max(4000);

/** Questions about evidence. A school sees those about itself, who accepts those below her. */
export const questionsContract = contract({
  listQuestions: {
    method: 'GET',
    path: '/plans/:planId/questions',
    summary: 'Questions about the evidence of a plan that concern the person, the latest first',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: z.array(EvidenceQuestion),
  },
  askQuestionsAnew: {
    method: 'POST',
    path: '/plans/:planId/questions',
    summary: 'Look through all evidence of a plan anew; what was settled stays settled',
    permission: { who: 'role-on-thing', action: 'plans.manage' },
    params: PlanId,
    output: z.object({}),
  },
  listMissedLooks: {
    method: 'GET',
    path: '/plans/:planId/missed-looks',
    summary:
      'Whether evidence that was submitted, or the plan itself, could not be looked through for questions',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: PlanId,
    output: z.object({
      /** Of those that the person accepts. */
      instances: z.number().int(),
      /** With the plans of other owners; told to who keeps the plan. */
      isCompared: z.boolean(),
    }),
  },
  askAboutInstanceAnew: {
    method: 'POST',
    path: '/instances/:instanceId/questions',
    summary: 'Look through the evidence of one instance anew; for those who accept it',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: z.object({ instanceId: z.uuid() }),
    output: z.object({}),
  },
  answerQuestion: {
    method: 'PUT',
    path: '/questions/:questionId/answer',
    summary: 'Tell how it was',
    permission: { who: 'role-on-thing', action: 'plans.execute' },
    params: QuestionId,
    body: Seen.extend({ text: Words }),
    output: EvidenceQuestion,
  },
  settleQuestion: {
    method: 'POST',
    path: '/questions/:questionId/settle',
    summary: 'Take the explanation: the question does not come back for the same facts',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: QuestionId,
    body: Seen.extend({ note: Words }),
    output: EvidenceQuestion,
  },
  reopenQuestion: {
    method: 'POST',
    path: '/questions/:questionId/reopen',
    summary: 'Undo taking the explanation',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: QuestionId,
    body: Seen,
    output: EvidenceQuestion,
  },
});
