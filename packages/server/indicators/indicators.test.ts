import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import type { IndicatorFields, ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { insertExamCounts } from '../results/exam-count-queries.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let north: string;
let south: string;
let director: string;
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  north = await office.signIn('municipal-coordinator', office.north);
  south = await office.signIn('municipal-coordinator', office.south);
  director = await office.signIn('school-director', office.northSchool);
});
afterAll(() => server.close());

const list = async (as: string): Promise<ListedIndicator[]> =>
  (await server.send('GET', '/api/indicators', { as })).body;
const add = (as: string, body: object) => server.send('POST', '/api/indicators', { as, body });
const follow = (as: string, code: string, body: object) =>
  server.send('POST', `/api/indicators/${code}/versions`, { as, body });

function fields(formula: string): IndicatorFields {
  const shipped = shippedIndicators.find(({ code }) => code === 'S06');
  if (shipped === undefined) throw new RangeError('S06');
  const { code: _, version: _version, ...base } = shipped;
  return { ...base, origin: { kind: 'computed', formula } };
}

describe('the catalogue', () => {
  it('shows what comes with the product to everybody', async () => {
    const seen = await list(director);
    expect(seen).toHaveLength(shippedIndicators.length);
    expect(seen.every(({ unitName, isCurrent }) => unitName === null && isCurrent)).toBe(true);
  });

  it('takes an office’s own under a code of offices, seen below it and not beside it', async () => {
    const added = await add(north, fields('share(S01, D04)'));
    expect(added.body).toEqual({ code: 'Z01', version: 1 });
    expect((await add(south, fields('share(S01, D04)'))).body).toEqual({ code: 'Z02', version: 1 });
    const own = (all: ListedIndicator[]) => all.filter(({ scope }) => scope !== null).map(({ code }) => code);
    expect(own(await list(director))).toEqual(['Z01']);
    expect(own(await list(south))).toEqual(['Z02']);
  });

  it('is followed by the next version, by its office alone and over the version that was seen', async () => {
    const next = { version: 1, fields: fields('share(D09, D04)') };
    expect((await follow(south, 'Z01', next)).status).toBe(404);
    expect((await follow(director, 'Z01', next)).status).toBe(403);
    expect((await follow(north, 'R11', next)).status).toBe(404);
    expect((await follow(north, 'Z01', next)).body).toEqual({ code: 'Z01', version: 2 });
    expect((await follow(north, 'Z01', next)).status).toBe(409);
    const versions = (await list(north)).filter(({ code }) => code === 'Z01');
    expect(versions.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('refuses a formula that does not fit, and leaves nothing', async () => {
    const before = (await list(north)).length;
    const refused = await add(north, fields('share(R24, D04)'));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'indicator-formula-wrong' });
    expect(
      (await follow(north, 'Z01', { version: 2, fields: fields('share(Z01.amount, D04)') })).status,
    ).toBe(422);
    expect((await add(north, { ...fields('share(D09, D04)'), totalCode: 'D01' })).body.code).toBe(
      'indicator-wrong',
    );
    expect((await list(north)).length).toBe(before);
  });
});

const given = (indicator: string, amount: number, total: number | null, base: number | null = null) => ({
  indicator,
  base,
  value: { state: 'given', amount, total, typed: null, source: 'typed' },
});
const save = (form: string, cells: object[]) =>
  server.send('POST', `/api/forms/${form}/cells`, { as: director, body: { cells } });
const newForm = (period: string) =>
  addTestForm(server, { territory: office.region, school: office.northSchool }, { period });

describe('checks of a form', () => {
  const look = async (form: string, as: string): Promise<{ findings: CheckFinding[]; standing: string[] }> =>
    (await server.send('GET', `/api/forms/${form}/checks`, { as })).body;
  const send = async (form: string) => {
    const { version } = (await server.send('GET', `/api/forms/${form}`, { as: director })).body;
    const body = { version, move: 'send' };
    return server.send('POST', `/api/submissions/${form}/own-moves`, { as: director, body });
  };

  it('keep it from being sent until errors are mended and questions answered', async () => {
    const form = await newForm('SY2025');
    expect((await save(form, [given('R11', 42, 200), given('R16', 30, 20)])).status).toBe(200);
    expect((await look(form, director)).standing).toContain('over-total:R16');
    expect((await server.send('GET', `/api/forms/${form}/checks`, { as: south })).status).toBe(404);
    expect(await send(form)).toMatchObject({
      status: 422,
      body: { code: 'submission-unchecked', facts: { errors: 1, questions: 0, indicators: 'R16' } },
    });
    await save(form, [given('R16', 3, 20, 1), given('D02', 190, null)]);
    const { findings, standing } = await look(form, director);
    expect(standing).toEqual(['totals-differ:D02']);
    expect(await send(form)).toMatchObject({
      status: 422,
      body: { code: 'submission-unchecked', facts: { errors: 0, questions: 1, indicators: 'R11, D02' } },
    });
    const [question] = findings.filter(({ key }) => key === standing[0]);
    const answer = { checkKey: question?.key, seen: question?.seen, answer: 'Число на другую дату' };
    await server.send('PUT', `/api/forms/${form}/answers`, { as: director, body: answer });
    expect((await look(form, director)).standing).toEqual([]);
    expect((await send(form)).status).toBe(200);
  });
});

it('a form is offered what the register of results knows, for the school year of its spring', async () => {
  const count = { procedure: { kind: 'ОГЭ', grade: 9, subject: 'русский язык' }, participants: 20, below: 2 };
  await inSystem(server, (tx) =>
    insertExamCounts(tx, [
      {
        ...count,
        id: randomUUID(),
        orgUnitId: office.northSchool.id,
        scope: office.northSchool.scope,
        year: 2027,
        marks: [2, 8, 6, 4],
        scores: null,
        journal: null,
        gaps: null,
        tasks: null,
        scaleVersion: null,
      },
    ]),
  );
  const offers = async (period: string) =>
    (await server.send('GET', `/api/forms/${await newForm(period)}`, { as: director })).body.offers.filter(
      (one: { origin: { kind: string } }) => one.origin.kind === 'register',
    );
  expect(await offers('SY2026')).toMatchObject([
    { indicator: 'R12', amount: 3.6, total: 20 },
    { indicator: 'R16', amount: 2, total: 20 },
  ]);
  expect(await offers('SY2027')).toEqual([]);
});
