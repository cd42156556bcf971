import { queryOptions } from '@tanstack/react-query';
import type { PartEnd, PlanBeginning, PlanPart } from '@opora/domain/plans/plan.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { call } from '../platform/call.ts';
import { freshMs } from '../platform/query-client.ts';

type Asking = {
  readonly askBeginning: () => Promise<PlanBeginning>;
  readonly askPart: (after: PartEnd) => Promise<PlanPart>;
  /** Gets what is here so far, before each further part. */
  readonly onPart: (plan: PlanBeginning) => void;
  readonly signal: AbortSignal;
};

/** Asks for a plan part by part. An activity that somebody moves meanwhile may come in two parts: it stands where it came last. */
export async function collectPlan({ askBeginning, askPart, onPart, signal }: Asking): Promise<PlanBeginning> {
  let plan = await askBeginning();
  while (plan.rest !== null) {
    signal.throwIfAborted();
    onPart(plan);
    // Each part begins where the one before it has ended.
    // oxlint-disable-next-line no-await-in-loop
    const { activities, rest } = await askPart(plan.rest);
    const come = new Set(activities.map(({ id }) => id));
    plan = {
      ...plan,
      activities: [...plan.activities.filter(({ id }) => !come.has(id)), ...activities],
      rest,
    };
  }
  return plan;
}

/** The whole plan; opened for the first time it is shown as its parts come, and afterwards stays whole while it is asked for anew. */
export function planQuery(planId: string) {
  const queryKey = ['plans', planId];
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) =>
      collectPlan({
        askBeginning: () => call(plansContract.getPlan, { params: { planId } }),
        askPart: (after) => call(plansContract.listPlanActivities, { params: { planId }, query: after }),
        onPart: (plan) =>
          client.setQueryData<PlanBeginning>(queryKey, (known) => (isMore(plan, known) ? plan : undefined)),
        signal,
      }),
    // A plan whose page was left before its end came is asked for again.
    staleTime: ({ state }) => (state.data?.rest === null ? freshMs : 0),
  });
}

const isMore = (plan: PlanBeginning, known: PlanBeginning | undefined): boolean =>
  known === undefined || (known.rest !== null && known.activities.length < plan.activities.length);
