import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import { editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';
import { activityIn, findPlan, lugovskoy } from './load-demo-cascade.ts';

/**
 * In the plan of one municipality one row is put off and one begun, and the plan is amended by an act that comes into force in two weeks:
 * until then the edition before it is the law.
 */
export async function loadDemoAmendment(parts: ServerParts): Promise<void> {
  const today = isoDateIn(parts.clock());
  if (today <= '2026-09-15') return;
  const app = await createApp(parts);
  try {
    const client = await signInForDemo(app, parts, 'lugovskoy@demo.opora');
    const plan = await findPlan(client, lugovskoy);
    await moveWaiting(client, activityIn(plan, 'Стажировки'), today, 'postpone');
    await moveWaiting(client, activityIn(plan, 'Диагностические работы'), today, 'start');
    const { amendmentId } = await client.call(editionsContract.beginAmendment, {
      params: { planId: plan.id },
    });
    const params = { amendmentId };
    let version = 1;
    for (const edit of editsOf(
      activityIn(plan, 'Анализ итогов полугодия'),
      activityIn(plan, 'Итоговое'),
      today,
    )) {
      const edited = await client.call(editionsContract.editAmendment, { params, body: { version, edit } });
      ({ version } = edited);
    }
    await client.call(editionsContract.approveAmendment, { params, body: { version } });
  } finally {
    await app.close();
  }
}

function editsOf(review: string, last: string, today: CalendarDate): AmendmentEdit[] {
  const act = (
    field: 'actType' | 'actNumber' | 'actAuthority' | 'reasons',
    value: string,
  ): AmendmentEdit => ({
    kind: 'set-act',
    field,
    value,
  });
  return [
    { kind: 'set-deadline', activity: review, phrase: 'До 27.01.2027' },
    { kind: 'set-expected', activity: review, value: ['Справка', 'Решение совета руководителей'] },
    {
      kind: 'set-activity-title',
      activity: last,
      value: 'Итоговая конференция: практики школ с положительной динамикой',
    },
    act('actType', 'приказ'),
    act('actNumber', '307'),
    act('actAuthority', 'Управление образования администрации Луговского муниципального района'),
    act('reasons', 'Перенос сроков подведения итогов полугодия по письму министерства образования'),
    { kind: 'set-act-date', field: 'actOn', value: today },
    { kind: 'set-act-date', field: 'inForceOn', value: addDays(today, 14) },
  ];
}

/** The first term of the activity that nobody has begun: put off with its reason, or begun. */
async function moveWaiting(
  client: DemoClient,
  activityId: string,
  today: CalendarDate,
  move: 'postpone' | 'start',
): Promise<void> {
  const instances = await client.call(instancesContract.listInstances, { params: { activityId } });
  const waiting = instances.find(({ state }) => state === 'planned');
  if (waiting === undefined) return;
  const params = { instanceId: waiting.id };
  const { version } = waiting;
  if (move === 'start') {
    await client.call(instancesContract.startInstance, { params, body: { version } });
    return;
  }
  const due = waiting.dueOn === null || waiting.dueOn < today ? today : waiting.dueOn;
  const note = 'Школа-лидер на карантине';
  const body = { version, note, dueOn: addDays(due, 14) };
  await client.call(instancesContract.postponeInstance, { params, body });
}
