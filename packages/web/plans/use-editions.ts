import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { call } from '../platform/call.ts';
import type { PlanMoment } from './editions-search.ts';

export function useEditions(planId: string) {
  return useQuery({
    queryKey: ['plans', planId, 'editions'],
    queryFn: () => call(editionsContract.listEditions, { params: { planId } }),
  });
}

/** The plan at the end of a day, or in an edition. */
export function usePlanAt(planId: string, moment: PlanMoment) {
  const query = typeof moment === 'number' ? { edition: moment } : { on: moment };
  return useQuery({
    queryKey: ['plans', planId, 'at', moment],
    queryFn: () => call(editionsContract.getPlanAt, { params: { planId }, query }),
  });
}

export function useBeginAmendment(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(editionsContract.beginAmendment, { params: { planId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['plans', planId, 'editions'] }),
  });
}
