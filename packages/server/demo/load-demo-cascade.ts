import { carryOverContract } from '@opora/domain/cascade/carry-over-contract.ts';
import { cascadeContract } from '@opora/domain/cascade/cascade-contract.ts';
import type { RequirementFields } from '@opora/domain/cascade/requirement.ts';
import type { Plan } from '@opora/domain/plans/plan.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';

export const [regional, lugovskoy, kamenskiy] = ['1187', '214', '31-р'];
export const ofAll: RequirementFields = {
  level: 'municipality',
  who: { choice: 'all' },
  dueOn: null,
  expected: [],
  isCancelled: false,
};

/**
 * The region's road map asks two things of municipalities. One municipality answers both; another answers one and has not followed its
 * later change; the third answers nothing. The first has begun to carry over what its plan of this year leaves undone.
 */
export async function loadDemoCascade(parts: ServerParts): Promise<void> {
  if (isoDateIn(parts.clock()) <= '2026-09-15') return;
  let now = new Date('2026-09-01T10:00:00');
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const as = (email: string) => signInForDemo(app, past, email);
  try {
    let region = await as('region@demo.opora');
    const above = await findPlan(region, regional);
    const curators = await ask(region, above, 'кураторов', { expected: ['Приказ о закреплении'] });
    const diagnosis = await ask(region, above, 'Диагностика', {});
    await answer(await as('lugovskoy@demo.opora'), 'Луговской район', lugovskoy, [[curators, 'Закрепление']]);
    now = new Date('2026-09-15T10:00:00');
    region = await as('region@demo.opora');
    const change = {
      ...ofAll,
      dueOn: '2026-09-20',
      expected: ['Приказ о закреплении', 'График посещений'],
      version: 1,
    };
    const params = { requirementId: curators };
    await region.call(cascadeContract.changeRequirement, { params, body: change });
    await answer(await as('kamenka@demo.opora'), 'Каменский округ', kamenskiy, [
      [curators, 'Закрепление'],
      [diagnosis, 'Диагностика'],
    ]);
    now = parts.clock();
    await carryFirst(await as('kamenka@demo.opora'));
  } finally {
    await app.close();
  }
}

export async function findPlan(client: DemoClient, actNumber: string | undefined): Promise<Plan> {
  const plan = (await client.call(plansContract.listPlans, {})).find((one) => one.actNumber === actNumber);
  if (plan === undefined) throw new Error(`Демонстрация: нет плана № ${actNumber}`);
  return client.call(plansContract.getPlan, { params: { planId: plan.id } });
}

/** The activity whose title holds the word. */
export function activityIn(plan: Plan, word: string): string {
  const activity = plan.activities.find(({ title }) => title.includes(word));
  if (activity === undefined) throw new Error(`Демонстрация: в плане «${plan.title}» нет «${word}»`);
  return activity.id;
}

export async function ask(
  client: DemoClient,
  plan: Plan,
  word: string,
  changes: Partial<RequirementFields>,
): Promise<string> {
  const params = { activityId: activityIn(plan, word) };
  const body = { ...ofAll, ...changes };
  return (await client.call(cascadeContract.addRequirement, { params, body })).requirementId;
}

async function answer(
  client: DemoClient,
  unitName: string,
  actNumber: string | undefined,
  answers: readonly (readonly [requirementId: string, word: string])[],
): Promise<void> {
  const plan = await findPlan(client, actNumber);
  const units = await client.call(registryContract.listOrgUnits, {});
  const orgUnitId = units.find(({ shortName }) => shortName === unitName)?.id ?? '';
  for (const [requirementId, word] of answers) {
    const body = { orgUnitId, activityId: activityIn(plan, word) };
    await client.call(cascadeContract.addAnswer, { params: { requirementId }, body });
  }
}

async function carryFirst(client: DemoClient): Promise<void> {
  const params = { planId: (await findPlan(client, kamenskiy)).id };
  const { activities } = await client.call(carryOverContract.getCarryOver, { params });
  const [first] = activities;
  if (first === undefined) return;
  const reason = 'Институт не назначил даты курсов';
  const body = { activities: [{ activityId: first.activityId, reason }] };
  await client.call(carryOverContract.carryOver, { params, body });
}
