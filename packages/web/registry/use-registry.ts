import { useQuery } from '@tanstack/react-query';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { call } from '../platform/call.ts';

export function useOrgUnits() {
  return useQuery({ queryKey: ['org-units'], queryFn: () => call(registryContract.listOrgUnits, {}) });
}
