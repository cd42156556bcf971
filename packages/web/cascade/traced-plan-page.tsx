import { PlanPage } from '../plans/plan-page.tsx';
import { ActivityTraceView } from './activity-trace.tsx';

/** A plan whose activities tell where they come from and where they went. */
export function TracedPlanPage() {
  return <PlanPage trace={ActivityTraceView} />;
}
