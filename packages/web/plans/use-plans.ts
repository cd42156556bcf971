import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ActivityFields } from '@opora/domain/plans/activity-fields.ts';
import { type ActivityPlace, withPlace } from '@opora/domain/plans/activity-place.ts';
import type { PartyChoice } from '@opora/domain/plans/party-choice.ts';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { call } from '../platform/call.ts';
import { planQuery } from './plan-in-parts.ts';

export function usePlans() {
  return useQuery({ queryKey: ['plans'], queryFn: () => call(plansContract.listPlans, {}) });
}

export function usePlan(planId: string) {
  return useQuery(planQuery(planId));
}

export function useChangePlanTitles(planId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: {
      readonly title: string;
      readonly annexTitle: string | null;
      readonly version: number;
    }) => call(plansContract.changePlanTitles, { params: { planId }, body }),
    onSuccess: refresh,
  });
}

/** `version`: of the activity, when its history is shown beside it. */
export function useActivityHistory(activityId: string, version: number | null = null) {
  return useQuery({
    queryKey: ['activities', activityId, 'history', version],
    queryFn: () => call(plansContract.getActivityHistory, { params: { activityId } }),
  });
}

/** Of the head of a plan at the version. */
export function usePlanLastChange(planId: string, version: number) {
  return useQuery({
    queryKey: ['plans', planId, 'last-change', version],
    queryFn: () => call(plansContract.getPlanLastChange, { params: { planId } }),
  });
}

/** Whatever changes in a plan changes its table, its matrix and the tasks. */
export function useRefreshPlans() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      ['plans', 'activities', 'instances', 'tasks'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
}

export function useChangeActivity(activityId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: ActivityFields & { readonly version: number }) =>
      call(plansContract.changeActivity, { params: { activityId }, body }),
    onSuccess: refresh,
  });
}

export function useSetActivityIndicator(activityId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: { readonly indicator: string | null; readonly version: number }) =>
      call(plansContract.setActivityIndicator, { params: { activityId }, body }),
    onSuccess: refresh,
  });
}

/** The plan as it is on the server now; the page then shows it too. */
export function useFetchPlan(planId: string) {
  const client = useQueryClient();
  return (): Promise<Plan> => client.fetchQuery({ ...planQuery(planId), staleTime: 0 });
}

export function useFetchActivity(planId: string, activityId: string) {
  const fetchPlan = useFetchPlan(planId);
  return async (): Promise<Activity> => {
    const plan = await fetchPlan();
    const found = plan.activities.find(({ id }) => id === activityId);
    if (found === undefined) throw new Error('the activity has been taken out of the plan');
    return found;
  };
}

export function useAddActivity(planId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: ActivityFields) => call(plansContract.addActivity, { params: { planId }, body }),
    onSuccess: refresh,
  });
}

export function useRemoveActivity(activityId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (version: number) =>
      call(plansContract.removeActivity, { params: { activityId }, body: { version } }),
    onSuccess: refresh,
  });
}

/** The table shows the new place at once; moves go to the server one after another, and after the last the plan is asked again. */
export function useMoveActivity(planId: string) {
  const client = useQueryClient();
  const mutationKey = ['plans', planId, 'move'];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ activityId, place }: { readonly activityId: string; readonly place: ActivityPlace }) =>
      call(plansContract.moveActivity, { params: { activityId }, body: place }),
    onMutate: async ({ activityId, place }) => {
      await client.cancelQueries({ queryKey: ['plans', planId], exact: true });
      client.setQueryData<Plan>(
        ['plans', planId],
        (plan) => plan && { ...plan, activities: withPlace(plan.activities, activityId, place) },
      );
    },
    onSettled: async () => {
      if (client.isMutating({ mutationKey }) === 1)
        await client.invalidateQueries({ queryKey: ['plans', planId] });
    },
  });
}

/** Whom a printed name may mean, or whom the words of a question find. */
export function usePartyOptions(
  query: { readonly printed: string; readonly question: string },
  isWanted: boolean,
) {
  return useQuery({
    queryKey: ['party-options', query],
    queryFn: () => call(plansContract.listPartyOptions, { query }),
    enabled: isWanted,
  });
}

export function useMatchParty(planId: string) {
  const refresh = useRefreshPlans();
  return useMutation({
    mutationFn: (body: {
      readonly printed: string;
      readonly seen: PartyChoice;
      readonly choice: PartyChoice;
      readonly activityIds: string[] | null;
    }) => call(plansContract.matchParty, { params: { planId }, body }),
    onSuccess: refresh,
  });
}
