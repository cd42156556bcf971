import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
afterAll(() => server.close());

describe('a plan put in force', () => {
  it('is given back whole: phrase, parties, expected results, terms, participants and doubts', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const draft = planDraft(office.north.id, {
      schoolIds: [office.northSchool.id, office.northBranch.id],
      activities: [
        activityDraft({
          parties: [{ raw: 'СОШ № 1', role: 'lead', orgUnitId: office.northSchool.id, personId: null }],
          expected: ['Приказ', '100 % директоров'],
        }),
        activityDraft({
          no: '1.2',
          deadline: windowDeadline(
            'Март. Индивидуально',
            { start: '2026-03-01', end: '2026-03-31' },
            { perSchool: true },
          ),
        }),
        activityDraft({ no: '', section: null, deadline: windowDeadline('По графику', null) }),
      ],
      warnings: [{ code: 'number-missing', where: '3', activity: 2, values: [] }],
    });
    const created = await server.send('POST', '/api/plans', { as, body: draft });
    expect(created.status, JSON.stringify(created.body)).toBe(200);
    const { status, body } = await server.send('GET', `/api/plans/${created.body.planId}`, { as });
    expect(status).toBe(200);
    expect(body.actNumber).toBe('15');
    expect(body.schools).toHaveLength(2);
    const [first, second, third] = body.activities;
    expect(first.parties[0]).toMatchObject({ raw: 'СОШ № 1', orgUnitId: office.northSchool.id });
    expect(first.expected.map((result: { raw: string }) => result.raw)).toEqual([
      'Приказ',
      '100 % директоров',
    ]);
    expect(first.deadline.raw).toBe('март 2026');
    expect(first.sectionId).toBe(body.sections[0].id);
    expect(second.terms).toEqual([
      { label: null, startsOn: '2026-03-01', dueOn: '2026-03-31', counts: { planned: 2 } },
    ]);
    expect(third.terms[0].dueOn).toBeNull();
    expect(body.warnings[0].activityId).toBe(third.id);
  });

  it('asks only for evidence of what was due before the act', async () => {
    const as = await office.signIn('administrator', office.region);
    const deadline = windowDeadline('до 20.01.2026', { start: null, end: '2026-01-20' });
    const { body } = await server.send('POST', '/api/plans', {
      as,
      body: planDraft(office.region.id, { activities: [activityDraft({ deadline })] }),
    });
    const plan = await server.send('GET', `/api/plans/${body.planId}`, { as });
    expect(plan.body.activities[0].terms[0].counts).toEqual({ 'before-approval': 1 });
  });

  it('of the region is seen by a school; of a neighbouring municipality it is not', async () => {
    const region = await office.signIn('regional-coordinator', office.region);
    const south = await office.signIn('municipal-coordinator', office.south);
    const common = await server.send('POST', '/api/plans', {
      as: region,
      body: planDraft(office.region.id, { title: 'Общий план' }),
    });
    const foreign = await server.send('POST', '/api/plans', {
      as: south,
      body: planDraft(office.south.id, { title: 'План южного района' }),
    });
    const as = await office.signIn('school-director', office.northSchool);
    const titles = (await server.send('GET', '/api/plans', { as })).body.map(
      (plan: { title: string }) => plan.title,
    );
    expect(titles).toContain('Общий план');
    expect(titles).not.toContain('План южного района');
    expect((await server.send('GET', `/api/plans/${common.body.planId}`, { as })).status).toBe(200);
    expect((await server.send('GET', `/api/plans/${foreign.body.planId}`, { as })).body.code).toBe(
      'not-found',
    );
  });

  it('of an authority, which stands beside the schools, is seen by them with its owner and is theirs to read', async () => {
    const region = await office.signIn('regional-coordinator', office.region);
    const fields = {
      name: 'Министерство образования',
      shortName: 'Минобр',
      settlement: null,
      inn: null,
      ogrn: null,
      code: null,
      openedOn: null,
      closedOn: null,
    };
    const ministry = await server.send('POST', '/api/org-units', {
      as: region,
      body: { ...fields, kind: 'authority', parentId: office.region.id },
    });
    const created = await server.send('POST', '/api/plans', {
      as: region,
      body: planDraft(ministry.body.id),
    });
    const as = await office.signIn('school-director', office.southSchool);
    const { body } = await server.send('GET', `/api/plans/${created.body.planId}`, { as });
    expect(body.ownerName).toBe('Министерство образования');
  });

  it('is refused to a school director, and leaves nothing behind when a participant cannot be seen', async () => {
    const director = await office.signIn('school-director', office.northSchool);
    const body = planDraft(office.north.id, { title: 'Неполный' });
    expect((await server.send('POST', '/api/plans', { as: director, body })).body.code).toBe('forbidden');
    const as = await office.signIn('municipal-coordinator', office.north);
    const mixed = { ...body, schoolIds: [office.southSchool.id] };
    expect((await server.send('POST', '/api/plans', { as, body: mixed })).body.code).toBe('not-found');
    const titles = (await server.send('GET', '/api/plans', { as })).body.map(
      (plan: { title: string }) => plan.title,
    );
    expect(titles).not.toContain('Неполный');
  });

  it('is refused when its terms come to more things to do than a plan can have, and leaves nothing behind', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const weekly = {
      every: 'week',
      interval: 1,
      timesInPeriod: 1,
      dayOfMonth: null,
      followingMonth: false,
      weekday: null,
      otherWeekdays: [],
      weekOfMonth: null,
      months: [],
    } as const;
    const deadlineOf = (windows: [string, string][], changes: object = {}): Deadline => ({
      ...windowDeadline('еженедельно', null, { kind: 'recurring', schedule: null }),
      windows: windows.map(([start, end]) => ({ start, end, label: null })),
      recurrence: { ...weekly, ...changes },
    });
    const refused = async (deadlines: Deadline[]) => {
      const activities = deadlines.map((deadline) => activityDraft({ deadline }));
      const body = planDraft(office.north.id, { title: 'Без меры', activities });
      const { status, body: answer } = await server.send('POST', '/api/plans', { as, body });
      expect([status, answer.code, answer.facts]).toEqual([
        422,
        'plans-too-many-instances',
        { max: 100_000 },
      ]);
    };
    const forEver: [string, string] = ['1900-01-01', '2199-12-31'];
    await refused([deadlineOf([forEver], { timesInPeriod: 10 })]);
    await refused([
      deadlineOf(
        Array.from({ length: 400 }, () => forEver),
        { timesInPeriod: 100 },
      ),
    ]);
    const century: [string, string] = ['2000-01-01', '2099-12-31'];
    await refused(Array.from({ length: 4 }, () => deadlineOf([century], { timesInPeriod: 7 })));
    const { body: plans } = await server.send('GET', '/api/plans', { as });
    expect(plans.filter((plan: { title: string }) => plan.title === 'Без меры')).toEqual([]);
  });

  it('whose head somebody has changed tells who did it last', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { planId } = (await server.send('POST', '/api/plans', { as, body: planDraft(office.north.id) }))
      .body;
    const last = async () => (await server.send('GET', `/api/plans/${planId}/last-change`, { as })).body;
    expect(await last()).toBeNull();
    const titles = { title: 'Другой', annexTitle: null, version: 1 };
    await server.send('PUT', `/api/plans/${planId}/titles`, { as, body: titles });
    expect(await last()).toMatchObject({ by: 'Иванова\u00a0А.\u00a0П.' });
  });
});
