import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dynamics } from '@opora/domain/indicators/dynamics-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { insertOrgUnit } from '../registry/registry-queries.ts';
import { saveExamCounts } from '../results/exam-count-queries.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
const schools: OrgUnit[] = [];
const northSchools = 4;

type Marks = readonly [two: number, three: number, four: number, five: number];
/** ОГЭ in Russian of two springs: four schools in the north, three in the south. The second school has 3 marks «2» in 2026. */
const marks: readonly (readonly [before: Marks, after: Marks])[] = [
  [
    [8, 30, 20, 9],
    [7, 28, 24, 11],
  ],
  [
    [6, 18, 11, 7],
    [3, 20, 12, 6],
  ],
  [
    [9, 15, 14, 8],
    [6, 16, 15, 9],
  ],
  [
    [12, 40, 22, 10],
    [13, 37, 25, 12],
  ],
  [
    [10, 22, 17, 9],
    [9, 25, 18, 8],
  ],
  [
    [7, 19, 12, 6],
    [8, 18, 13, 7],
  ],
  [
    [5, 15, 10, 5],
    [6, 14, 11, 6],
  ],
];

const russian = { kind: 'ОГЭ', grade: 9, subject: 'русский язык' };
const partsLeftOut = { scores: null, gaps: null, tasks: null, scaleVersion: null };

async function putMarks(at: number, year: number, given: Marks): Promise<void> {
  const school = schools[at];
  if (school === undefined) throw new Error(`no school ${at}`);
  const participants = given.reduce((sum, count) => sum + count, 0);
  const count = {
    ...partsLeftOut,
    id: randomUUID(),
    orgUnitId: school.id,
    scope: school.scope,
    year,
    procedure: russian,
    participants,
    below: given[0],
    marks: [...given] as [number, number, number, number],
    journal: { lowered: 6, confirmed: participants - 14, raised: 8 },
  };
  await inSystem(server, (tx) => saveExamCounts(tx, [count]));
}

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  for (const [at, [before, after]] of marks.entries()) {
    const parent = at < northSchools ? office.north : office.south;
    const name = `Школа № ${at + 20}`;
    const school =
      at === 0
        ? office.northSchool
        : {
            ...office.northSchool,
            id: randomUUID(),
            parentId: parent.id,
            scope: `${parent.scope}.s${at}`,
            name,
            shortName: name,
          };
    // oxlint-disable-next-line no-await-in-loop -- one connection
    if (at > 0) await inSystem(server, (tx) => insertOrgUnit(tx, school));
    schools.push(school);
    // oxlint-disable-next-line no-await-in-loop
    await putMarks(at, 2025, before);
    // oxlint-disable-next-line no-await-in-loop
    await putMarks(at, 2026, after);
  }
}, 60_000);

afterAll(() => server.close());

const dynamicsOf = async (as: string, unit: OrgUnit, group = 'results'): Promise<Dynamics> =>
  (await server.send('GET', `/api/indicators/dynamics?orgUnitId=${unit.id}&group=${group}`, { as })).body;
const cell = ({ rows }: Dynamics, code: string, period = 'SY2025') =>
  rows.find((row) => row.code === code)?.cells.find((one) => one.period === period);
const sumOf = (year: 0 | 1, mark: number, from = 0, to = marks.length): number =>
  marks.slice(from, to).reduce((sum, both) => sum + (both[year][mark] ?? 0), 0);

describe('indicators reckoned from results', () => {
  it('are of a territory what its own sums give, with the change between its own means', async () => {
    const dynamics = await dynamicsOf(
      await office.signIn('regional-coordinator', office.region),
      office.region,
    );
    expect(dynamics.periods).toEqual(['SY2024', 'SY2025']);
    const people = (year: 0 | 1): number => [0, 1, 2, 3].reduce((sum, mark) => sum + sumOf(year, mark), 0);
    const points = (year: 0 | 1): number =>
      [0, 1, 2, 3].reduce((sum, mark) => sum + sumOf(year, mark) * (mark + 2), 0);
    expect(cell(dynamics, 'R16')).toMatchObject({
      own: { amount: sumOf(1, 0), total: people(1) },
      schools: { counted: 7 },
      versions: [1],
      isComputed: true,
    });
    expect(cell(dynamics, 'R12')?.own).toEqual({ amount: points(1), total: people(1) });
    const change = cell(dynamics, 'R01')?.own;
    expect(change).toMatchObject({ total: null });
    expect((change as { amount: number }).amount).toBeCloseTo(
      points(1) / people(1) - points(0) / people(0),
      10,
    );
    expect(cell(dynamics, 'R01', 'SY2024')?.own).toBeNull();
  });

  it('are of a school that looks at itself its own facts, small ones too, and are kept back above it', async () => {
    const [, second] = schools;
    const own = await dynamicsOf(await office.signIn('school-director', second!), second!);
    expect(cell(own, 'R16')).toMatchObject({ own: { amount: 3, total: 41 }, isComputed: true });
    expect(cell(own, 'R12')?.own).toEqual({ amount: 6 + 60 + 48 + 30, total: 41 });
    expect(cell(own, 'R16')?.beside).toEqual({
      amount: sumOf(1, 0, 0, northSchools),
      total: [0, 1, 2, 3].reduce((sum, mark) => sum + sumOf(1, mark, 0, northSchools), 0),
    });
    const above = await dynamicsOf(await office.signIn('municipal-coordinator', office.north), second!);
    expect(cell(above, 'R16')?.own).toBe('hidden');
    expect(cell(above, 'R16', 'SY2024')?.own).toMatchObject({ amount: 6 });
  });

  it('are explained down to the elements of the register, with what is kept back said so', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const explain = async (unit: OrgUnit, code: string) =>
      (
        await server.send(
          'GET',
          `/api/indicators/dynamics/number?orgUnitId=${unit.id}&period=SY2025&indicator=${code}`,
          { as },
        )
      ).body.reckoned;
    const change = await explain(office.region, 'R01');
    expect(change.words.ru).toContain('изменение к прошлому периоду');
    expect(
      change.elements.map(({ depth, period, from, code }: Record<string, unknown>) => [
        depth,
        period,
        from,
        code,
      ]),
    ).toEqual([
      [0, 'SY2025', 'computed', 'R12'],
      [1, 'SY2025', 'results', null],
      [1, 'SY2025', 'results', null],
      [0, 'SY2024', 'computed', 'R12'],
      [1, 'SY2024', 'results', null],
      [1, 'SY2024', 'results', null],
    ]);
    const hidden = await explain(schools[1]!, 'R16');
    expect(hidden.elements.map(({ value }: { value: unknown }) => value)).toEqual(['hidden', 'hidden']);
  });

  it('are those of this moment: a result that is loaded again stands in them at once', async () => {
    const coordinator = await office.signIn('regional-coordinator', office.region);
    const below = async () => {
      const own = cell(await dynamicsOf(coordinator, office.region), 'R16')?.own;
      return own === null || own === undefined || own === 'hidden' ? null : own.amount;
    };
    const before = await below();
    const [, now] = marks[0] ?? [];
    const [two = 0, three = 0, four = 0, five = 0] = now ?? [];
    await putMarks(0, 2026, [two + 6, three - 6, four, five]);
    expect(await below()).toBe((before ?? 0) + 6);
    await putMarks(0, 2026, [two, three, four, five]);
    expect(await below()).toBe(before);
  });

  it('give, with the pages of results, no hidden count away: another count behind the same sums changes nothing above the school', async () => {
    const coordinator = await office.signIn('regional-coordinator', office.region);
    const seen = async (): Promise<unknown[]> => {
      const paths = [
        '/api/results/territory?year=2026&kind=ОГЭ&grade=9&subject=русский язык',
        ...schools.map(({ id }) => `/api/results/schools/${id}`),
        ...[office.region, office.north, office.south, ...schools].flatMap(({ id }) => [
          `/api/indicators/dynamics?orgUnitId=${id}`,
          ...['R16', 'R12', 'R01', 'O01'].map(
            (code) => `/api/indicators/dynamics/number?orgUnitId=${id}&period=SY2025&indicator=${code}`,
          ),
        ]),
      ];
      const bodies: unknown[] = [];
      for (const path of paths) {
        // oxlint-disable-next-line no-await-in-loop
        const { status, body } = await server.send('GET', encodeURI(path), { as: coordinator });
        expect(status).toBe(200);
        bodies.push(body);
      }
      return bodies;
    };
    const before = await seen();
    const hidden = await Promise.all(
      schools
        .slice(0, northSchools)
        .map(async (school, at) =>
          cell(await dynamicsOf(coordinator, school), 'R16')?.own === 'hidden' ? at : -1,
        ),
    );
    const [other = -1] = hidden.filter((at) => at !== -1 && at !== 1);
    expect(hidden).toContain(1);
    const [mine, others] = [marks[1]![1], marks[other]![1]];
    await putMarks(1, 2026, [mine[0] - 1, mine[1] + 1, mine[2], mine[3]]);
    await putMarks(other, 2026, [others[0] + 1, others[1] - 1, others[2], others[3]]);
    expect(await seen()).toEqual(before);
    const own = await dynamicsOf(await office.signIn('school-director', schools[1]!), schools[1]!);
    expect(cell(own, 'R16')?.own).toMatchObject({ amount: 2 });
  });
});

describe('indicators reckoned from plans', () => {
  it('count schools by the terms of an activity that have come: asked, and of them done', async () => {
    server.setNow(new Date('2026-04-10T09:00:00Z'));
    const as = await office.signIn('regional-coordinator', office.region);
    const deadline = windowDeadline(
      'март 2026',
      { start: '2026-03-01', end: '2026-03-31' },
      { perSchool: true },
    );
    const body = planDraft(office.region.id, {
      schoolIds: schools.slice(0, 3).map(({ id }) => id),
      activities: [activityDraft({ deadline, expected: [] })],
    });
    const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
    const [activity] = (await server.send('GET', `/api/plans/${planId}`, { as })).body.activities;
    const mark = async (indicator: string, version: number) =>
      (
        await server.send('PUT', `/api/activities/${activity.id}/indicator`, {
          as,
          body: { indicator, version },
        })
      ).status;
    expect(await mark('P99', activity.version)).toBe(422);
    expect(await mark('P07', activity.version)).toBe(200);
    expect(await mark('P08', activity.version)).toBe(409);
    await inSystem(server, (tx) =>
      sql`update instance set state = 'accepted' where activity_id = ${activity.id} and school_id = ${schools[0]!.id}`.execute(
        tx,
      ),
    );
    const region = await dynamicsOf(as, office.region, 'process');
    expect(cell(region, 'P07')).toMatchObject({
      own: { amount: 1, total: 3 },
      schools: { counted: 3 },
      isComputed: true,
    });
    const director = await office.signIn('school-director', schools[1]!);
    expect(cell(await dynamicsOf(director, schools[1]!, 'process'), 'P07')?.own).toEqual({
      amount: 0,
      total: 1,
    });
    expect(cell(await dynamicsOf(as, office.south, 'process'), 'P07')).toBeUndefined();
    const path = `/api/indicators/dynamics/number?orgUnitId=${office.north.id}&period=SY2025&indicator=P07`;
    const { reckoned } = (await server.send('GET', path, { as })).body;
    expect(reckoned.elements.map(({ value }: { value: unknown }) => value)).toEqual([
      { amount: 1, total: null },
      { amount: 3, total: null },
    ]);
  });

  it('count schools that took part in an event by its attendance, once all in the plan that day are marked, down to the event', async () => {
    server.setNow(new Date('2026-04-10T09:00:00Z'));
    const as = await office.signIn('regional-coordinator', office.region);
    const [first, second, south] = [schools[0]!, schools[1]!, schools[northSchools]!];
    const body = planDraft(office.region.id, {
      schoolIds: [first, second, south].map(({ id }) => id),
      activities: [activityDraft({ title: 'Установочный вебинар', expected: ['100 % участия ШНОР'] })],
    });
    const { planId } = (await server.send('POST', '/api/plans', { as, body })).body;
    const [activity] = (await server.send('GET', `/api/plans/${planId}`, { as })).body.activities;
    await server.send('PUT', `/api/activities/${activity.id}/indicator`, {
      as,
      body: { indicator: 'P03', version: activity.version },
    });
    const [event] = (await server.send('GET', `/api/activities/${activity.id}/instances`, { as })).body;
    const mark = async (version: number, marks: readonly (readonly [OrgUnit, boolean])[]) =>
      (
        await server.send('PUT', `/api/instances/${event.id}/attendance`, {
          as,
          body: {
            version,
            marks: marks.map(([{ id: orgUnitId }, tookPart]) => ({ orgUnitId, tookPart, people: null })),
          },
        })
      ).status;
    const p03 = async (by: string, unit: OrgUnit) => cell(await dynamicsOf(by, unit, 'process'), 'P03')?.own;
    // Those who came alone are no share: of the third school nothing is known.
    expect(
      await mark(1, [
        [first, true],
        [south, true],
      ]),
    ).toBe(200);
    expect(await p03(as, office.region)).toBeUndefined();
    expect(
      await mark(2, [
        [first, true],
        [south, true],
        [second, false],
      ]),
    ).toBe(200);
    expect(await p03(as, office.region)).toEqual({ amount: 2, total: 3 });
    const north = await office.signIn('municipal-coordinator', office.north);
    expect(await p03(north, office.north)).toEqual({ amount: 1, total: 2 });
    const director = await office.signIn('school-director', second);
    expect(await p03(director, second)).toEqual({ amount: 0, total: 1 });
    const path = `/api/indicators/dynamics/number?orgUnitId=${office.north.id}&period=SY2025&indicator=P03`;
    const source = { planId, activityId: activity.id, eventId: event.id, title: 'Установочный вебинар' };
    expect((await server.send('GET', path, { as: north })).body.reckoned.activities).toEqual([
      { ...source, no: activity.no, heldOn: '2026-03-31', asked: 2, done: 1 },
    ]);
    const neighbour = await office.signIn('school-director', south);
    expect((await server.send('GET', path, { as: neighbour })).status).not.toBe(200);
  });
});
