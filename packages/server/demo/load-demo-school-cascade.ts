import { addDays } from '@opora/domain/basics/calendar-date.ts';
import { cascadeContract } from '@opora/domain/cascade/cascade-contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import { missingEvidence } from '@opora/domain/plans/evidence.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';
import { activityIn, ask, findPlan, kamenskiy, lugovskoy, ofAll } from './load-demo-cascade.ts';

const ofSchools = { ...ofAll, level: 'school' as const };
const [asked, drafted, done, changed] = ['2026-09-03', '2026-09-08', '2026-09-22', '2026-09-28'] as const;

/**
 * Two municipalities ask things of their schools. One school has drawn up its own plan from what was asked, has carried out a part of it
 * and has not followed a later change; another declines with a reason; the others have not answered.
 */
export async function loadDemoSchoolCascade(parts: ServerParts): Promise<void> {
  if (isoDateIn(parts.clock()) <= addDays(changed, 1)) return;
  let now = parts.clock();
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const on = (day: string, email: string) => {
    now = new Date(`${day}T10:00:00`);
    return signInForDemo(app, past, email);
  };
  try {
    const district = await on(asked, 'lugovskoy@demo.opora');
    const above = await findPlan(district, lugovskoy);
    const agreements = await ask(district, above, 'Закрепление', { ...ofSchools, expected: ['Соглашение'] });
    const review = await ask(district, above, 'Самооценка', ofSchools);
    const director = await on(drafted, 'director@demo.opora');
    const planId = await drawUp(director, 'СОШ с. Берёзовый Яр', [agreements, review]);
    await carryOut(await on(done, 'director@demo.opora'), await on(done, 'curator@demo.opora'), planId);
    const later = await on(changed, 'lugovskoy@demo.opora');
    const body = {
      ...ofSchools,
      dueOn: '2026-10-07',
      expected: ['Аналитическая справка', 'Протокол педсовета'],
      version: 1,
    };
    await later.call(cascadeContract.changeRequirement, { params: { requirementId: review }, body });
    await ask(later, above, 'Анализ итогов полугодия', ofSchools);

    const neighbours = await on(changed, 'kamenka@demo.opora');
    const objectivity = await ask(
      neighbours,
      await findPlan(neighbours, kamenskiy),
      'объективности',
      ofSchools,
    );
    const other = await on(changed, 'director2@demo.opora');
    const reason = 'Оценивание в школе с 5 по 16 октября проверяет ЦОКО, справку передадим в отдел';
    const declining = { orgUnitId: await unitOf(other, 'СОШ с. Красный Ключ'), reason };
    await other.call(cascadeContract.declineRequirement, {
      params: { requirementId: objectivity },
      body: declining,
    });
  } finally {
    await app.close();
  }
}

async function unitOf(client: DemoClient, name: string): Promise<string> {
  const units = await client.call(registryContract.listOrgUnits, {});
  return units.find(({ shortName }) => shortName === name)?.id ?? '';
}

/** The school's plan, approved by its own order. */
async function drawUp(director: DemoClient, school: string, requirementIds: string[]): Promise<string> {
  const orgUnitId = await unitOf(director, school);
  const drafting = { params: { orgUnitId }, body: { requirementIds, planId: null } };
  const { draftId } = await director.call(cascadeContract.draftAnswers, drafting);
  const params = { draftId: draftId ?? '' };
  const { draft } = await director.call(importContract.getPlanDraft, { params });
  const edits = [
    { kind: 'set-requisite' as const, field: 'type' as const, value: 'приказ' },
    { kind: 'set-requisite' as const, field: 'number' as const, value: '47-о' },
    {
      kind: 'set-requisite' as const,
      field: 'title' as const,
      value: 'План поддержки МБОУ СОШ с. Берёзовый Яр',
    },
    { kind: 'set-date' as const, field: 'date' as const, value: drafted },
  ];
  const { version } = await director.call(importContract.editPlanDraft, {
    params,
    body: { version: draft.version, edits },
  });
  return (await director.call(importContract.approvePlanDraft, { params, body: { version } })).planId;
}

/** The first activity of the plan: proved by the school, accepted by its curator. */
async function carryOut(director: DemoClient, curator: DemoClient, planId: string): Promise<void> {
  const plan = await director.call(plansContract.getPlan, { params: { planId } });
  const activityId = activityIn(plan, 'Закрепление');
  const [first] = await director.call(instancesContract.listInstances, { params: { activityId } });
  const params = { instanceId: first?.id ?? '' };
  let detail = await director.call(instancesContract.getInstance, { params });
  for (const { expectedResultId } of missingEvidence(detail.expected, detail.evidence)) {
    const body = {
      kind: 'document' as const,
      expectedResultId,
      type: 'соглашение',
      number: '3',
      on: done,
      title: 'О сотрудничестве со школой-лидером',
    };
    detail = await director.call(instancesContract.giveEvidence, { params, body });
  }
  const submitting = { params, body: { version: detail.version, note: null } };
  const { version } = await director.call(instancesContract.submitInstance, submitting);
  await curator.call(instancesContract.acceptInstance, { params, body: { version, note: null } });
}
