import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ControlMark } from '@opora/domain/plans/control-card.ts';
import { controlContract } from '@opora/domain/plans/control-contract.ts';
import { call } from '../platform/call.ts';

export function useControlCard(planId: string) {
  return useQuery({
    // Below «plans»: whatever changes a plan or its instances asks for it anew.
    queryKey: ['plans', planId, 'control'],
    queryFn: () => call(controlContract.getControlCard, { params: { planId } }),
  });
}

export function useMarkControl(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      activityId,
      ...body
    }: Pick<ControlMark, 'kind' | 'ground'> & { readonly activityId: string }) =>
      call(controlContract.markControl, { params: { activityId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['plans', planId, 'control'] }),
  });
}
