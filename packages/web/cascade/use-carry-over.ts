import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { carryOverContract } from '@opora/domain/cascade/carry-over-contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import { call } from '../platform/call.ts';

const carryOverKey = ['carry-over'] as const;

export function useCarryOver(planId: string) {
  return useQuery({
    queryKey: [...carryOverKey, planId],
    queryFn: () => call(carryOverContract.getCarryOver, { params: { planId } }),
  });
}

export function useActivityTrace(activityId: string) {
  return useQuery({
    queryKey: [...carryOverKey, 'activity', activityId],
    queryFn: () => call(carryOverContract.getActivityTrace, { params: { activityId } }),
  });
}

export function useCarryOverMoves(planId: string) {
  const client = useQueryClient();
  const onSettled = async () => {
    await client.invalidateQueries({ queryKey: carryOverKey });
    await client.invalidateQueries({ queryKey: ['plan-drafts'] });
  };
  const carry = useMutation({
    mutationFn: (activities: { activityId: string; reason: string }[]) =>
      call(carryOverContract.carryOver, { params: { planId }, body: { activities } }),
    onSettled,
  });
  const putAway = useMutation({
    mutationFn: (draftId: string) => call(importContract.discardPlanDraft, { params: { draftId } }),
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (draftId: string) => call(importContract.restorePlanDraft, { params: { draftId } }),
    onSettled,
  });
  return { carry, putAway, takeBack };
}
