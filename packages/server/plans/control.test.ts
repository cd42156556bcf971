import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlCard } from '@opora/domain/plans/control-card.ts';
import { readFile } from '@opora/office/read-file.ts';
import { inSystem, openSessionOf, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let controller: string;
let coordinator: string;
let planId: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  coordinator = await office.signIn('municipal-coordinator', office.north);
  // An observer has no other right on the plan than the control that its act gave her.
  const chief = await addTestPerson(server, office.north, [{ role: 'observer', unit: office.north }]);
  controller = await openSessionOf(server, chief.id, office.north.scope);
  const due = (raw: string, end: string) => windowDeadline(raw, { start: null, end });
  const draft = planDraft(office.north.id, {
    controller: 'Заместитель главы',
    controllerId: chief.id,
    activities: [
      activityDraft({
        no: '1',
        title: 'Семинар',
        deadline: due('до 20 февраля', '2026-02-20'),
        expected: ['Приказ'],
      }),
      activityDraft({ no: '2', title: 'Отчёт', deadline: due('до 1 мая', '2026-05-01'), expected: [] }),
    ],
  });
  planId = (await send('POST', '/plans', coordinator, draft)).body.planId;
});
afterAll(() => server.close());

const send = (method: 'GET' | 'POST', path: string, as: string, body?: object) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const card = async (as: string): Promise<ControlCard> =>
  (await send('GET', `/plans/${planId}/control`, as)).body;
const mark = (as: string, activityId: string, kind: string, ground = 'Исполнено') =>
  send('POST', `/activities/${activityId}/control-marks`, as, { kind, ground });

describe('the control card', () => {
  it('shows its controller each point: term, executors, what was done with requisites, moved terms, days late', async () => {
    const [late, ahead] = (await card(controller)).rows;
    expect(late).toMatchObject({
      no: '1',
      deadline: 'до 20 февраля',
      dueOn: '2026-02-20',
      late: 1,
      daysLate: 10,
    });
    const [second] = (await send('GET', `/activities/${ahead!.activityId}/instances`, coordinator)).body;
    const moved = { version: second.version, note: 'Карантин', dueOn: '2026-05-20' };
    await send('POST', `/instances/${second.id}/postpone`, coordinator, moved);
    const [first] = (await send('GET', `/activities/${late!.activityId}/instances`, coordinator)).body;
    const detail = (await send('GET', `/instances/${first.id}`, coordinator)).body;
    await send('POST', `/instances/${first.id}/evidence`, coordinator, {
      kind: 'document',
      expectedResultId: detail.expected[0].id,
      type: 'приказ',
      number: '12',
      on: '2026-02-18',
      title: null,
    });
    const after = await card(controller);
    expect(after.rows[0]?.evidence[0]?.evidence).toMatchObject({ kind: 'document', number: '12' });
    expect(after.rows[1]?.moved).toMatchObject([{ from: '2026-05-01', to: '2026-05-20', note: 'Карантин' }]);
    expect(after).toMatchObject({ mayMark: true, controller: 'Заместитель главы', actNumber: '15' });
    expect(after.sums).toEqual({ rows: 2, done: 0, late: 1, waiting: 0, takenOff: 0 });
  });

  it('is marked by the controller and who manages the plan, and by nobody else; a mark is never changed', async () => {
    const [row] = (await card(controller)).rows;
    const curator = await office.signIn('curator', office.north);
    expect((await card(curator)).mayMark).toBe(false);
    expect((await mark(curator, row!.activityId, 'taken-off')).status).toBe(403);
    expect((await mark(controller, row!.activityId, 'put-back')).status).toBe(409);
    expect((await mark(controller, row!.activityId, 'taken-off')).status).toBe(200);
    expect((await mark(coordinator, row!.activityId, 'taken-off')).status).toBe(409);
    expect((await card(coordinator)).sums.takenOff).toBe(1);
    expect((await mark(coordinator, row!.activityId, 'put-back', 'Нет протокола')).status).toBe(200);
    const marks = (await card(controller)).rows[0]?.marks.map(({ kind, ground }) => [kind, ground]);
    expect(marks).toEqual([
      ['put-back', 'Нет протокола'],
      ['taken-off', 'Исполнено'],
    ]);
    const change = inSystem(server, (tx) =>
      tx.updateTable('control_mark').set({ ground: 'x' }).executeTakeFirst(),
    );
    expect((await change).numUpdatedRows).toBe(0n);
  });

  it('is printed across the page and reads back', async () => {
    const url = `/api/plans/${planId}/control.docx`;
    const file = await server.app.inject({ method: 'GET', url, headers: { cookie: controller } });
    const { blocks } = await readFile(new Uint8Array(file.rawPayload), { fileName: 'card.docx' });
    const lines = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text.replaceAll(/\s/g, ' ')] : [],
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'КОНТРОЛЬНАЯ КАРТОЧКА',
        'Документ: приказ от 01.02.2026 № 15',
        'Всего пунктов: 2; исполнено: 0; с просрочкой: 1; ждут решения: 0; снято с контроля: 0.',
      ]),
    );
    const table = blocks.find((block) => block.kind === 'table')!;
    expect(table.rows[0]?.repeatedHead).toBe(true);
    const texts = table.rows.map(({ cells }) => cells.map(({ text }) => text.replaceAll(/\s+/g, ' ')));
    const row = texts.find(([no]) => no === '1')!;
    expect(row[4]).toBe('Не исполнено приказ от 18.02.2026 № 12');
    expect(row[6]).toBe('10');
    expect(row[7]).toContain('Возвращено на контроль 02.03.2026');
    expect(texts.find(([no]) => no === '2')![5]).toContain('с 01.05.2026 на 20.05.2026');
  });
});
