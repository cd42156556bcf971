import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { BulkKind, BulkOutcome, BulkTargets } from '@opora/domain/plans/bulk-act.ts';
import { bulkContract } from '@opora/domain/plans/bulk-contract.ts';
import type { MyTasks } from '@opora/domain/plans/tasks.ts';
import { call } from '../platform/call.ts';
import { useRefreshPlans } from './use-plans.ts';

/** Which instances the marks stand for, asked anew whenever the dialog opens or its day changes. */
export function useBulkChoice(kind: BulkKind, targets: BulkTargets) {
  return useQuery({
    queryKey: ['bulk-choice', kind, targets],
    queryFn: () => call(bulkContract.chooseForBulk, { body: { kind, ...targets } }),
    gcTime: 0,
    staleTime: 0,
  });
}

export type BulkAsked = {
  readonly kind: BulkKind;
  readonly instanceIds: readonly string[];
  readonly note: string;
  readonly dueOn: CalendarDate | null;
  readonly personId: string | null;
};

/** What is done leaves the list of tasks at once, before the server is asked for the list anew. */
export function useBulkAct() {
  const client = useQueryClient();
  const refresh = useRefreshBulk();
  return useMutation({
    mutationFn: callBulk,
    onSuccess: ({ doneIds }, { kind }) => {
      const done = new Set(doneIds);
      client.setQueryData<MyTasks>(['tasks'], (mine) =>
        mine && kind !== 'assign'
          ? { ...mine, tasks: mine.tasks.filter(({ instanceId }) => !done.has(instanceId)) }
          : mine,
      );
      // Not waited for: the person has her answer.
      void refresh();
    },
  });
}

function callBulk({ kind, instanceIds: ids, note, dueOn, personId }: BulkAsked): Promise<BulkOutcome> {
  const instanceIds = [...ids];
  const words = note.trim() === '' ? null : note.trim();
  switch (kind) {
    case 'submit':
      return call(bulkContract.submitMany, { body: { instanceIds, note: words } });
    case 'accept':
      return call(bulkContract.acceptMany, { body: { instanceIds, note: words } });
    case 'postpone':
      return call(bulkContract.postponeMany, {
        body: { instanceIds, note: words ?? '', dueOn: dueOn ?? '' },
      });
    case 'assign':
      return call(bulkContract.assignMany, { body: { instanceIds, personId } });
  }
}

const actsKey = ['bulk-acts'];

export function useBulkActs() {
  return useQuery({ queryKey: actsKey, queryFn: () => call(bulkContract.listBulkActs, {}) });
}

export function useUndoBulk() {
  const refresh = useRefreshBulk();
  return useMutation({
    mutationFn: (bulkActId: string) => call(bulkContract.undoBulkAct, { params: { bulkActId } }),
    onSuccess: () => void refresh(),
  });
}

function useRefreshBulk() {
  const client = useQueryClient();
  const refreshPlans = useRefreshPlans();
  return () => Promise.all([refreshPlans(), client.invalidateQueries({ queryKey: actsKey })]);
}
