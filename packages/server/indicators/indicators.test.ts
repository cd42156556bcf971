import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckFinding } from '@opora/domain/indicators/check-finding.ts';
import type { IndicatorFields, ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
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

describe('checks of a form', () => {
  it('find what the numbers say, and stop standing once they are answered', async () => {
    const form = await addTestForm(server, { territory: office.region, school: office.northSchool });
    const given = (indicator: string, amount: number, total: number, typed: string | null = null) => ({
      indicator,
      base: null,
      value: { state: 'given', amount, total, typed, source: 'typed' },
    });
    const cells = [given('R11', 42, 200), given('R16', 30, 20)];
    const saved = await server.send('POST', `/api/forms/${form}/cells`, { as: director, body: { cells } });
    const look = async (as: string): Promise<{ findings: CheckFinding[]; standing: string[] }> =>
      (await server.send('GET', `/api/forms/${form}/checks`, { as })).body;
    expect(saved.status).toBe(200);
    const { findings, standing } = await look(director);
    expect(findings.map(({ key }) => key)).toContain('over-total:R16');
    expect(standing).toContain('over-total:R16');
    expect((await server.send('GET', `/api/forms/${form}/checks`, { as: south })).status).toBe(404);
  });
});
