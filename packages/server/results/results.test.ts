import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExamCount } from '@opora/domain/results/exam-count.ts';
import { recoverBounds, type SeenUnit } from '@opora/domain/results/recover-for-tests.ts';
import type {
  SchoolResultRow,
  SchoolResultsShown,
  TerritoryRow,
} from '@opora/domain/results/results-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { insertOrgUnit } from '../registry/registry-queries.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { insertExamCounts } from './exam-count-queries.ts';

let server: TestServer;
let office: TestOffice;
const schools: OrgUnit[] = [];

/** Marks 2, 3, 4 and 5 of ОГЭ in mathematics: five schools in the north, four in the south; the first is the office's northern school. */
const marksOf: readonly (readonly [number, number, number, number])[] = [
  [7, 11, 13, 17],
  [2, 15, 11, 9],
  [0, 9, 8, 7],
  [1, 1, 1, 0],
  [8, 21, 23, 6],
  [9, 31, 19, 12],
  [3, 12, 9, 3],
  [6, 14, 10, 1],
  [12, 26, 18, 8],
];
const northSchools = 5;
const marksOfYear = [1, 9, 18, 20] as const;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  await inSystem(server, async (tx) => {
    for (const [at, marks] of marksOf.entries()) {
      const parent = at < northSchools ? office.north : office.south;
      const id = randomUUID();
      const made = { ...office.northSchool, id, parentId: parent.id, scope: `${parent.scope}.s${at}` };
      const school =
        at === 0
          ? office.northSchool
          : { ...made, name: `Школа № ${at + 20}`, shortName: `Школа № ${at + 20}` };
      // oxlint-disable-next-line no-await-in-loop -- one connection
      if (at > 0) await insertOrgUnit(tx, school);
      schools.push(school);
      const counts = [2025, 2026].flatMap((year) => [
        countOf(year, exam9, marks),
        countOf(
          year,
          { kind: 'ВПР', grade: 8, subject: 'математика' },
          marks.toReversed() as typeof marks & [],
        ),
        ...(at === 0 ? [countOf(year, { ...exam9, kind: 'годовые отметки' }, marksOfYear)] : []),
      ]);
      // oxlint-disable-next-line no-await-in-loop
      await insertExamCounts(
        tx,
        counts.map((count) => ({
          ...count,
          id: randomUUID(),
          orgUnitId: school.id,
          scope: school.scope,
          scaleVersion: null,
        })),
      );
    }
  });
});
afterAll(() => server.close());

function countOf(
  year: number,
  procedure: ExamCount['procedure'],
  marks: readonly [number, number, number, number],
): ExamCount {
  const participants = marks.reduce((sum, count) => sum + count, 0);
  const lowered = Math.floor(participants / 4);
  return {
    year,
    procedure,
    participants,
    below: marks[0],
    marks: [...marks],
    scores: marks.flatMap((count) => [Math.floor(count / 2), Math.ceil(count / 2)]),
    journal: { lowered, confirmed: participants - lowered, raised: 0 },
    gaps: { lowered: Math.floor(lowered / 2), raised: 0 },
    tasks: [{ task: '1', points: marks[3], pointsMax: participants }],
  };
}

const exam9 = { kind: 'ОГЭ', grade: 9, subject: 'математика' };
const exam = 'year=2026&kind=ОГЭ&grade=9&subject=математика';
const get = async (path: string, as: string) => {
  const answer = await server.send('GET', `/api/results/${encodeURI(path)}`, { as });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};

describe('a director', () => {
  it('gets her own school whole, sums and a distribution, and no other school in any form', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    const own = await get(`schools/${office.northSchool.id}?${exam}`, as);
    const territory = await get(`territory?${exam}`, as);
    expect(own).toMatchObject({ isOwn: true, own: { participants: 48, below: 7, marks: [7, 11, 13, 17] } });
    expect(own.municipality).toMatchObject({ participants: 170 });
    expect(territory.schools.map(({ id }: { id: string }) => id)).toEqual([office.northSchool.id]);
    const raw = JSON.stringify([own, territory]);
    for (const school of schools.slice(1)) {
      expect(raw).not.toContain(school.id);
      expect(raw).not.toContain(school.shortName);
    }
    expect(raw).not.toContain(office.south.id);
  });

  it('gets marks of the year beside an exam, and marks of the year over the years beside nothing', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    const yearsOf = (page: SchoolResultsShown) =>
      page.history.map(({ year, procedure }) => [procedure.kind, procedure.grade, year]);
    const beside = await get(`schools/${office.northSchool.id}?${exam}`, as);
    expect(beside.annual).toMatchObject({ marks: marksOfYear });
    expect(yearsOf(beside)).toEqual([
      ['ВПР', 8, 2025],
      ['ОГЭ', 9, 2025],
      ['ОГЭ', 9, 2026],
    ]);
    const annual = exam.replace('ОГЭ', 'годовые отметки');
    const alone = await get(`schools/${office.northSchool.id}?${annual}`, as);
    expect(alone).toMatchObject({ own: { marks: marksOfYear }, annual: null });
    expect(yearsOf(alone)).toEqual([
      ['годовые отметки', 9, 2025],
      ['годовые отметки', 9, 2026],
    ]);
  });

  it('is refused another school, of her municipality too', async () => {
    const as = await office.signIn('school-director', office.northSchool);
    for (const school of schools.slice(1)) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const { status } = await server.send('GET', `/api/results/schools/${school.id}`, { as });
      expect([403, 404]).toContain(status);
    }
  });
});

describe('a coordinator of a municipality', () => {
  it('sees schools of her own by name, small counts kept back, and is refused those of another', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const { schools: rows, municipalities } = await get(`territory?${exam}`, as);
    expect(rows.map(({ name }: SchoolResultRow) => name)).toEqual([
      'МБОУ СОШ № 1',
      'Школа № 21',
      'Школа № 22',
      'Школа № 23',
      'Школа № 24',
    ]);
    expect(rows[1].results.below).toBe('hidden');
    expect(rows[3].results.participants).toBe('hidden');
    expect(municipalities.map(({ name }: TerritoryRow) => name)).toEqual(['Северный район']);
    const { status } = await server.send('GET', `/api/results/schools/${schools[8]!.id}`, { as });
    expect([403, 404]).toContain(status);
  });
});

describe('everything that the region is told, taken together', () => {
  it('leaves open of every count of 1 to 4 pupils whether it is 5 or more', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const territory = await get(`territory?${exam}`, as);
    const pages = await Promise.all(schools.map(({ id }) => get(`schools/${id}?${exam}`, as)));
    const north = new Set(schools.slice(0, northSchools).map(({ id }) => id));
    const parts = (isNorth: boolean) => schools.map(({ id }) => id).filter((id) => north.has(id) === isNorth);
    const seen: SeenUnit[] = [
      { ...territory.region, parts: [office.north.id, office.south.id] },
      ...territory.municipalities.map((row: TerritoryRow) => ({
        ...row,
        parts: parts(row.id === office.north.id),
      })),
      ...territory.schools.map((row: SchoolResultRow) => ({ ...row, parts: [] })),
      ...pages.flatMap((page) => [
        { id: page.school.id, results: page.own, parts: [] },
        {
          id: north.has(page.school.id) ? office.north.id : office.south.id,
          results: page.municipality,
          parts: [],
        },
        { id: office.region.id, results: page.region, parts: [] },
      ]),
    ];
    const bounds = recoverBounds(seen);
    const columns = ['below', 'three', 'four', 'five'];
    const small = schools.flatMap(({ id }, at) =>
      (marksOf[at] ?? []).flatMap((count, mark) =>
        count > 0 && count < 5 ? [`${id} ${columns[mark]}`] : [],
      ),
    );
    expect(small.length).toBeGreaterThan(6);
    const gaps = marksOf.flatMap((marks, at) => {
      const { lowered = 0 } = countOf(2026, exam9, marks).gaps ?? {};
      return lowered > 0 && lowered < 5 ? [`${schools[at]?.id} lowered far`] : [];
    });
    expect(gaps.length).toBeGreaterThan(3);
    expect([...small, ...gaps].filter((key) => (bounds.get(key)?.high ?? Infinity) < 5)).toEqual([]);
    expect(pages.map((page) => [page.scores.own, page.tasks])).toEqual(pages.map(() => ['hidden', null]));
  });

  it('is the same in the workbook, whose numbers are numbers', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const territory = await get(`territory?${exam}`, as);
    const sheets = await workbook(`territory.xlsx?${exam}`, as);
    const rows = sheets.at(-1)?.rows.slice(-marksOf.length) ?? [];
    const numbers = territory.schools.map(({ name, results }: SchoolResultRow) => [
      name,
      ...[results.participants, results.below].map((count) => (count === 'hidden' ? 'скрыто' : count)),
    ]);
    expect(rows.map(([name, , participants, , below]) => [name, participants, below])).toEqual(numbers);
  });
});

describe('what leaves the office', () => {
  it('has no ВПР: neither open data, where there are no schools, nor the sheet for a contract', async () => {
    const as = await office.signIn('regional-coordinator', office.region);
    const [open] = await workbook('open-data.xlsx', as);
    const director = await office.signIn('school-director', office.northSchool);
    const [sheet] = await workbook(`schools/${office.northSchool.id}/contract.xlsx`, director);
    const procedures = (rows: readonly unknown[][]) =>
      rows.flatMap(([year, procedure]) => (typeof year === 'number' ? [procedure] : []));
    expect(new Set(procedures(open!.rows))).toEqual(new Set(['ОГЭ, 9 класс, математика']));
    expect(procedures(sheet!.rows)).toEqual(['ОГЭ, 9 класс, математика', 'ОГЭ, 9 класс, математика']);
    const names = open!.rows.map((row) => row[2]);
    expect(names.filter((name) => schools.some(({ shortName }) => shortName === name))).toEqual([]);
    expect(names).toContain('Северный район');
  });
});

async function workbook(path: string, as: string) {
  const url = `/api/results/${encodeURI(path)}`;
  const answer = await server.app.inject({ method: 'GET', url, headers: { cookie: as } });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return (await readXlsx(new Uint8Array(answer.rawPayload))).sheets;
}
