import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { resultsContract } from '@opora/domain/results/results-contract.ts';
import { call } from '../platform/call.ts';
import type { ResultsSearch } from './results-search.ts';

export function useTerritoryResults(query: ResultsSearch) {
  return useQuery({
    queryKey: ['results', 'territory', query],
    queryFn: () => call(resultsContract.getTerritoryResults, { query }),
    placeholderData: keepPreviousData,
  });
}

export function useSchoolResults(orgUnitId: string, query: ResultsSearch) {
  return useQuery({
    queryKey: ['results', 'school', orgUnitId, query],
    queryFn: () => call(resultsContract.getSchoolResults, { params: { orgUnitId }, query }),
    placeholderData: keepPreviousData,
  });
}
