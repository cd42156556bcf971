import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperationInput } from '@opora/domain/basics/contract.ts';
import {
  contextContract,
  type ContextQuestion,
  type ContextWeights,
} from '@opora/domain/results/context-contract.ts';
import { call } from '../platform/call.ts';

const contextKey = ['context'] as const;

export function useContextIndex(question: ContextQuestion) {
  return useQuery({
    queryKey: [...contextKey, 'index', question],
    queryFn: () => call(contextContract.askContextIndex, { body: question }),
    placeholderData: keepPreviousData,
  });
}

export function useContextLine(body: OperationInput<typeof contextContract.askContextLine>['body']) {
  return useQuery({
    queryKey: [...contextKey, 'line', body],
    queryFn: () => call(contextContract.askContextLine, { body }),
    placeholderData: keepPreviousData,
  });
}

export function useWeightSets() {
  return useQuery({
    queryKey: [...contextKey, 'weights'],
    queryFn: () => call(contextContract.listWeightSets, {}),
  });
}

export function useSaveWeightSet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      orgUnitId,
      ...body
    }: {
      orgUnitId: string;
      title: string;
      source: string;
      weights: ContextWeights;
    }) => call(contextContract.saveWeightSet, { params: { orgUnitId }, body }),
    onSuccess: (sets) => client.setQueryData([...contextKey, 'weights'], sets),
  });
}

export function useContextApprovals() {
  return useQuery({
    queryKey: [...contextKey, 'approvals'],
    queryFn: () => call(contextContract.listContextApprovals, {}),
  });
}

/** A category given or taken back is seen on every page of schools. */
export function useApprovalChanges() {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: [...contextKey, 'approvals'] });
    await client.invalidateQueries({ queryKey: ['registry'] });
  };
  return {
    approve: useMutation({
      mutationFn: (body: OperationInput<typeof contextContract.approveContext>['body']) =>
        call(contextContract.approveContext, { body }),
      onSuccess,
    }),
    undo: useMutation({
      mutationFn: (approvalId: string) =>
        call(contextContract.undoContextApproval, { params: { approvalId } }),
      onSuccess,
    }),
  };
}
