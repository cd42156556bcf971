import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EvidenceQuestion } from '@opora/domain/plans/evidence-question.ts';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { call } from '../platform/call.ts';

const keyOf = (planId: string) => ['plans', planId, 'questions'] as const;

export function useQuestions(planId: string) {
  return useQuery({
    queryKey: keyOf(planId),
    queryFn: () => call(questionsContract.listQuestions, { params: { planId } }),
  });
}

/** A question stands on the page of its plan and on every instance that it names. */
function useAskedAnew(planId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([keyOf(planId), ['instances']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useAskAnew(planId: string) {
  const onSuccess = useAskedAnew(planId);
  return useMutation({
    mutationFn: () => call(questionsContract.askQuestionsAnew, { params: { planId } }),
    onSuccess,
  });
}

/** What could not be looked through. */
export function useMissedLooks(planId: string) {
  return useQuery({
    queryKey: [...keyOf(planId), 'missed'],
    queryFn: () => call(questionsContract.listMissedLooks, { params: { planId } }),
  });
}

export function useAskAboutInstance(planId: string, instanceId: string) {
  const onSuccess = useAskedAnew(planId);
  return useMutation({
    mutationFn: () => call(questionsContract.askAboutInstanceAnew, { params: { instanceId } }),
    onSuccess,
  });
}

export type Reply =
  | { readonly kind: 'answer' | 'settle'; readonly text: string }
  | { readonly kind: 'reopen' };

export function useReply(questions: readonly EvidenceQuestion[]) {
  const onSettled = useAskedAnew(questions[0]?.planId ?? '');
  return useMutation({
    mutationFn: async (reply: Reply) => {
      for (const { id, version } of questions) {
        // What one is refused for is told at once; those before it are done.
        // oxlint-disable-next-line no-await-in-loop
        await send({ questionId: id }, version, reply);
      }
    },
    onSettled,
  });
}

function send(params: { readonly questionId: string }, version: number, reply: Reply) {
  switch (reply.kind) {
    case 'answer':
      return call(questionsContract.answerQuestion, { params, body: { version, text: reply.text } });
    case 'settle':
      return call(questionsContract.settleQuestion, { params, body: { version, note: reply.text } });
    case 'reopen':
      return call(questionsContract.reopenQuestion, { params, body: { version } });
  }
}
