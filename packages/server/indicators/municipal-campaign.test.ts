import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let who: Record<'region' | 'north' | 'south' | 'school', string>;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  who = {
    region: await office.signIn('regional-coordinator', office.region),
    north: await office.signIn('municipal-coordinator', office.north),
    south: await office.signIn('municipal-coordinator', office.south),
    school: await office.signIn('school-director', office.northSchool),
  };
});
afterAll(() => server.close());

const send = (as: string, method: 'GET' | 'POST', path: string, body?: object) =>
  server.send(method, `/api${path}`, body === undefined ? { as } : { as, body });
const draft = (own: object = {}) => ({
  orgUnitId: office.region.id,
  title: 'Кураторы и координаторы',
  asks: 'municipality',
  period: 'SY2025',
  sections: [{ title: 'Дорожная карта', indicators: ['P04', 'P09'].map((code) => ({ code, version: 1 })) }],
  approvedBy: 'region',
  opensOn: '2026-03-01',
  lateAfter: '2026-03-10',
  closedAfter: '2026-03-20',
  schoolIds: [office.north.id, office.south.id],
  ...own,
});
const ask = (code: string) => [{ title: 'Раздел', indicators: [{ code, version: 1 }] }];
const given = (indicator: string, amount: number, base: number | null = null) => ({
  indicator,
  base,
  value: { state: 'given', amount, total: indicator === 'P04' ? 4 : null, typed: null, source: 'typed' },
});

describe('a collection that asks municipalities', () => {
  it('asks nothing that schools are asked, nor a share of such a total, and is of the region alone', async () => {
    const { code: _, version: _version, ...share } = shippedIndicators.find(({ code }) => code === 'S06')!;
    const body = { ...share, levels: ['municipality'], origin: { kind: 'asked' } };
    const { code } = (await send(who.region, 'POST', '/indicators', body)).body;
    const refusal = async (own: object, as = who.region) =>
      (await send(as, 'POST', '/campaigns', draft(own))).body;
    expect(await refusal({ sections: ask('R24') })).toMatchObject({ code: 'campaign-indicator-unknown' });
    expect((await refusal({ sections: ask(code) })).title).toContain(share.totalCode);
    const ofNorth = { orgUnitId: office.north.id };
    expect((await refusal(ofNorth, who.north)).code).toBe('campaign-not-of-region');
  });

  it('has no school among them', async () => {
    const body = draft({ period: 'SY2020', schoolIds: [office.northSchool.id] });
    const { campaignId } = (await send(who.region, 'POST', '/campaigns', body)).body;
    const opened = await send(who.region, 'POST', `/campaigns/${campaignId}/open`, { version: 1 });
    expect(opened.body.code).toBe('campaign-municipality-outside');
  });

  it('is filled by the municipality, read by the region, and counted where the municipality stands', async () => {
    const weigh = { ...draft(), campaignId: null };
    expect((await send(who.region, 'POST', '/campaign-weights', weigh)).body).toMatchObject({
      schoolCount: 2,
      fields: { least: 3, most: 3 },
      addedTotals: ['D18'],
    });
    const { campaignId } = (await send(who.region, 'POST', '/campaigns', draft())).body;
    await send(who.region, 'POST', `/campaigns/${campaignId}/open`, { version: 1 });
    const { forms } = (await send(who.region, 'GET', `/campaigns/${campaignId}`)).body;
    expect(forms).toHaveLength(2);
    const own = (await send(who.north, 'GET', '/own-forms')).body;
    expect(own).toMatchObject([
      { campaignId, asks: 'municipality', schoolId: office.north.id, askedCount: 3 },
    ]);
    const id: string = own[0].submissionId;

    // Neither another municipality nor a school of this one.
    const refusals = await Promise.all(
      [who.south, who.school].flatMap((as) => [
        send(as, 'GET', `/forms/${id}`),
        send(as, 'GET', `/submissions/${id}/track`),
        send(as, 'POST', `/forms/${id}/cells`, { cells: [given('D18', 4)] }),
        send(as, 'POST', `/submissions/${id}/own-moves`, { move: 'send', version: 1 }),
      ]),
    );
    expect([...new Set(refusals.map(({ status }) => status))]).toEqual([404]);
    expect((await send(who.school, 'GET', '/own-forms')).body).toEqual([]);
    expect((await send(who.school, 'GET', '/campaigns')).body).toEqual([]);

    const cells = [given('D18', 4), given('P04', 3), given('P09', 0)];
    expect(await send(who.north, 'POST', `/forms/${id}/cells`, { cells })).toMatchObject({ status: 200 });
    const sent = await send(who.north, 'POST', `/submissions/${id}/own-moves`, { move: 'send', version: 1 });
    expect(sent.body).toMatchObject({ stage: 'region', route: ['school', 'region', 'approved'] });
    const judge = (move: string, version: number, as = who.region, note: string | null = null) =>
      send(as, 'POST', `/submissions/${id}/moves`, { move, version, note });
    expect((await judge('accept', 2, who.north)).body.code).toBe('forbidden');
    const read = (await send(who.region, 'GET', `/forms/${id}`)).body;
    expect(read).toMatchObject({ asks: 'municipality', isOwn: false, lock: 'sent' });
    expect(
      read.values.map((one: { indicator: string; amount: number }) => [one.indicator, one.amount]),
    ).toEqual(
      expect.arrayContaining([
        ['D18', 4],
        ['P04', 3],
      ]),
    );
    expect((await judge('return', 2, who.region, 'Заявка подана 5 марта.')).body.stage).toBe('school');
    await send(who.north, 'POST', `/forms/${id}/cells`, { cells: [given('P09', 1, 1)] });
    await send(who.north, 'POST', `/submissions/${id}/own-moves`, { move: 'send', version: 3 });
    expect((await judge('accept', 4)).body.stage).toBe('approved');

    const numbersOf = async (as: string, unit: { id: string }) => {
      const { rows } = (await send(as, 'GET', `/indicators/dynamics?orgUnitId=${unit.id}`)).body;
      return rows.map((row: { code: string; cells: { own: unknown; schools: { counted: number } }[] }) => [
        row.code,
        row.cells.at(-1)?.own,
        row.cells.at(-1)?.schools.counted,
      ]);
    };
    const numbers = [
      ['D18', { amount: 4, total: null }, 1],
      ['P04', { amount: 3, total: 4 }, 1],
      ['P09', { amount: 1, total: 1 }, 1],
    ];
    expect(await numbersOf(who.north, office.north)).toEqual(numbers);
    expect(await numbersOf(who.region, office.region)).toEqual(numbers);
    expect(await numbersOf(who.school, office.northSchool)).toEqual([]);

    const explained = async (unit: { id: string }) =>
      (
        await send(
          who.region,
          'GET',
          `/indicators/dynamics/number?orgUnitId=${unit.id}&period=SY2025&indicator=P04`,
        )
      ).body;
    expect(await explained(office.north)).toMatchObject({
      own: { amount: 3, total: 4 },
      given: { state: 'given', source: 'typed', campaign: 'Кураторы и координаторы' },
      parts: [],
    });
    expect(await explained(office.region)).toMatchObject({
      given: null,
      parts: [{ id: office.north.id, own: { amount: 3, total: 4 } }],
    });

    const linesOf = async (as: string, unit: { id: string }) =>
      (await send(as, 'GET', `/completeness/${unit.id}?year=2025`)).body.lines;
    expect(await linesOf(who.region, office.region)).toMatchObject([
      { orgUnitId: office.north.id, cells: [{ expected: 1, 'in-time': 1 }] },
      { orgUnitId: office.south.id, cells: [{ expected: 1, 'in-time': 0, waiting: 1 }] },
    ]);
    expect(await linesOf(who.north, office.north)).toContainEqual(
      expect.objectContaining({
        orgUnitId: office.north.id,
        cells: [expect.objectContaining({ expected: 1 })],
      }),
    );
  });
});
