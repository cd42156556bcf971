import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { readDeadline } from '@opora/domain/plans/read-deadline.ts';
import { usualReckoning } from '@opora/domain/plans/reckoning.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
});
afterAll(() => server.close());

const read = (raw: string) =>
  readDeadline(raw, deadlineContextOf(planDraft(office.north.id), usualReckoning));
const path = (rest: string) => `/api/calendars/${office.north.id}/${rest}`;
const effects = async () => (await server.send('GET', path('effects'), { as })).body;

async function dueDays(planId: string): Promise<(string | null)[]> {
  const { body } = await server.send('GET', `/api/plans/${planId}`, { as });
  return body.activities.map(({ terms }: { terms: { dueOn: string | null }[] }) => terms[0]?.dueOn ?? null);
}

const holidays = (startsOn: string, endsOn: string) => ({
  schoolYearStart: 2026,
  terms: [
    { kind: 'term', number: 1, startsOn: '2026-09-01', endsOn: '2026-10-16' },
    { kind: 'holidays', number: 1, startsOn, endsOn },
  ],
});

describe('open terms follow the calendar of the territory', () => {
  it('when the person says so; typed dates, postponed days and what was accepted stay', async () => {
    const typed = windowDeadline('осенние каникулы', { start: '2026-11-02', end: '2026-11-03' });
    const deadlines = [read('осенние каникулы 2026 года'), read('апрель 2026 года'), typed];
    const created = await server.send('POST', '/api/plans', {
      as,
      body: planDraft(office.north.id, {
        activities: deadlines.map((deadline, at) =>
          activityDraft({ no: String(at + 1), deadline, expected: [] }),
        ),
      }),
    });
    const { planId } = created.body;
    expect(await dueDays(planId)).toEqual(['2026-11-04', '2026-04-30', '2026-11-03']);
    expect(await effects()).toEqual([]);

    await server.send('PUT', path('school-years'), { as, body: holidays('2026-10-17', '2026-10-25') });
    const body = { on: '2026-04-30', kind: 'off', movedFrom: null, title: 'День города' };
    await server.send('POST', path('days'), { as, body });
    expect(await dueDays(planId)).toEqual(['2026-11-04', '2026-04-30', '2026-11-03']);

    const [first, second] = await effects();
    expect(first.moves).toEqual([{ before: '2026-11-04', after: '2026-10-25' }]);
    expect(second.moves).toEqual([{ before: '2026-04-30', after: '2026-04-29' }]);
    await server.send('POST', path('effects'), { as, body: { activityIds: [first.activityId] } });
    expect(await dueDays(planId)).toEqual(['2026-10-25', '2026-04-30', '2026-11-03']);
    expect(await effects()).toHaveLength(1);

    await server.send('PUT', path('school-years'), { as, body: holidays('2026-10-19', '2026-10-26') });
    expect((await effects())[0].moves).toEqual([{ before: '2026-10-25', after: '2026-10-26' }]);
  });

  it('a plan made afterwards is reckoned by it at once', async () => {
    const body = planDraft(office.north.id, {
      activities: [activityDraft({ deadline: read('осенние каникулы 2026 года'), expected: [] })],
    });
    const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
    expect(await dueDays(planId)).toEqual(['2026-10-26']);
    const { body: calendar } = await server.send('GET', `/api/plans/${planId}/calendar`, { as });
    expect(calendar.schoolYears).toMatchObject([{ schoolYearStart: 2026 }]);
  });
});
