import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { indicatorContract, type IndicatorFields } from '@opora/domain/indicators/indicator-contract.ts';
import type { IndicatorVersion } from '@opora/domain/indicators/indicator.ts';
import { call } from '../platform/call.ts';

const indicatorsKey = ['indicators'] as const;

export function useIndicators() {
  return useQuery({ queryKey: indicatorsKey, queryFn: () => call(indicatorContract.listIndicators, {}) });
}

/** Adds a definition, or the next version of `follows`. */
export function useSaveIndicator(follows: IndicatorVersion | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: IndicatorFields) =>
      follows === null
        ? call(indicatorContract.addIndicator, { body: fields })
        : call(indicatorContract.addIndicatorVersion, {
            params: { indicatorCode: follows.code },
            body: { version: follows.version, fields },
          }),
    onSuccess: () => client.invalidateQueries({ queryKey: indicatorsKey }),
  });
}
