import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { attendanceContract } from '@opora/domain/plans/attendance-contract.ts';
import type { Attendance } from '@opora/domain/plans/attendance.ts';
import { controlContract } from '@opora/domain/plans/control-contract.ts';
import { type EvidenceFields, missingEvidence } from '@opora/domain/plans/evidence.ts';
import { datesContract } from '@opora/domain/plans/dates-contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import type { Instance, InstanceDetail } from '@opora/domain/plans/instance.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';
import { demoDirectory } from './demo-region.ts';

type DemoPlan = {
  /** File in `demo/`. */
  readonly file: string;
  /** When it is brought and approved. */
  readonly on: CalendarDate;
  /** Short name of the authority whose act it is. */
  readonly owner: string;
  readonly coordinator: string;
  readonly acceptor: string;
  /** A schedule in `demo/` that the coordinator brought and has not applied yet. */
  readonly schedule: string | null;
  /** Activities, by their printed number, whose schools are counted by an indicator. */
  readonly counted: Readonly<Record<string, string>>;
};

const plans: readonly DemoPlan[] = [
  {
    file: 'karta-podderzhki-kamenskiy-okrug.txt',
    on: '2026-01-26',
    owner: 'Отдел образования',
    coordinator: 'kamenka@demo.opora',
    acceptor: 'region@demo.opora',
    schedule: null,
    counted: {},
  },
  {
    file: 'dorozhnaya-karta-zarechnaya-oblast.txt',
    on: '2026-08-24',
    owner: 'Минобразования',
    coordinator: 'region@demo.opora',
    acceptor: 'admin@demo.opora',
    schedule: null,
    counted: {},
  },
  {
    file: 'dorozhnaya-karta-lugovskoy-rayon.docx',
    on: '2026-08-31',
    owner: 'Управление образования',
    coordinator: 'lugovskoy@demo.opora',
    acceptor: 'curator@demo.opora',
    schedule: 'grafik-iro-2026-2027.csv',
    counted: { '2.2.': 'P05' },
  },
];

/**
 * Brings the two documents of the demonstration in, approves them and lets time pass: most of what was due is accepted, some waits, some
 * was returned, some is late. All of it goes through the operations of the product, on a clock that stands at the day in question.
 */
export async function loadDemoPlans(parts: ServerParts): Promise<void> {
  const today = isoDateIn(parts.clock());
  let now = parts.clock();
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const signedIn = new Map<string, Promise<DemoClient>>();
  const as = (email: string): Promise<DemoClient> => {
    const key = `${email} ${isoDateIn(now)}`;
    const client = signedIn.get(key) ?? signInForDemo(app, past, email);
    signedIn.set(key, client);
    return client;
  };
  const at = (date: CalendarDate): void => {
    now = new Date(`${date}T10:00:00`);
  };
  try {
    for (const plan of plans) {
      if (plan.on > today) continue;
      at(plan.on);
      const planId = await bringIn(await as(plan.coordinator), plan);
      await bringSchedule(await as(plan.coordinator), planId, plan.schedule);
      await countByIndicators(await as(plan.coordinator), planId, plan.counted);
      const due = await listDue(await as(plan.coordinator), planId, today);
      const firstOfSchools = due.find(({ schoolId }) => schoolId !== null)?.dueOn;
      for (const [order, instance] of due.entries()) {
        at(instance.dueOn ?? today);
        const executor = await as(plan.coordinator);
        const fate = fateOf(order, instance.dueOn ?? today, today);
        if (fate === 'late') continue;
        const habit = {
          commonFile: instance.schoolId !== null && instance.dueOn === firstOfSchools,
          // A month that was mistyped.
          documentOn: order === 2 ? addDays(isoDateIn(now), 30) : isoDateIn(now),
          number: order + 1,
        };
        const submitted = await submit(executor, instance.id, habit);
        if (fate === 'waits') continue;
        await decide(await as(plan.acceptor), submitted, fate);
      }
      at(today);
      await takeOffControl(await as(plan.coordinator), planId);
    }
  } finally {
    await app.close();
  }
}

type Fate = 'accepted' | 'waits' | 'returned' | 'late';

/** The past is mostly in order; of the last two months some is late, some waits and some came back. */
function fateOf(order: number, dueOn: CalendarDate, today: CalendarDate): Fate {
  if (dueOn < addDays(today, -60)) return order % 29 === 7 ? 'late' : 'accepted';
  const fates: readonly Fate[] = [
    'accepted',
    'late',
    'accepted',
    'waits',
    'accepted',
    'returned',
    'accepted',
    'waits',
  ];
  return fates[order % fates.length] ?? 'accepted';
}

async function bringIn(coordinator: DemoClient, { file, owner }: DemoPlan): Promise<string> {
  const form = new FormData();
  form.append('file', new File([await readFile(join(demoDirectory, file))], basename(file)));
  const [brought] = await coordinator.call(importContract.uploadPlanDrafts, { body: form });
  if (brought === undefined) throw new Error(`Демонстрация: ${file} не принят`);
  const params = { draftId: brought.id };
  for (;;) {
    const { draft } = await coordinator.call(importContract.getPlanDraft, { params });
    if (draft.state === 'failed')
      throw new Error(`Демонстрация: ${file} не прочитан (${draft.failure?.code})`);
    if (draft.state === 'read') {
      const units = await coordinator.call(registryContract.listOrgUnits, {});
      const orgUnitId = units.find(({ shortName }) => shortName === owner)?.id ?? '';
      const edits = [{ kind: 'choose-owner' as const, orgUnitId }];
      const { version } = await coordinator.call(importContract.editPlanDraft, {
        params,
        body: { version: draft.version, edits },
      });
      return (await coordinator.call(importContract.approvePlanDraft, { params, body: { version } })).planId;
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

async function bringSchedule(coordinator: DemoClient, planId: string, file: string | null): Promise<void> {
  if (file === null) return;
  const form = new FormData();
  form.append('file', new File([await readFile(join(demoDirectory, file))], file));
  const sent = { params: { planId }, body: form };
  await coordinator.call(datesContract.uploadSchedule, sent);
}

async function countByIndicators(
  coordinator: DemoClient,
  planId: string,
  counted: DemoPlan['counted'],
): Promise<void> {
  const { activities } = await coordinator.call(plansContract.getPlan, { params: { planId } });
  for (const { id, no, version } of activities) {
    const indicator = counted[no];
    if (indicator === undefined) continue;
    const body = { indicator, version };
    // oxlint-disable-next-line no-await-in-loop -- one activity has one
    await coordinator.call(plansContract.setActivityIndicator, { params: { activityId: id }, body });
  }
}

/** Instances of the plan whose last day is past, in order of time. */
async function listDue(coordinator: DemoClient, planId: string, today: CalendarDate): Promise<Instance[]> {
  const plan = await coordinator.call(plansContract.getPlan, { params: { planId } });
  const lists: Instance[][] = [];
  for (const { id } of plan.activities) {
    lists.push(await coordinator.call(instancesContract.listInstances, { params: { activityId: id } }));
  }
  return lists
    .flat()
    .filter(({ dueOn }) => dueOn !== null && dueOn < today)
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
}

/** How the office proves things; some of it the product asks about. */
type Habit = {
  /** The minutes of one meeting are given for every school. */
  readonly commonFile: boolean;
  readonly documentOn: CalendarDate;
  readonly number: number;
};

async function submit(executor: DemoClient, instanceId: string, habit: Habit): Promise<InstanceDetail> {
  const params = { instanceId };
  let detail = await executor.call(instancesContract.getInstance, { params });
  if (habit.commonFile) {
    const form = new FormData();
    const minutes = `Протокол от ${formatDate(habit.documentOn)}. Консультация управленческих команд школ.`;
    form.append('file', new File([minutes], 'Протокол консультации.txt'));
    const [first] = detail.expected;
    if (first !== undefined) form.append('expectedResultId', first.id);
    detail = await executor.call(instancesContract.giveEvidenceFile, { params, body: form });
  }
  if (detail.attendance !== null) detail = await markSchools(executor, detail, detail.attendance);
  for (const missing of missingEvidence(detail.expected, detail.evidence)) {
    const body = evidenceFor(missing.needs[0] ?? 'note', missing.expectedResultId, missing.raw, habit);
    detail = await executor.call(instancesContract.giveEvidence, { params, body });
  }
  return executor.call(instancesContract.submitInstance, {
    params,
    body: { version: detail.version, note: null },
  });
}

/** Nearly all came. */
function markSchools(
  executor: DemoClient,
  { id, version }: InstanceDetail,
  { schools }: Attendance,
): Promise<InstanceDetail> {
  const marks = schools.map(({ orgUnitId }, at) => {
    const tookPart = at !== 1;
    return { orgUnitId, tookPart, people: tookPart ? 2 + (at % 3) : null };
  });
  return executor.call(attendanceContract.markAttendance, {
    params: { instanceId: id },
    body: { version, marks },
  });
}

function evidenceFor(
  kind: string,
  expectedResultId: string,
  raw: string,
  { documentOn: on, number }: Habit,
): EvidenceFields {
  switch (kind) {
    case 'document':
      return {
        kind,
        expectedResultId,
        type: raw.slice(0, 200),
        number: `${number}-о`,
        on,
        title: null,
      };
    case 'link':
      return { kind, expectedResultId, link: 'https://school.example/programma', title: null };
    case 'count':
      return { kind, expectedResultId, n: 4, total: 5 };
    default:
      return { kind: 'note', expectedResultId, note: 'Выполнено, материалы переданы куратору.' };
  }
}

async function decide(
  acceptor: DemoClient,
  { id, version }: InstanceDetail,
  fate: 'accepted' | 'returned',
): Promise<void> {
  const params = { instanceId: id };
  if (fate === 'accepted') {
    await acceptor.call(instancesContract.acceptInstance, { params, body: { version, note: null } });
  } else {
    const note = 'Приложите протокол с решениями: в отчёте указан только перечень участников.';
    await acceptor.call(instancesContract.returnInstance, { params, body: { version, note } });
  }
}

/** The first point that is wholly carried out. */
async function takeOffControl(coordinator: DemoClient, planId: string): Promise<void> {
  const { rows } = await coordinator.call(controlContract.getControlCard, { params: { planId } });
  const done = rows.find(({ accepted, total }) => total > 0 && accepted === total);
  if (done === undefined) return;
  const body = { kind: 'taken-off' as const, ground: 'Исполнено в полном объёме' };
  await coordinator.call(controlContract.markControl, { params: { activityId: done.activityId }, body });
}
