import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { type Call, type Means, mount } from '../platform/mount.ts';
import { getTerritoryCalendar } from '../registry/calendar-queries.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findActivity } from './activity-change-queries.ts';
import { listPart } from './activity-queries.ts';
import { addActivity } from './add-activity.ts';
import { compareAfter } from './ask-questions.ts';
import { getManagedPlan, getReadablePlan } from './allowed-plan.ts';
import { setActivityIndicator } from './set-activity-indicator.ts';
import { changeActivity } from './change-activity.ts';
import { changePlanTitles } from './change-plan-titles.ts';
import { createPlan } from './create-plan.ts';
import { followCalendar, listCalendarEffects } from './follow-calendar.ts';
import { getPlanBeginning } from './get-plan.ts';
import { findLastChange, listActivityHistory } from './history-queries.ts';
import { listPartyOptions } from './list-party-options.ts';
import { matchParty } from './match-party.ts';
import { listMatrixCells, listMatrixRows } from './matrix-queries.ts';
import { moveActivity, removeActivity } from './place-activity.ts';
import { findPlan } from './plans-queries.ts';
import { refuseProtocol, refuseProtocolRow } from './refuse-protocol.ts';
import { summarisePlans } from './summarise-plans.ts';
import { findTallySightIn } from './tally-queries.ts';

export function mountPlans(app: FastifyInstance, means: Means): void {
  mount(app, means, plansContract, {
    listPlans: (_input, { tx, actor, now }) => summarisePlans(tx, actor, isoDateIn(now)),
    createPlan: async ({ body }, call) => {
      const { tx, allow, now, actor } = call;
      const planId = await createPlan(tx, body, { allow, now, personId: actor.personId });
      await compareAfter(call, planId);
      return { planId };
    },
    getPlan: async ({ params }, { tx, actor, allow }) => {
      const plan = await getPlanBeginning(tx, actor, params.planId);
      if (plan === undefined) throw new Refusal('not-found');
      allow('plans.read', plan);
      return plan;
    },
    listPlanActivities: async ({ params, query }, { tx, actor, allow }) => {
      const plan = await getReadablePlan(params.planId, { tx, allow });
      return listPart(tx, actor, { planId: plan.id, after: query });
    },
    changePlanTitles: async ({ params, body }, { tx, allow }) => {
      await changePlanTitles(tx, params.planId, body, allow);
      return params;
    },
    getPlanLastChange: async ({ params }, call) => {
      await getManagedPlan(params.planId, call);
      return findLastChange(call.tx, params.planId);
    },
    getPlanMatrix: async ({ params }, { tx, actor, allow }) => {
      const plan = await getReadablePlan(params.planId, { tx, allow });
      return { activityIds: await listMatrixRows(tx, await findTallySightIn(tx, actor, [plan.id]), plan.id) };
    },
    listMatrixCells: async ({ params, query }, { tx, allow, now }) => {
      const plan = await getReadablePlan(params.planId, { tx, allow });
      return listMatrixCells(tx, plan.id, { ...query, today: isoDateIn(now) });
    },
    getPlanCalendar: async ({ params }, { tx, allow }) => {
      const plan = await getReadablePlan(params.planId, { tx, allow });
      return getTerritoryCalendar(tx, plan.scope);
    },
    listCalendarEffects: async ({ params }, call) =>
      listCalendarEffects(call, await managedScope(call, params.orgUnitId)),
    followCalendar: async ({ params, body }, call) => {
      await followCalendar(call.tx, await managedScope(call, params.orgUnitId), body.activityIds, call);
      return {};
    },
    addActivity: async ({ params, body }, call) => {
      const plan = await findPlan(call.tx, params.planId);
      if (plan !== undefined) refuseProtocol(plan);
      return { activityId: await addActivity(call.tx, params.planId, body, call) };
    },
    changeActivity: async ({ params, body }, call) => {
      await refuseProtocolRow(call.tx, params.activityId);
      await changeActivity(call.tx, params.activityId, body, call);
      return params;
    },
    setActivityIndicator: async ({ params, body }, { tx, allow }) => {
      await setActivityIndicator(tx, { ...params, ...body }, allow);
      return params;
    },
    moveActivity: async ({ params, body }, { tx, allow }) => {
      await refuseProtocolRow(tx, params.activityId);
      await moveActivity(tx, params.activityId, body, allow);
      return params;
    },
    removeActivity: async ({ params, body }, call) => {
      await refuseProtocolRow(call.tx, params.activityId);
      await removeActivity(call.tx, params.activityId, body.version, call);
      return params;
    },
    listPartyOptions: ({ query }, { tx }) => listPartyOptions(tx, query),
    matchParty: async ({ params, body }, { tx, allow }) => ({
      activityIds: await matchParty(tx, params.planId, body, allow),
    }),
    getActivityHistory: async ({ params }, { tx, allow }) => {
      const activity = await findActivity(tx, params.activityId);
      if (activity === undefined) throw new Refusal('not-found');
      allow('plans.read', activity);
      return listActivityHistory(tx, params.activityId);
    },
  });
}

async function managedScope({ tx, allow }: Call, orgUnitId: string): Promise<string> {
  const unit = await findOrgUnit(tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('plans.manage', unit);
  return unit.scope;
}
