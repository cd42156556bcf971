import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { narrativeContract, type PlanNarrative } from '@opora/domain/documents/narrative-contract.ts';
import { call } from '../platform/call.ts';
import type { NarrativeSearch } from './narrative-search.ts';

export function useNarrative(planId: string, query: NarrativeSearch) {
  return useQuery({
    queryKey: ['plans', planId, 'narrative', query],
    queryFn: () => call(narrativeContract.getNarrative, { params: { planId }, query }),
  });
}

type Written = {
  readonly key: string;
  /** Null: what the records say. */
  readonly text: string | null;
  readonly instead: string;
  readonly seen: string | null;
};

export function useEditNarrative({ planId, from, until, sectionId }: PlanNarrative) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (written: Written) =>
      call(narrativeContract.editNarrative, {
        params: { planId },
        body: { from, until, sectionId, ...written },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['plans', planId, 'narrative'] }),
  });
}
