import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inSystem, openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, cookieOf, signInOverHttp, type TestPerson } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

const start = new Date('2026-03-02T09:00:00+03:00');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
beforeEach(() => server.setNow(start));
afterAll(() => server.close());

const codeAt = (secret: string, now: Date) => new TOTP({ secret }).generate({ timestamp: now.getTime() });
const post = (path: string, cookie: string, body: object = {}) =>
  server.send('POST', `/api${path}`, { as: cookie, body });

type Enrolled = { person: TestPerson; cookie: string; secret: string; recoveryCodes: string[] };

async function enrol(person: TestPerson): Promise<Enrolled> {
  const first = await signInOverHttp(server, person);
  const { secret } = (await post('/me/second-factor/begin', first.cookie)).body;
  const confirmed = await post('/me/second-factor/confirm', first.cookie, {
    code: codeAt(secret, server.parts.clock()),
  });
  expect(confirmed.status).toBe(200);
  return { person, cookie: cookieOf(confirmed), secret, recoveryCodes: confirmed.body.recoveryCodes };
}

const newPerson = () =>
  addTestPerson(server, office.north, [{ role: 'municipal-coordinator', unit: office.north }]);

describe('setting up a second factor', () => {
  it('answers an address for the app and ten recovery codes, and renews the session', async () => {
    const person = await newPerson();
    const before = await signInOverHttp(server, person);
    const begun = await post('/me/second-factor/begin', before.cookie);
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/.+secret=/);
    const { cookie, recoveryCodes } = await enrol(person);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect((await server.send('GET', '/api/me', { as: before.cookie })).status).toBe(401);
    expect((await server.send('GET', '/api/me', { as: cookie })).body.hasSecondFactor).toBe(true);
  });

  it('is not in force until a code confirms it', async () => {
    const person = await newPerson();
    const { cookie } = await signInOverHttp(server, person);
    await post('/me/second-factor/begin', cookie);
    const wrong = await post('/me/second-factor/confirm', cookie, { code: '000000' });
    expect(wrong.body.code).toBe('accounts-wrong-code');
    expect((await signInOverHttp(server, person)).body).toEqual({ step: 'open' });
  });
});

describe('signing in with a second factor', () => {
  it('opens nothing before the code, and gives another cookie after it', async () => {
    const { person, secret } = await enrol(await newPerson());
    server.setNow(after(60));
    const half = await signInOverHttp(server, person);
    expect(half.body).toEqual({ step: 'second-factor' });
    const early = await server.send('GET', '/api/me', { as: half.cookie });
    expect([early.status, early.body.code]).toEqual([401, 'second-factor-needed']);
    expect((await server.send('GET', '/api/org-units', { as: half.cookie })).status).toBe(401);
    const whole = await post('/sign-in/second-factor', half.cookie, { code: codeAt(secret, after(60)) });
    expect(whole.body).toEqual({ step: 'open' });
    expect(cookieOf(whole)).not.toBe(half.cookie);
    expect((await server.send('GET', '/api/me', { as: cookieOf(whole) })).status).toBe(200);
    expect((await server.send('GET', '/api/me', { as: half.cookie })).body.code).toBe('not-signed-in');
  });

  it('does not let an unfinished sign-in replace the second factor', async () => {
    const { person } = await enrol(await newPerson());
    const { cookie } = await signInOverHttp(server, person);
    expect((await post('/me/second-factor/begin', cookie)).status).toBe(401);
    expect((await post('/me/second-factor/confirm', cookie, { code: '000000' })).status).toBe(401);
    expect((await post('/me/second-factor/remove', cookie, { code: '000000' })).status).toBe(401);
  });

  it('takes a code once, and one step early or late but no more', async () => {
    const { person, secret } = await enrol(await newPerson());
    const pass = async (now: Date, codeOf: Date) => {
      server.setNow(now);
      const { cookie } = await signInOverHttp(server, person);
      return (await post('/sign-in/second-factor', cookie, { code: codeAt(secret, codeOf) })).status;
    };
    expect(await pass(after(0), start)).toBe(422);
    expect(await pass(after(120), after(90))).toBe(200);
    expect(await pass(after(121), after(90))).toBe(422);
    expect(await pass(after(300), after(330))).toBe(200);
    expect(await pass(after(600), after(540))).toBe(422);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const { person, recoveryCodes } = await enrol(await newPerson());
    const pass = async (code: string) => {
      const { cookie } = await signInOverHttp(server, person);
      return (await post('/sign-in/second-factor', cookie, { code })).status;
    };
    const typed = recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ');
    expect(await pass(typed)).toBe(200);
    expect(await pass(recoveryCodes[3]!)).toBe(422);
    expect(await pass(recoveryCodes[4]!)).toBe(200);
  });

  it('locks after five wrong codes, though the password is right each time', async () => {
    const { person } = await enrol(await newPerson());
    const { cookie } = await signInOverHttp(server, person);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await post('/sign-in/second-factor', cookie, { code: '000000' });
    }
    expect((await post('/sign-in/second-factor', cookie, { code: '000000' })).body.code).toBe(
      'accounts-locked',
    );
    expect((await signInOverHttp(server, person)).body.code).toBe('accounts-wrong-credentials');
  });

  it('is dropped with a code, and its recovery codes with it', async () => {
    const { person, cookie, secret } = await enrol(await newPerson());
    server.setNow(after(60));
    const removed = await post('/me/second-factor/remove', cookie, { code: codeAt(secret, after(60)) });
    expect(removed.status).toBe(200);
    expect((await signInOverHttp(server, person)).body).toEqual({ step: 'open' });
  });
});

describe('a role that must have a second factor', () => {
  it('leads its holder to set one up at the next sign-in, and does not let her drop it', async () => {
    const administrator = await office.signIn('administrator', office.region);
    const policy = { secondFactorRoles: ['municipal-coordinator'], version: 0 };
    const set = await server.send('PUT', '/api/sign-in-policy', { as: administrator, body: policy });
    expect(set.status).toBe(200);
    const person = await newPerson();
    const half = await signInOverHttp(server, person);
    expect(half.body).toEqual({ step: 'enrolment' });
    expect((await server.send('GET', '/api/me', { as: half.cookie })).body.code).toBe('second-factor-needed');
    const { cookie, secret } = await enrol(person);
    expect((await server.send('GET', '/api/me', { as: cookie })).status).toBe(200);
    server.setNow(after(60));
    const removed = await post('/me/second-factor/remove', cookie, { code: codeAt(secret, after(60)) });
    expect(removed.body.code).toBe('accounts-second-factor-required');
    const nobody = await addTestPerson(server, office.north, [{ role: 'observer', unit: office.north }]);
    expect((await signInOverHttp(server, nobody)).body).toEqual({ step: 'open' });
    await inSystem(server, (tx) => tx.deleteFrom('sign_in_policy').execute());
  });

  it('is decided by an administrator of the region only, and by one at a time', async () => {
    const coordinator = await office.signIn('regional-coordinator', office.region);
    const local = await office.signIn('administrator', office.north);
    const administrator = await office.signIn('administrator', office.region);
    const body = { secondFactorRoles: ['curator'], version: 0 };
    const put = async (as: string) => (await server.send('PUT', '/api/sign-in-policy', { as, body })).status;
    expect(await put(coordinator)).toBe(403);
    expect(await put(local)).toBe(403);
    expect(await put(administrator)).toBe(200);
    expect(await put(administrator)).toBe(409);
    await inSystem(server, (tx) => tx.deleteFrom('sign_in_policy').execute());
  });
});
