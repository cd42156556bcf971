import { useQuery } from '@tanstack/react-query';
import { overviewContract } from '@opora/domain/overview/overview-contract.ts';
import { call } from '../platform/call.ts';

export function useOverview() {
  return useQuery({ queryKey: ['overview'], queryFn: () => call(overviewContract.getOverview, {}) });
}
