import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceTable } from '@opora/domain/basics/source-document.ts';
import type { Plan } from '@opora/domain/plans/plan.ts';
import { printPlan } from '@opora/domain/plans/print-plan.ts';
import { readPlanDocument } from '@opora/domain/plans/read-plan-document.ts';
import { readFile } from '@opora/office/read-file.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let planId: string;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('municipal-coordinator', office.north);
  const party = { role: 'lead', orgUnitId: null, personId: null } as const;
  const draft = planDraft(office.north.id, {
    title: 'Об утверждении дорожной карты поддержки школ',
    annexTitle: 'План поддержки школ на 2026 год',
    goal: 'повысить качество образования',
    tasks: ['1. выявить причины;', '2. помочь педагогам.'],
    abbreviations: { ИМЦ: 'информационно-методический центр' },
    schoolIds: [office.northSchool.id, office.northBranch.id],
    activities: [
      activityDraft({
        no: '1.10.',
        deadline: windowDeadline('Февраль/август', { start: '2026-02-01', end: '2026-08-31' }),
        parties: [
          { raw: 'ИМЦ', ...party },
          { raw: 'руководители ШНОР', ...party },
        ],
        expected: ['Приказ', '100 % участия'],
      }),
      activityDraft({
        no: '',
        section: null,
        title: 'Вне разделов',
        parties: [{ raw: 'Отдел образования', ...party }],
      }),
    ],
  });
  planId = (await server.send('POST', '/api/plans', { as, body: draft })).body.planId;
});
afterAll(() => server.close());

async function download(path: string, cookie: string) {
  const response = await server.app.inject({ method: 'GET', url: path, headers: { cookie } });
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes: new Uint8Array(response.rawPayload),
  };
}

/** Rows of the only table of the file, as texts. */
async function tableOf(bytes: Uint8Array): Promise<{ table: SourceTable; rows: string[][] }> {
  const { blocks } = await readFile(bytes, { fileName: 'export' });
  const tables = blocks.filter((block) => block.kind === 'table');
  expect(tables).toHaveLength(1);
  const table = tables[0]!;
  return { table, rows: table.rows.map((row) => row.cells.map((cell) => cell.text)) };
}

describe('the plan on paper', () => {
  it('keeps the numbers and phrases of the act, merges section rows and repeats the head', async () => {
    const { status, headers, bytes } = await download(`/api/plans/${planId}/annex.docx`, as);
    expect(status).toBe(200);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
      'приказ № 15 от 01.02.2026.docx',
    );
    const { table, rows } = await tableOf(bytes);
    expect(table.rows[0]?.repeatedHead).toBe(true);
    const section = table.rows.find((row) => row.cells.length === 1);
    expect(section?.cells[0]?.columnSpan).toBe(5);
    const title = 'Семинар для школьных команд';
    expect(rows).toContainEqual([
      '1.10.',
      title,
      'Февраль/август',
      'ИМЦ\nруководители ШНОР',
      'Приказ\n100 % участия',
    ]);
    expect(rows.findIndex(([, text]) => text === 'Вне разделов')).toBeLessThan(
      rows.findIndex(([no]) => no === '1.10.'),
    );
  });

  it('names the act, the goal, the tasks, the schools with their branches and the abbreviations', async () => {
    const { bytes } = await download(`/api/plans/${planId}/annex.docx`, as);
    const { blocks } = await readFile(bytes, { fileName: 'annex.docx' });
    const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(lines[0]).toBe('Приложение к приказу от 01.02.2026 № 15');
    expect(lines).toContain('План поддержки школ на 2026 год');
    expect(lines).not.toContain('Об утверждении дорожной карты поддержки школ');
    expect(lines).toContain('Цель: повысить качество образования');
    expect(lines).toContain('2. помочь педагогам.');
    expect(lines).toContain(`- ${office.northSchool.name}, ${office.northBranch.name}`);
    expect(lines).toContain('ИМЦ – информационно-методический центр');
  });
});

describe('the annex read again', () => {
  it('gives the same plan: numbers, sections, phrases, each party and each result by itself', async () => {
    const { bytes } = await download(`/api/plans/${planId}/annex.docx`, as);
    const read = readPlanDocument(await readFile(bytes, { fileName: 'annex.docx' }));
    const plan: Plan = (await server.send('GET', `/api/plans/${planId}`, { as })).body;
    const sectionOf = new Map(plan.sections.map(({ id, title }) => [id, title]));
    const printed = printPlan(plan, [], '2026-03-02').sections.flatMap(({ title, activities }) =>
      activities.map((activity) => ({ section: title, ...activity })),
    );
    expect(
      read.activities.map(({ no, section, title, deadline, responsible, expected }) => ({
        no,
        section,
        title,
        deadline: deadline.raw,
        responsible,
        expected,
      })),
    ).toEqual(
      printed.map(({ no, section, title, deadline, responsible, expected }) => ({
        no,
        section,
        title,
        deadline,
        responsible,
        expected,
      })),
    );
    expect([...sectionOf.values()]).toEqual(read.sections);
    expect(read.requisites).toMatchObject({ number: '15', date: '2026-02-01', periodStart: '2026-01-01' });
    expect(read.requisites.title).toBe(plan.annexTitle);
    expect(read.goal).toBe(plan.goal);
    expect(read.tasks).toEqual(plan.tasks);
    expect(read.abbreviations).toMatchObject(plan.abbreviations);
  });
});

describe('the plan as a sheet', () => {
  it('holds dates as dates and the printed number as text', async () => {
    const { status, bytes } = await download(`/api/plans/${planId}/plan.xlsx`, as);
    expect(status).toBe(200);
    const { rows } = await tableOf(bytes);
    const row = rows.find(([no]) => no === '1.10.');
    expect(row?.slice(3, 6)).toEqual(['Февраль/август', '01.02.2026', '31.08.2026']);
    expect(row?.slice(8)).toEqual(['1', '0', '0']);
  });

  it('is not given to a stranger', async () => {
    const stranger = await office.signIn('municipal-coordinator', office.south);
    expect((await download(`/api/plans/${planId}/plan.xlsx`, stranger)).status).toBe(404);
  });
});

describe('the titles are mended', () => {
  const change = (body: object) => server.send('PUT', `/api/plans/${planId}/titles`, { as, body });

  it('and the version that the person saw decides between two', async () => {
    const { version } = (await server.send('GET', `/api/plans/${planId}`, { as })).body;
    const body = { title: 'Об утверждении плана', annexTitle: 'План на 2026 год', version };
    expect((await change(body)).status).toBe(200);
    const after: Plan = (await server.send('GET', `/api/plans/${planId}`, { as })).body;
    expect([after.title, after.annexTitle]).toEqual(['Об утверждении плана', 'План на 2026 год']);
    expect((await change(body)).body.code).toBe('changed-meanwhile');
  });

  it('and without one of its own the annex carries the title of the plan', async () => {
    const { version } = (await server.send('GET', `/api/plans/${planId}`, { as })).body;
    await change({ title: 'Дорожная карта школ', annexTitle: '', version });
    const { bytes } = await download(`/api/plans/${planId}/annex.docx`, as);
    const { blocks } = await readFile(bytes, { fileName: 'annex.docx' });
    expect(blocks.some((block) => block.kind === 'paragraph' && block.text === 'Дорожная карта школ')).toBe(
      true,
    );
  });
});
