import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { liveContract, type OtherEditor } from '@opora/domain/plans/live-contract.ts';
import { call } from '../platform/call.ts';

/** The server forgets a minute after it was said last. */
const everyMs = 20_000;

/** Says that something is open for editing as long as the form stands. That others are not told of it is no reason to stop typing. */
export function useTellEditing(send: (isEditing: boolean) => Promise<unknown>): void {
  const tell = useEffectEvent((isEditing: boolean) => void send(isEditing).catch(() => undefined));
  useEffect(() => {
    tell(true);
    const timer = setInterval(() => tell(true), everyMs);
    return () => {
      clearInterval(timer);
      tell(false);
    };
  }, []);
}

export function useTellEditingPlan(planId: string, activityId: string | null): void {
  useTellEditing((isEditing) =>
    call(liveContract.tellEditing, { params: { planId }, body: { activityId, isEditing } }),
  );
}

/** Who else has a thing open: asked for when the live channel says that it changed, and again while there is somebody. */
export function useOtherEditors(rootId: string, ask: () => Promise<OtherEditor[]>): readonly OtherEditor[] {
  const { data = [] } = useQuery({
    queryKey: ['editing', rootId],
    queryFn: ask,
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 0 ? everyMs : false),
  });
  return data;
}

export function usePlanEditors(planId: string): readonly OtherEditor[] {
  return useOtherEditors(planId, () => call(liveContract.listEditors, { params: { planId } }));
}
