import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { cascadeContract, type OpenRequirement } from '@opora/domain/cascade/cascade-contract.ts';
import type { RequirementFields, RequirementState } from '@opora/domain/cascade/requirement.ts';
import { useMe } from '../accounts/use-me.ts';
import { call } from '../platform/call.ts';

const cascadeKey = ['cascade'] as const;

export function usePlanCascade(planId: string) {
  return useQuery({
    queryKey: [...cascadeKey, 'plan', planId],
    queryFn: () => call(cascadeContract.getPlanCascade, { params: { planId } }),
  });
}

export function useUnitCascade(orgUnitId: string) {
  return useQuery({
    queryKey: [...cascadeKey, 'unit', orgUnitId],
    queryFn: () => call(cascadeContract.getUnitCascade, { params: { orgUnitId } }),
  });
}

/** Nothing for those who keep no plans. */
export function useOpenRequirements(): readonly OpenRequirement[] {
  const { data: me } = useMe();
  const { data } = useQuery({
    queryKey: [...cascadeKey, 'open'],
    queryFn: () => call(cascadeContract.listOpenRequirements, {}),
    enabled: me !== undefined && canSomewhere(me, 'plans.manage'),
  });
  return data ?? [];
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: cascadeKey });
}

/** Asks something new, or changes what is asked. */
export function useSaveRequirement() {
  return useMutation({
    mutationFn: ({ activityId, known, fields }: SavedRequirement): Promise<unknown> =>
      known === null
        ? call(cascadeContract.addRequirement, { params: { activityId }, body: fields })
        : call(cascadeContract.changeRequirement, {
            params: { requirementId: known.id },
            body: { ...fields, version: known.version },
          }),
    onSettled: useRefresh(),
  });
}

type SavedRequirement = {
  readonly activityId: string;
  /** The one that is changed. */
  readonly known: { readonly id: string; readonly version: number } | null;
  readonly fields: RequirementFields;
};

export function useAnswers() {
  const onSettled = useRefresh();
  const add = useMutation({
    mutationFn: ({
      requirementId,
      ...body
    }: {
      requirementId: string;
      orgUnitId: string;
      activityId: string;
    }) => call(cascadeContract.addAnswer, { params: { requirementId }, body }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (answerId: string) => call(cascadeContract.removeAnswer, { params: { answerId } }),
    onSettled,
  });
  const confirm = useMutation({
    mutationFn: ({ answerId, current }: { answerId: string; current: RequirementState }) =>
      call(cascadeContract.confirmAnswer, { params: { answerId }, body: { current } }),
    onSettled,
  });
  const take = useMutation({
    mutationFn: (answerId: string) => call(cascadeContract.takeChanges, { params: { answerId } }),
    onSettled,
  });
  return { add, remove, confirm, take };
}

export function useDeclines() {
  const onSettled = useRefresh();
  const decline = useMutation({
    mutationFn: ({ requirementId, ...body }: { requirementId: string; orgUnitId: string; reason: string }) =>
      call(cascadeContract.declineRequirement, { params: { requirementId }, body }),
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (declineId: string) => call(cascadeContract.removeDecline, { params: { declineId } }),
    onSettled,
  });
  return { decline, takeBack };
}

export function useDraftAnswers(orgUnitId: string) {
  return useMutation({
    mutationFn: (body: { requirementIds: string[]; planId: string | null }) =>
      call(cascadeContract.draftAnswers, { params: { orgUnitId }, body }),
    onSettled: useRefresh(),
  });
}
