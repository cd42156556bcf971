import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { can } from '@opora/domain/basics/can.ts';
import {
  type ConclusionFields,
  dynamicsContract,
  type DynamicsQuestion,
  type TargetFields,
} from '@opora/domain/indicators/dynamics-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { call } from '../platform/call.ts';
import { useOrgUnits } from '../registry/use-registry.ts';

export function useDynamics(query: DynamicsQuestion | null) {
  return useQuery({
    queryKey: ['dynamics', query],
    queryFn: () => call(dynamicsContract.getDynamics, { query: query ?? { orgUnitId: '' } }),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  });
}

export type AskedNumber = { readonly orgUnitId: string; readonly period: string; readonly indicator: string };

export function useNumber(query: AskedNumber) {
  return useQuery({
    queryKey: ['dynamics', 'number', query],
    queryFn: () => call(dynamicsContract.explainNumber, { query }),
  });
}

export function useWorsened(orgUnitId: string) {
  return useQuery({
    queryKey: ['dynamics', 'worsened', orgUnitId],
    queryFn: () => call(dynamicsContract.listWorsened, { query: { orgUnitId } }),
  });
}

/** Territories and schools whose numbers the person may look at, the widest first. */
export function useLookedUnits(): OrgUnit[] {
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  const order = ['region', 'municipality', 'school', 'branch'];
  return units
    .filter((unit) => order.includes(unit.kind) && me !== undefined && can(me, 'indicators.values', unit))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

export function useConclusions(orgUnitId: string) {
  return useQuery({
    queryKey: ['dynamics', 'conclusions', orgUnitId],
    queryFn: () => call(dynamicsContract.listConclusions, { query: { orgUnitId } }),
  });
}

export function useKeepConclusion(orgUnitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ConclusionFields) => call(dynamicsContract.keepConclusion, { body }),
    // Refused, too: the numbers have changed, and are shown.
    onSuccess: () => client.invalidateQueries({ queryKey: ['dynamics', 'conclusions', orgUnitId] }),
    onError: () => client.invalidateQueries({ queryKey: ['dynamics'] }),
  });
}

type SetFields = { readonly version: number } & (
  | Pick<TargetFields, 'amount' | 'total' | 'source'>
  | { readonly isRemoved: true }
);

/** Sets a target over the version that was seen, or removes it. */
export function useSetTarget({ orgUnitId, period, indicator }: AskedNumber) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: SetFields) => {
      const key = { orgUnitId, period, indicator };
      return 'isRemoved' in fields
        ? call(dynamicsContract.removeTarget, { body: { ...key, version: fields.version } })
        : call(dynamicsContract.setTarget, { body: { ...key, ...fields } });
    },
    // Refused, too: what somebody else left is then shown.
    onSettled: () => client.invalidateQueries({ queryKey: ['dynamics'] }),
  });
}
