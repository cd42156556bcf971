import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('administrator', office.region);
});
afterAll(() => server.close());

const path = (unit: { id: string }, rest = '') => `/api/calendars/${unit.id}${rest}`;
const calendarOf = async (unit: { id: string }, by = as) =>
  (await server.send('GET', path(unit), { as: by })).body;
const dayOff = { on: '2031-05-02', kind: 'off', movedFrom: '2031-01-04', title: null };
const year = { year: 2031, source: 'Постановление от 01.08.2030 № 1', days: [dayOff] };

describe('a production year', () => {
  it('is entered once for the region, replaced as a whole, seen below, and removed', async () => {
    const save = (body: object) => server.send('PUT', path(office.region, '/production-years'), { as, body });
    expect((await save({ ...year, days: [] })).status).toBe(200);
    expect((await save(year)).status).toBe(200);
    expect((await calendarOf(office.northSchool)).years).toEqual([year]);
    const director = await office.signIn('school-director', office.southSchool);
    expect((await calendarOf(office.southSchool, director)).years).toEqual([year]);
    await server.send('POST', path(office.region, '/production-years/remove'), { as, body: { year: 2031 } });
    expect((await calendarOf(office.region)).years).toEqual([]);
  });

  it.each([
    ['at a municipality', 'north', year, 'registry-calendar-not-region'],
    ['that the product ships', 'region', { ...year, year: 2026, days: [] }, 'registry-calendar-year-known'],
    ['with a day of another year', 'region', { ...year, year: 2032 }, 'registry-calendar-day-wrong'],
    ['with a day given twice', 'region', { ...year, days: [dayOff, dayOff] }, 'registry-calendar-day-wrong'],
  ] as const)('%s is refused and leaves nothing', async (_title, unit, body, code) => {
    const answer = await server.send('PUT', path(office[unit], '/production-years'), { as, body });
    expect(answer.body.code).toBe(code);
    expect((await calendarOf(office.region)).years).toEqual([]);
  });

  it('is read of a file before it is saved', async () => {
    const read = (text: string, name = 'calendar.csv') => {
      const form = new FormData();
      form.append('file', new File([text], name));
      return server.send('POST', path(office.region, '/production-year-files/2031'), { as, form });
    };
    const csv = 'Дата;Вид дня;Перенесён с\n02.05.2031;выходной;04.01.2031\n05.05.2031;неясно;\n';
    expect((await read(csv)).body).toEqual({ days: [dayOff], notRead: [{ row: 3, value: 'неясно' }] });
    expect((await read('Наименование;ИНН\nШкола;1\n')).body.code).toBe('registry-calendar-not-read');
    expect((await read('', 'пустой.csv')).body.code).toBe('file-refused');
    expect((await calendarOf(office.region)).years).toEqual([]);
  });
});

describe('days and school years of a territory', () => {
  it('a municipality adds a day off: its schools see it, the neighbours do not', async () => {
    const coordinator = await office.signIn('municipal-coordinator', office.north);
    const body = { on: '2026-06-24', kind: 'off', movedFrom: null, title: 'День города' };
    const added = await server.send('POST', path(office.north, '/days'), { as: coordinator, body });
    expect(added.status).toBe(200);
    const again = await server.send('POST', path(office.north, '/days'), { as: coordinator, body });
    expect(again.body.code).toBe('already-exists');
    expect((await calendarOf(office.northSchool)).days).toMatchObject([body]);
    expect((await calendarOf(office.southSchool)).days).toEqual([]);
    await server.send('DELETE', `/api/calendar-days/${added.body.id}`, { as: coordinator });
    expect((await calendarOf(office.northSchool)).days).toEqual([]);
  });

  it('its own school year stands before that of the region', async () => {
    const term = (endsOn: string) => ({ kind: 'term', number: 1, startsOn: '2026-09-01', endsOn });
    const save = (unit: { id: string }, terms: object[]) =>
      server.send('PUT', path(unit, '/school-years'), { as, body: { schoolYearStart: 2026, terms } });
    await save(office.region, [term('2026-10-23')]);
    await save(office.north, [term('2026-10-30')]);
    expect((await calendarOf(office.northSchool)).schoolYears).toEqual([
      { orgUnitId: office.north.id, schoolYearStart: 2026, terms: [term('2026-10-30')] },
    ]);
    expect((await calendarOf(office.southSchool)).schoolYears[0].orgUnitId).toBe(office.region.id);
    const wrong = await save(office.north, [term('2026-08-30')]);
    expect(wrong.body.code).toBe('registry-school-year-wrong');
    expect((await calendarOf(office.north)).schoolYears[0].terms).toEqual([term('2026-10-30')]);
    await server.send('POST', path(office.north, '/school-years/remove'), {
      as,
      body: { schoolYearStart: 2026 },
    });
    expect((await calendarOf(office.north)).schoolYears[0].orgUnitId).toBe(office.region.id);
  });
});
