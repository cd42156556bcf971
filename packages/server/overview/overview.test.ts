import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plansInFullMax } from '@opora/domain/overview/overview.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let neighbour: OrgUnit;

// The test's clock stands at 2 March 2026.
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  neighbour = await addSchool(office.north, 'МБОУ ООШ № 7');
  await putInForce(office.north, [office.northSchool, neighbour]);
  await putInForce(office.south, [office.southSchool]);
});
afterAll(() => server.close());

async function addSchool(municipality: OrgUnit, name: string): Promise<OrgUnit> {
  const as = await office.signIn('municipal-coordinator', municipality);
  const requisites = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
  const body = { parentId: municipality.id, kind: 'school', name, shortName: name, ...requisites };
  return (await server.send('POST', '/api/org-units', { as, body })).body;
}

async function putInForce(owner: OrgUnit, schools: readonly OrgUnit[]): Promise<string> {
  const as = await office.signIn('municipal-coordinator', owner);
  const until = (end: string, perSchool = false) =>
    windowDeadline(`до ${end}`, { start: null, end }, { perSchool });
  const body = planDraft(owner.id, {
    title: `План: ${owner.name}`,
    schoolIds: schools.map(({ id }) => id),
    sections: ['1. Организация', '2. Мониторинг'],
    activities: [
      activityDraft({ no: '1.1', deadline: until('2026-02-20') }),
      activityDraft({ no: '1.2', deadline: until('2026-03-15', true) }),
      activityDraft({ no: '2.1', section: 1, deadline: until('2026-06-01') }),
    ],
  });
  const answer = await server.send('POST', '/api/plans', { as, body });
  expect(answer.status).toBe(200);
  return answer.body.planId;
}

describe('the overview', () => {
  it('counts plans alone: decisions of hearings are followed with their hearings', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const overview = async () => (await server.send('GET', '/api/overview', { as })).body;
    const before = await overview();
    const planId = await putInForce(office.north, [office.northSchool]);
    expect((await overview()).counts).not.toEqual(before.counts);
    await inSystem(server, (tx) =>
      tx.updateTable('plan').set({ kind: 'protocol' }).where('id', '=', planId).execute(),
    );
    expect(await overview()).toEqual(before);
  });

  it('counts what is late, what is near, and each section of each plan', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { status, body } = await server.send('GET', '/api/overview', { as });
    expect(status).toBe(200);
    expect(body.counts).toEqual({ planned: 4 });
    expect(body.late).toBe(1);
    expect(body.lateList.map((row: { no: string; dueOn: string }) => [row.no, row.dueOn])).toEqual([
      ['1.1', '2026-02-20'],
    ]);
    expect(body.upcoming).toEqual([{ dueOn: '2026-03-15', count: 2 }]);
    expect(body.upcomingList).toHaveLength(2);
    const sections = body.byPlan[0].sections.map((part: { name: string; late: number }) => [
      part.name,
      part.late,
    ]);
    expect(sections).toEqual([
      ['1. Организация', 1],
      ['2. Мониторинг', 0],
    ]);
  });

  it('shows the region both municipalities and a municipality only itself', async () => {
    const names = async (as: string) =>
      (await server.send('GET', '/api/overview', { as })).body.byTerritory.map(
        (part: { name: string }) => part.name,
      );
    expect(await names(await office.signIn('regional-coordinator', office.region))).toEqual([
      office.north.name,
      office.south.name,
    ]);
    expect(await names(await office.signIn('municipal-coordinator', office.south))).toEqual([
      office.south.name,
    ]);
  });

  it('shows a school its own obligations and the common ones, and nothing of another school', async () => {
    const as = await office.signIn('school-director', neighbour);
    const { body } = await server.send('GET', '/api/overview', { as });
    expect(body.counts).toEqual({ planned: 3 });
  });

  it('shows, of more plans than a screen holds, those with most late, as a whole', async () => {
    const plans = async (as: string) => (await server.send('GET', '/api/overview', { as })).body;
    const as = await office.signIn('municipal-coordinator', office.south);
    expect((await plans(as)).byPlan).toHaveLength(1);
    const quiet = planDraft(office.south.id, {
      title: 'Спокойный план',
      activities: [
        activityDraft({ deadline: windowDeadline('до 01.06', { start: null, end: '2026-06-01' }) }),
      ],
    });
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a person puts them in force
    for (let at = 0; at < plansInFullMax; at += 1)
      await server.send('POST', '/api/plans', { as, body: quiet });
    const { planCount, byPlan, counts } = await plans(as);
    expect(planCount).toBe(plansInFullMax + 1);
    expect(counts).toEqual({ planned: 3 + plansInFullMax });
    expect(byPlan[0]).toMatchObject({ late: 1, counts: { planned: 3 }, sections: null });
    expect(byPlan[1]).toMatchObject({
      name: 'Спокойный план',
      late: 0,
      counts: { planned: 1 },
      sections: null,
    });
  });
});
