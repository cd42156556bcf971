import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../platform/database.ts';
import { addTestForm } from '../testing/form-for-tests.ts';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { listIndicatorSums } from './indicator-sum-queries.ts';
import { listTerritorySums } from './territory-sums.ts';

let server: TestServer;
let office: TestOffice;
let form: string;
beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  form = await addTestForm(server, { territory: office.region, school: office.northSchool });
});
afterAll(() => server.close());

const asked = { indicators: [{ code: 'R11', unit: 'share' }] as const, periods: ['SY2024', 'SY2025'] };
const atHand = () => inSystem(server, (tx) => listTerritorySums(tx, server.parts.database, asked));
const amounts = async () => (await atHand()).map(({ period, amount }) => `${period} ${amount}`);

async function put(tx: Tx, period: string, amount: number, submissionId: string | null): Promise<void> {
  const { id: orgUnitId, scope } = submissionId === null ? office.southSchool : office.northSchool;
  const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
  const value = {
    id: randomUUID(),
    org_unit_id: orgUnitId,
    scope,
    period_code: period,
    indicator_code: 'R11',
  };
  const said = { definition_version: 1, state: 'given', amount, total: 100, typed: null, source: 'typed' };
  const by = { submission_id: submissionId, made_by: person.id, made_at: server.parts.clock(), version: 1 };
  await tx
    .insertInto('indicator_value')
    .values({ ...value, ...said, ...by })
    .execute();
}

const moveTo = (stage: string) =>
  inSystem(server, (tx) => tx.updateTable('submission').set({ stage }).where('id', '=', form).execute());

describe('sums of municipalities at hand', () => {
  it('are those of this moment after whatever changes them', async () => {
    const steps: [what: string, change: () => Promise<unknown>, expected: string[]][] = [
      ['nothing is there', async () => {}, []],
      ['a value without a form', () => inSystem(server, (tx) => put(tx, 'SY2024', 10, null)), ['SY2024 10']],
      [
        'a value of a form with its school',
        () => inSystem(server, (tx) => put(tx, 'SY2025', 7, form)),
        ['SY2024 10'],
      ],
      ['the form is sent', () => moveTo('municipality'), ['SY2024 10', 'SY2025 7']],
      ['and accepted', () => moveTo('region'), ['SY2024 10', 'SY2025 7']],
      ['and returned', () => moveTo('school'), ['SY2024 10']],
      [
        'a value is changed',
        () => inSystem(server, (tx) => tx.updateTable('indicator_value').set({ amount: 11 }).execute()),
        ['SY2024 11'],
      ],
      ['a table is loaded', loadTable, ['SY2024 42']],
      [
        'the campaign goes',
        () => inSystem(server, (tx) => tx.deleteFrom('campaign').execute()),
        ['SY2024 42', 'SY2025 11'],
      ],
      ['values go', () => inSystem(server, (tx) => tx.deleteFrom('indicator_value').execute()), []],
    ];
    for (const [what, change, expected] of steps) {
      await change();
      expect([what, ...(await amounts())]).toEqual([what, ...expected]);
    }
  });

  it('forget what was seen of a change that was taken back', async () => {
    await inSystem(server, async (tx) => {
      await put(tx, 'SY2024', 5, null);
      expect(await listTerritorySums(tx, server.parts.database, asked)).toMatchObject([{ amount: 5 }]);
      throw new Error('taken back');
    }).catch(() => undefined);
    expect(await amounts()).toEqual([]);
  });

  it('do not read values again while nothing changed', async () => {
    await inSystem(server, (tx) => put(tx, 'SY2025', 9, null));
    const first = await atHand();
    const [one] = await atHand();
    expect(one).toBe(first[0]);
    expect(first).toEqual(
      await inSystem(server, (tx) => listIndicatorSums(tx, { ...asked, by: 'territory' })),
    );
  });
});

async function loadTable(): Promise<void> {
  const as = await office.signIn('municipal-coordinator', office.south);
  const file = sampleUpload('Свод.csv', 'Школа;R11\nМБОУ ООШ № 2;42 из 100', { period: 'SY2024' });
  const { id } = (await server.send('POST', '/api/value-imports', { as, ...file })).body;
  await server.send('POST', `/api/value-imports/${id}/apply`, { as, body: { version: 1 } });
}
