import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import type { MinutesEdit, Participant } from '@opora/domain/decisions/minutes.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { type DemoClient, signInForDemo } from './demo-client.ts';

const coordinator = 'lugovskoy@demo.opora';
const director = 'director@demo.opora';
const curator = 'curator@demo.opora';
/** The director's. */
const heardSchool = 'СОШ с. Берёзовый Яр';
const nextSchool = 'ООШ с. Новая Заимка';

/** A hearing of a month ahead of today, with a protocol whose first decision was carried out, and two schools that are to be heard. */
export async function loadDemoHearings(parts: ServerParts): Promise<void> {
  const today = isoDateIn(parts.clock());
  const heldOn = addDays(today, -30);
  let now = parts.clock();
  const past = { ...parts, clock: () => now };
  const app = await createApp(past);
  const as = (email: string, day: CalendarDate): Promise<DemoClient> => {
    now = new Date(`${day}T10:00:00`);
    return signInForDemo(app, past, email);
  };
  try {
    const secretary = await as(coordinator, heldOn);
    const schools = await secretary.call(registryContract.listOrgUnits, {});
    const idOf = (name: string) => schools.find(({ shortName }) => shortName === name)?.id ?? '';
    const hearingId = await hold(secretary, {
      schoolId: idOf(heardSchool),
      heldOn,
      dueOn: addDays(today, 20),
    });
    await carryOut(hearingId, {
      school: () => as(director, addDays(heldOn, 10)),
      acceptor: () => as(curator, addDays(heldOn, 11)),
    });
    const planner = await as(coordinator, today);
    await planner.call(hearingsContract.planHearings, {
      body: {
        onDate: addDays(today, 5),
        place: 'Управление образования, каб. 12',
        schools: [
          { orgUnitId: idOf(heardSchool), startsAt: '10:00' },
          { orgUnitId: idOf(nextSchool), startsAt: '10:40' },
        ],
      },
    });
  } finally {
    await app.close();
  }
}

type Held = { readonly schoolId: string; readonly heldOn: CalendarDate; readonly dueOn: CalendarDate };

async function hold(secretary: DemoClient, { schoolId, heldOn, dueOn }: Held): Promise<string> {
  const place = 'Управление образования, каб. 12';
  const { hearingIds } = await secretary.call(hearingsContract.planHearings, {
    body: { onDate: heldOn, place, schools: [{ orgUnitId: schoolId, startsAt: '10:00' }] },
  });
  const params = { hearingId: hearingIds[0] ?? '' };
  const { minutes } = await secretary.call(hearingsContract.getHearing, { params });
  const [first] = minutes?.content.items ?? [];
  const itemId = first?.id ?? randomUUID();
  const item = { id: itemId, topic: first?.topic ?? 'О состоянии дел в школе' };
  const person = (role: Participant['role'], name: string, post: string): MinutesEdit => {
    const id = randomUUID();
    return { list: 'participants', id, from: null, to: { id, role, name, post, personId: null } };
  };
  const decision = (text: string, deadline: string): MinutesEdit => {
    const id = randomUUID();
    const responsible = { responsible: heardSchool, orgUnitId: schoolId, personId: null };
    return { list: 'decisions', id, from: null, to: { id, itemId, text, ...responsible, deadline } };
  };
  const speech = {
    id: randomUUID(),
    itemId,
    who: 'И. Н. Белова, куратор',
    said: 'предложила взять занятия по математике под контроль управленческой команды.',
  };
  const edits: MinutesEdit[] = [
    person('chair', 'С. В. Крутов', 'начальник управления образования'),
    person('guest', 'И. Н. Белова', 'методист, куратор школ'),
    {
      list: 'items',
      id: itemId,
      from: first ?? null,
      to: {
        ...item,
        heard:
          'О. И. Лаптева, директор школы, доложила о ходе исполнения дорожной карты: документы подготовлены в срок, занятия с отстающими по математике ведутся нерегулярно.',
      },
    },
    { list: 'speeches', id: speech.id, from: null, to: speech },
    decision(
      'Утвердить график дополнительных занятий по математике для 8–9 классов',
      `до ${formatDate(addDays(heldOn, 14))}`,
    ),
    decision(
      'Провести промежуточную диагностику по математике и обсудить её итоги на педсовете',
      `до ${formatDate(dueOn)}`,
    ),
  ];
  const saved = await secretary.call(hearingsContract.editMinutes, { params, body: { edits } });
  const others = saved.minutes.content.items.filter(({ heard }) => heard === '');
  const rest = await secretary.call(hearingsContract.editMinutes, {
    params,
    body: {
      edits: others.map((from) => ({
        list: 'items' as const,
        id: from.id,
        from,
        to: { ...from, heard: 'Информация директора школы принята к сведению.' },
      })),
    },
  });
  await secretary.call(hearingsContract.closeHearing, {
    params,
    body: { version: rest.minutes.version, number: '1', reasons: null },
  });
  return params.hearingId;
}

/** The school reports the first decision and the curator accepts it. */
async function carryOut(
  hearingId: string,
  by: { readonly school: () => Promise<DemoClient>; readonly acceptor: () => Promise<DemoClient> },
): Promise<void> {
  const school = await by.school();
  const { tasks } = await school.call(hearingsContract.getHearing, { params: { hearingId } });
  const params = { instanceId: tasks.find((task) => task.hearingId === hearingId)?.instanceId ?? '' };
  const detail = await school.call(instancesContract.getInstance, { params });
  const given = await school.call(instancesContract.giveEvidence, {
    params,
    body: {
      kind: 'document',
      expectedResultId: detail.expected[0]?.id ?? null,
      type: 'приказ',
      number: '87-о',
      on: addDays(detail.dueOn ?? '', -5),
      title: 'О графике дополнительных занятий',
    },
  });
  const { version } = await school.call(instancesContract.submitInstance, {
    params,
    body: { version: given.version, note: null },
  });
  const acceptor = await by.acceptor();
  await acceptor.call(instancesContract.acceptInstance, { params, body: { version, note: null } });
}
