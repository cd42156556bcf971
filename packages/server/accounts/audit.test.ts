import { TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditWords } from '@opora/domain/accounts/audit-catalog.ts';
import { auditValues, codeColumns } from '@opora/domain/accounts/audit-values-catalog.ts';
import { roleNames } from '@opora/domain/accounts/role-catalog.ts';
import { jsonColumns, silentColumns } from '@opora/domain/accounts/row-changes.ts';
import { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import type { AuditEntry, SignInEntry } from '@opora/domain/accounts/audit-contract.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp } from '../testing/people-for-tests.ts';
import { activityDraft, planDraft } from '../testing/plan-for-tests.ts';
import { rowNames } from './audit-name-queries.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
afterAll(() => server.close());

const send = (method: 'GET' | 'POST' | 'PUT', path: string, as: string, body?: object) =>
  server.send(method, `/api${path}`, { as, ...(body === undefined ? {} : { body }) });
const changes = async (as: string, query = ''): Promise<AuditEntry[]> =>
  (await send('GET', `/audit/changes?${query}`, as)).body.entries;
const signIns = async (as: string, query = ''): Promise<SignInEntry[]> =>
  (await send('GET', `/audit/sign-ins?${query}`, as)).body.entries;

async function asOwner<T>(query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    return (await client.query(query)).rows as T[];
  } finally {
    await client.end();
  }
}

const person = (unitId: string, change: object = {}) => ({
  orgUnitId: unitId,
  surname: 'Кедрова',
  givenName: 'Майя',
  patronymic: null,
  post: null,
  email: null,
  ...change,
});

describe('the history of changes', () => {
  it('tells who, when, what from and what to, with names in place of ids', async () => {
    const coordinator = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north },
    ]);
    const { cookie } = await signInOverHttp(server, coordinator);
    const added = (await send('POST', '/people', cookie, person(office.northSchool.id))).body;
    const change = person(office.northBranch.id, { post: 'методист', version: 1 });
    await send('PUT', `/people/${added.id}`, cookie, change);
    const [latest, first] = await changes(cookie, `table=person&rowId=${added.id}`);
    expect(latest).toMatchObject({
      actorId: coordinator.id,
      operation: 'changePerson',
      table: 'person',
      thing: 'Кедрова Майя',
      change: 'update',
    });
    expect(latest?.actorName?.replaceAll(/\s/g, ' ')).toBe('Смирнова О.');
    const byName = (latest?.fields ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
    expect(byName).toEqual([
      { name: 'org_unit_id', old: 'МБОУ СОШ № 1', new: 'Филиал в с. Речное' },
      { name: 'post', old: null, new: 'методист' },
    ]);
    expect(first).toMatchObject({ operation: 'addPerson', change: 'insert' });
  });

  it('is filtered by person, table and period', async () => {
    const coordinator = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north },
    ]);
    const { cookie } = await signInOverHttp(server, coordinator);
    await send('POST', '/people', cookie, person(office.northSchool.id));
    const own = await changes(cookie, `personId=${coordinator.id}`);
    expect(new Set(own.map((entry) => entry.actorId))).toEqual(new Set([coordinator.id]));
    expect(await changes(cookie, `personId=${coordinator.id}&table=org_unit`)).toEqual([]);
    expect(await changes(cookie, 'untilOn=2001-01-01')).toEqual([]);
    expect(await changes(cookie, 'fromOn=2190-01-01')).toEqual([]);
    const idle = await addTestPerson(server, office.north);
    const auditors = (await send('GET', '/audit/people', cookie)).body;
    const told = auditors.map((auditor: { id: string }) => auditor.id);
    expect([told.includes(coordinator.id), told.includes(idle.id)]).toEqual([true, false]);
  });

  it('shows a coordinator her own territory only, also when another role lets her see more', async () => {
    const both = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north },
      { role: 'observer', unit: office.region },
    ]);
    const south = await office.signIn('municipal-coordinator', office.south);
    const { id } = (await send('POST', '/people', south, person(office.southSchool.id))).body;
    const { cookie } = await signInOverHttp(server, both);
    expect(await changes(cookie, `rowId=${id}`)).toEqual([]);
    expect(await changes(south, `rowId=${id}`)).toHaveLength(1);
  });

  it('comes page by page without a gap or a repeat, though many changes have one instant', async () => {
    const as = await office.signIn('administrator', office.region);
    for (let n = 0; n < 30; n += 1) await send('POST', '/people', as, person(office.northSchool.id));
    const all = await asOwner<{ id: string }>('select id from region.audit order by at desc, id desc');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const query = after === '' ? '' : `after=${encodeURIComponent(after)}`;
      const { entries, next } = (await send('GET', `/audit/changes?${query}`, as)).body;
      seen.push(...entries.map((entry: AuditEntry) => entry.cursor.split(' ')[1]));
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual(all.map(({ id }) => String(id)));
    expect((await send('GET', '/audit/changes?after=x', as)).status).toBe(400);
    const wrong = encodeURIComponent('2026-99-99T00:00:00Z 1');
    expect((await send('GET', `/audit/changes?after=${wrong}`, as)).status).toBe(400);
  });

  it('calls what the rows of a plan refer to by name, and states and deadlines by their words', async () => {
    const as = await office.signIn('municipal-coordinator', office.north);
    const party = { raw: 'Школа', role: 'lead' as const, orgUnitId: office.northSchool.id, personId: null };
    const activities = [activityDraft({ no: '1.1', title: 'Семинар', parties: [party] })];
    const draft = planDraft(office.north.id, { title: 'Дорожная карта', activities });
    const { planId } = (await send('POST', '/plans', as, draft)).body;
    const shown = async (table: string) =>
      Object.fromEntries(
        (await changes(as, `table=${table}`))[0]?.fields.map((field) => [field.name, field.new]) ?? [],
      );
    expect(await shown('activity')).toMatchObject({ plan_id: 'Дорожная карта', deadline: 'март 2026' });
    expect(await shown('instance')).toMatchObject({
      plan_id: 'Дорожная карта',
      activity_id: '1.1 Семинар',
      executors: office.northSchool.name,
    });
    expect(await shown('activity_party')).toMatchObject({ org_unit_id: office.northSchool.name });
    const [instance] = await changes(as, 'table=instance');
    expect(instance?.thing).toBe('1.1 Семинар');
    const all = (await changes(as)).flatMap(({ fields }) =>
      fields.flatMap((field) => [field.old, field.new]),
    );
    const unread = all.filter((text) => text !== null && (isUuid.test(text) || /^[[{]/.test(text)));
    expect([planId, unread]).toEqual([planId, []]);
  });
});

const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the words of the history', () => {
  type Column = { table: string; column: string; type: string; target: string | null };
  let audited: Column[] = [];
  beforeAll(async () => {
    const all = await asOwner<Column>(`
      select c.relname as table, a.attname as column, a.atttypid::regtype::text as type,
        (select f.confrelid::regclass::text from pg_constraint f
         where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as target
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where t.tgname = c.relname || '_audit' and not a.attisdropped`);
    audited = all.filter(({ column }) => !silentColumns.has(column));
    expect(audited.length).toBeGreaterThan(100);
  });

  it('name every table and column that is kept', () => {
    const wordless = audited.flatMap(({ table, column }) => [
      ...(table in auditWords.ru.tables ? [] : [table]),
      ...(column in auditWords.ru.columns ? [] : [`${table}.${column}`]),
    ]);
    expect([...new Set(wordless)]).toEqual([]);
  });

  it('name whatever a row refers to', () => {
    const targets = audited.flatMap(({ target }) => (target === null ? [] : [target.replace('region.', '')]));
    expect([...new Set(targets)].filter((target) => !(target in rowNames))).toEqual([]);
  });

  it('read every column that is JSON', () => {
    const json = audited.filter(({ type }) => type === 'jsonb').map(({ column }) => column);
    expect(json.filter((column) => !(column in jsonColumns))).toEqual([]);
  });

  it('have a word for every code that a column may hold', async () => {
    const checks = await asOwner<{ table: string; check: string }>(`
      select c.relname as table, pg_get_constraintdef(k.oid) as check from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_trigger t on t.tgrelid = c.oid and t.tgname = c.relname || '_audit'
      where k.contype = 'c'`);
    const codes = checks.flatMap(({ check }) => {
      const [, column = ''] = /^CHECK \(\((\w+) = ANY/.exec(check) ?? [];
      return codeColumns.has(column)
        ? [...check.matchAll(/'([^']+)'::text/g)].map(([, code = '']) => code)
        : [];
    });
    expect(codes.length).toBeGreaterThan(40);
    const options = [...DraftEdit.options, ...AmendmentEdit.options];
    const edits = options.map((option) => option.shape.kind.value);
    const wordless = [...codes, ...edits].filter((code) => !(code in auditValues.ru || code in roleNames.ru));
    expect(wordless).toEqual([]);
  });
});

describe('secrets', () => {
  it('stand in no row of the history, in no operation and in no sign-in', async () => {
    const as = await office.signIn('administrator', office.region);
    const email = 'secret-bearer@example.org';
    const { id } = (await send('POST', '/people', as, person(office.northSchool.id, { email }))).body;
    const { address } = (await send('POST', `/people/${id}/link`, as, {})).body;
    const secret = address.split('#')[1];
    const password = 'пять синих зонтов';
    await server.send('POST', '/api/link/use', { body: { secret, password } });
    const { cookie } = await signInOverHttp(server, { email, password });
    const totp = (await send('POST', '/me/second-factor/begin', cookie, {})).body.secret;
    const code = new TOTP({ secret: totp }).generate({ timestamp: server.parts.clock().getTime() });
    const { recoveryCodes } = (await send('POST', '/me/second-factor/confirm', cookie, { code })).body;
    await signInOverHttp(server, { email, password: 'неверный-пароль' });
    await signInOverHttp(server, { email: 'typo@example.org', password });

    const rows = await asOwner<{ text: string }>(`
      select a::text as text from region.audit a union all select o::text from region.operation o
      union all select s::text from region.sign_in_event s`);
    const text = rows.map((row) => row.text).join('\n');
    const kept = await asOwner<{ hash: string }>(`
      select password_hash as hash from region.account where password_hash is not null
      union all select code_hash from region.recovery_code union all select secret_hash from region.one_time_link
      union all select id from region.session`);
    for (const one of [secret, password, 'неверный-пароль', totp, 'typo@example.org', ...recoveryCodes]) {
      expect(text).not.toContain(one);
    }
    for (const { hash } of kept) expect(text).not.toContain(hash);
    const [latest] = (await changes(as, `table=account&rowId=${id}`)).filter(({ fields }) =>
      fields.some(({ name }) => name === 'password_hash'),
    );
    expect(latest?.fields).toContainEqual({ name: 'password_hash', old: null, new: '…' });
  });
});

describe('the history of sign-ins', () => {
  it('has successes, failures and locks with address and device, for those of the territory', async () => {
    const coordinator = await office.signIn('municipal-coordinator', office.north);
    const someone = await addTestPerson(server, office.northSchool);
    const { cookie } = await signInOverHttp(server, someone);
    await server.send('POST', '/api/sign-out', { as: cookie, body: {} });
    for (let n = 0; n < 6; n += 1) await signInOverHttp(server, { ...someone, password: 'не-тот-пароль' });
    const outcomes = (await signIns(coordinator, `personId=${someone.id}`)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'locked',
      'signed-in',
      'signed-out',
      ...Array.from({ length: 5 }, () => 'wrong-password'),
    ]);
    const south = await office.signIn('municipal-coordinator', office.south);
    expect(await signIns(south, `personId=${someone.id}`)).toEqual([]);
  });

  it('shows attempts at unknown addresses to the region only', async () => {
    await signInOverHttp(server, { email: 'nobody@example.org', password: 'не-тот-пароль' });
    const unknown = async (as: string) =>
      (await signIns(as)).filter(({ outcome }) => outcome === 'unknown-person').length;
    expect(await unknown(await office.signIn('regional-coordinator', office.region))).toBeGreaterThan(0);
    expect(await unknown(await office.signIn('municipal-coordinator', office.north))).toBe(0);
  });
});
