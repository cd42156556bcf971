import type {
  OwnRequirement,
  PlanCascade,
  RequirementAbove,
  RequirementAnswer,
  UnitCascade,
} from '@opora/domain/cascade/cascade-contract.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  isLaterThanAsked,
  lastDayAsked,
  requirementProgress,
} from '@opora/domain/cascade/requirement-progress.ts';
import { addressees } from '@opora/domain/cascade/requirement.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findPlan } from '../plans/plans-queries.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { listSchoolCategories } from '../registry/school-category-queries.ts';
import { countActivities, type KnownAnswer, listAnswersTo } from './answer-queries.ts';
import { listActivityNames, listOwnPlans } from './cascade-plan-queries.ts';
import { type KnownRequirement, listRequirementsAbove, listRequirementsOf } from './requirement-queries.ts';

/** What the plan asks, with everybody below who is asked. */
export async function getPlanCascade(planId: string, call: Call): Promise<PlanCascade> {
  const { tx, allow, now } = call;
  const plan = await findPlan(tx, planId);
  if (plan === undefined) throw new Refusal('not-found');
  allow('plans.manage', plan);
  const asked = await listRequirementsOf(tx, planId);
  const answers = await answersOf(asked, null, call);
  const units = await listOrgUnits(tx);
  const given = { today: isoDateIn(now), categories: await listSchoolCategories(tx, null) };
  const requirements = asked.map((requirement): OwnRequirement => {
    const own = answers.get(requirement.id) ?? [];
    const inForce = own.filter(({ activityId }) => activityId !== null);
    const byUnit = Map.groupBy(inForce, ({ unitId }) => unitId);
    const progressOf = new Map([...byUnit].map(([id, rows]) => [id, rows.map(({ progress }) => progress)]));
    const addressed = requirement.state.isCancelled ? [] : addressees(requirement, units, given);
    const gaps = addressed.filter(({ id }) => !byUnit.has(id));
    return {
      ...presentRequirement(requirement, own),
      who: requirement.who,
      progress: requirementProgress(
        addressed.map(({ id }) => id),
        progressOf,
      ),
      gaps: gaps.map(({ id, shortName }) => ({ unitId: id, name: shortName })),
    };
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
  const answers = await answersOf(asked, unit.id, call);
  const requirements = asked
    .map((requirement): RequirementAbove =>
      presentRequirement(requirement, answers.get(requirement.id) ?? []),
    )
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

async function answersOf(
  asked: readonly KnownRequirement[],
  unitId: string | null,
  { tx, actor, now }: Call,
): Promise<Map<string, RequirementAnswer[]>> {
  const answers = await listAnswersTo(
    tx,
    asked.map(({ id }) => id),
    unitId,
  );
  const counted = await countActivities(
    tx,
    actor,
    answers.flatMap(({ activityId }) => activityId ?? []),
    isoDateIn(now),
  );
  const requirements = new Map(asked.map((requirement) => [requirement.id, requirement]));
  const shown = answers.flatMap((answer) => {
    const requirement = requirements.get(answer.requirementId);
    const { lastDay, ...progress } = counted.get(answer.activityId ?? '') ?? nothingCounted;
    if (requirement === undefined) return [];
    return { ...presentAnswer(answer, requirement), requirementId: requirement.id, progress, lastDay };
  });
  return Map.groupBy(
    shown.map((answer) => ({
      ...answer,
      isLater: isLaterThanAsked(answer.lastDay, lastDayOf(requirements.get(answer.requirementId))),
    })),
    ({ requirementId }) => requirementId,
  );
}

const nothingCounted = { done: 0, total: 0, late: 0, lastDay: null };

const lastDayOf = (requirement: KnownRequirement | undefined): string | null =>
  requirement === undefined ? null : lastDayAsked(requirement, requirement.deadline);

function presentAnswer(answer: KnownAnswer, { state }: KnownRequirement) {
  const { id, unitId, unitName, planId, planTitle, activityId, draftId, amendmentId, takenAmendmentId } =
    answer;
  return {
    id,
    unitId,
    unitName,
    planId,
    planTitle,
    activityId,
    draftId,
    amendmentId,
    takenAmendmentId,
    activityName: answer.title === null ? null : nameOf(answer.no ?? '', answer.title),
    seen: isSameValue(answer.seen, state) ? null : answer.seen,
  };
}

function presentRequirement(requirement: KnownRequirement, answers: RequirementAnswer[]) {
  const { no, section: _place, deadline, who: _who, scope: _scope, ...rest } = requirement;
  return {
    ...rest,
    activityName: nameOf(no, requirement.state.title),
    lastDay: lastDayAsked(requirement, deadline),
    answers,
  };
}

const nameOf = (no: string, title: string): string => (no === '' ? title : `${no} ${title}`);
