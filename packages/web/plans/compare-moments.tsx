import { useMemo } from 'react';
import { comparePlans } from '@opora/domain/plans/compare-plans.ts';
import type { PlanAt } from '@opora/domain/plans/edition.ts';
import { countsOf, progressOf } from '@opora/domain/plans/progress.ts';
import { Loaded } from '../ui/loaded.tsx';
import type { ComparedProgress } from './comparison-grid.tsx';
import { ComparisonView } from './comparison-view.tsx';
import type { PlanMoment } from './editions-search.ts';
import { usePlanAt } from './use-editions.ts';

type CompareMomentsProps = {
  readonly planId: string;
  readonly from: PlanMoment;
  readonly to: PlanMoment;
};

/** Two editions or two days of a plan beside each other, with progress. */
export function CompareMoments({ planId, from, to }: CompareMomentsProps) {
  const before = usePlanAt(planId, from);
  const after = usePlanAt(planId, to);
  return (
    <Loaded query={before}>
      {(earlier) => <Loaded query={after}>{(later) => <Compared before={earlier} after={later} />}</Loaded>}
    </Loaded>
  );
}

function Compared({ before, after }: { readonly before: PlanAt; readonly after: PlanAt }) {
  const comparison = useMemo(() => comparePlans(before.definition, after.definition), [before, after]);
  const progress = useMemo(() => comparedProgress(before, after), [before, after]);
  return <ComparisonView comparison={comparison} progress={progress} />;
}

function comparedProgress(before: PlanAt, after: PlanAt): ComparedProgress {
  const termsIn = (plan: PlanAt) => new Map(plan.terms.map(({ activityId, terms }) => [activityId, terms]));
  const [old, fresh] = [termsIn(before), termsIn(after)];
  const of = (id: string) => ({
    from: progressOf(countsOf({ terms: old.get(id) ?? [] })),
    to: progressOf(countsOf({ terms: fresh.get(id) ?? [] })),
  });
  const hasChanged = (id: string): boolean => {
    const { from, to } = of(id);
    return from.done !== to.done || from.total !== to.total;
  };
  return { of, hasChanged };
}
