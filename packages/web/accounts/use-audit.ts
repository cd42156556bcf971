import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { auditContract } from '@opora/domain/accounts/audit-contract.ts';
import { call } from '../platform/call.ts';

export type AuditFilter = {
  readonly personId?: string;
  readonly table?: string;
  readonly fromOn?: string;
  readonly untilOn?: string;
};

export function useChanges(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'changes', filter],
    queryFn: ({ pageParam }) => call(auditContract.listChanges, { query: { ...filter, ...from(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSignIns({ table: _table, ...filter }: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'sign-ins', filter],
    queryFn: ({ pageParam }) => call(auditContract.listSignIns, { query: { ...filter, ...from(pageParam) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useAuditors() {
  return useQuery({ queryKey: ['audit', 'people'], queryFn: () => call(auditContract.listAuditors, {}) });
}

function from(after: string | null): { readonly after?: string } {
  return after === null ? {} : { after };
}
