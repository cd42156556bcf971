import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { datesContract, type ScheduleReview } from '@opora/domain/plans/dates-contract.ts';
import type { ScheduleAnswer } from '@opora/domain/plans/match-schedule.ts';
import { useState } from 'react';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';
import { useRefreshPlans } from './use-plans.ts';

const datesKey = (planId: string) => ['plans', planId, 'dates'];
const reviewKey = (datingId: string) => ['datings', datingId];

export function useAwaitedDates(planId: string) {
  return useQuery({
    queryKey: datesKey(planId),
    queryFn: () => call(datesContract.listAwaitedDates, { params: { planId } }),
  });
}

/** Sends a schedule; `sent` is the share sent so far, null while nothing is being sent. */
export function useScheduleUpload(planId: string) {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => upload(datesContract.uploadSchedule, { params: { planId } }, [file], setSent),
    onSettled: () => setSent(null),
    onSuccess: () => client.invalidateQueries({ queryKey: datesKey(planId) }),
  });
  return { ...mutation, sent };
}

export function useScheduleReview(datingId: string) {
  return useQuery({
    queryKey: reviewKey(datingId),
    queryFn: () => call(datesContract.getScheduleReview, { params: { datingId } }),
    // The plan may have changed since: what would be done is always asked anew.
    staleTime: 0,
  });
}

/** Choices go to the server one after another, each on the version that the last one made. */
export function useScheduleAnswers(datingId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `schedule ${datingId}` },
    mutationFn: ({ event, answer }: { readonly event: string; readonly answer: ScheduleAnswer | null }) => {
      const version = client.getQueryData<ScheduleReview>(reviewKey(datingId))?.version ?? 1;
      return call(datesContract.answerBySchedule, {
        params: { datingId },
        body: { version, answers: [{ event, answer }] },
      });
    },
    onSuccess: (review) => client.setQueryData(reviewKey(datingId), review),
  });
}

export function useOpenByEvent(planId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: {
      readonly title: string;
      readonly on: string;
      readonly activityIds: string[];
      readonly schoolIds: string[] | null;
      readonly dueOn: string | null;
    }) => call(datesContract.openByEvent, { params: { planId }, body }),
    onSuccess: refresh,
  });
}

export function useDatingActions() {
  const refresh = useRefreshPlans();
  return {
    apply: useMutation({
      mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
        call(datesContract.applySchedule, { params: { datingId: id }, body: { version } }),
      onSuccess: refresh,
    }),
    undo: useMutation({
      mutationFn: (datingId: string) => call(datesContract.undoDating, { params: { datingId } }),
      onSuccess: refresh,
    }),
    discard: useMutation({
      mutationFn: (datingId: string) => call(datesContract.discardSchedule, { params: { datingId } }),
      onSuccess: refresh,
    }),
  };
}
