import type {
  OwnRequirement,
  PlanCascade,
  RequirementAbove,
  UnitCascade,
} from '@opora/domain/cascade/cascade-contract.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { lastDayAsked } from '@opora/domain/cascade/requirement-progress.ts';
import { addressees } from '@opora/domain/cascade/requirement.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findPlan } from '../plans/plans-queries.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { listSchoolCategories } from '../registry/school-category-queries.ts';
import { listActivityNames, listOwnPlans } from './cascade-plan-queries.ts';
import { listReplies, nameOf, type Replies, standingOf, whoIsBelow } from './requirement-replies.ts';
import { type KnownRequirement, listRequirementsAbove, listRequirementsOf } from './requirement-queries.ts';

/** What the plan asks, with everybody below who is asked. */
export async function getPlanCascade(planId: string, call: Call): Promise<PlanCascade> {
  const { tx, allow } = call;
  const plan = await findPlan(tx, planId);
  if (plan === undefined) throw new Refusal('not-found');
  allow('plans.manage', plan);
  const asked = await listRequirementsOf(tx, planId);
  const replies = await listReplies(asked, null, call);
  const below = await whoIsBelow(call);
  const requirements = asked.map((requirement): OwnRequirement => {
    const shown = presentRequirement(requirement, replies);
    return { ...shown, who: requirement.who, ...standingOf(requirement, shown, below) };
  });
  const activities = await listActivityNames(tx, [planId]);
  return { planId, planTitle: plan.title, scope: plan.scope, activities, requirements };
}

/** What is asked of a municipality or a school, and what its own plans answer. */
export async function getUnitCascade(orgUnitId: string, call: Call): Promise<UnitCascade> {
  const { tx, allow } = call;
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('plans.execute', unit);
  const asked = await listAskedOf(unit, call);
  const replies = await listReplies(asked, unit.id, call);
  const requirements = asked
    .map((requirement): RequirementAbove => presentRequirement(requirement, replies))
    // What was taken back before anybody answered concerns nobody.
    .filter(({ state, answers: own }) => !state.isCancelled || own.length > 0);
  const plans = await listOwnPlans(tx, unit.scope);
  const activities = await listActivityNames(
    tx,
    plans.map(({ id }) => id),
  );
  return {
    unitId: unit.id,
    unitName: unit.name,
    scope: unit.scope,
    level: levelOf(unit),
    requirements,
    plans: plans.map((plan) => ({
      ...plan,
      activities: activities.filter(({ planId }) => planId === plan.id),
    })),
  };
}

export const levelOf = (unit: Pick<OrgUnit, 'kind'>) => (isSchool(unit) ? 'school' : 'municipality');

/** Requirements that address the unit today. */
export async function listAskedOf(unit: OrgUnit, { tx, now }: Call): Promise<KnownRequirement[]> {
  const above = await listRequirementsAbove(tx, unit.scope);
  const given = { today: isoDateIn(now), categories: await listSchoolCategories(tx, null) };
  return above.filter((requirement) => addressees(requirement, [unit], given).length > 0);
}

function presentRequirement(requirement: KnownRequirement, replies: Replies) {
  const { no, section: _place, deadline, who: _who, scope: _scope, ...rest } = requirement;
  return {
    ...rest,
    activityName: nameOf(no, requirement.state.title),
    lastDay: lastDayAsked(requirement, deadline),
    answers: replies.answers.get(requirement.id) ?? [],
    declines: replies.declines.get(requirement.id) ?? [],
  };
}
