import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { type Reckoning, reckoningOf, usualReckoning } from '@opora/domain/plans/reckoning.ts';
import { call } from '../platform/call.ts';

/** By what the terms of a plan are reckoned on its territory; the usual calendar until it has come. */
export function useReckoning(planId: string): Reckoning {
  const { data } = useQuery({
    queryKey: ['plans', planId, 'calendar'],
    queryFn: () => call(plansContract.getPlanCalendar, { params: { planId } }),
  });
  return useMemo(() => (data === undefined ? usualReckoning : reckoningOf(data)), [data]);
}
