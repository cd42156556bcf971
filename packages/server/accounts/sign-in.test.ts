import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, signInOverHttp } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

const start = new Date('2026-03-02T09:00:00+03:00');
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
});
beforeEach(() => server.setNow(start));
afterAll(() => server.close());

const coordinator = () =>
  addTestPerson(server, office.north, [{ role: 'municipal-coordinator', unit: office.north }]);
const signInsOf = async (personId: string) =>
  server.send('GET', `/api/audit/sign-ins?personId=${personId}`, {
    as: await office.signIn('administrator', office.region),
  });
const me = (cookie: string) => server.send('GET', '/api/me', { as: cookie });

describe('signing in with a password', () => {
  it('opens a session that knows the person, her roles and where she holds them', async () => {
    const person = await coordinator();
    const { status, body, cookie } = await signInOverHttp(server, person);
    expect([status, body]).toEqual([200, { step: 'open' }]);
    const known = await me(cookie);
    expect(known.body).toMatchObject({
      personId: person.id,
      surname: 'Смирнова',
      orgUnitName: 'Северный район',
    });
    expect(known.body.grants).toEqual([
      {
        id: expect.any(String),
        role: 'municipal-coordinator',
        scope: office.north.scope,
        orgUnitId: office.north.id,
        orgUnitName: 'Северный район',
        acting: false,
        untilOn: null,
      },
    ]);
  });

  it('takes the address in any letter case', async () => {
    const person = await coordinator();
    const answer = await signInOverHttp(server, { ...person, email: ` ${person.email.toUpperCase()}` });
    expect(answer.status).toBe(200);
  });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await signInOverHttp(server, await coordinator());
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('marks the cookie Secure when the address is https', async () => {
    const safe = await startTestServer({ OPORA_URL: 'https://opora.example.org' });
    const own = await openTestOffice(safe);
    const { headers } = await signInOverHttp(safe, await addTestPerson(safe, own.north));
    await safe.close();
    expect(String(headers['set-cookie'])).toContain('Secure');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const person = await coordinator();
    const wrong = await signInOverHttp(server, { ...person, password: 'не-тот-пароль' });
    const unknown = await signInOverHttp(server, { email: 'nobody@example.org', password: 'не-тот-пароль' });
    expect([wrong.status, wrong.cookie]).toEqual([422, '']);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('closes the account for a minute after five wrong attempts, even to the right password', async () => {
    const person = await coordinator();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await signInOverHttp(server, { ...person, password: 'не-тот-пароль' });
    }
    expect((await signInOverHttp(server, person)).status).toBe(422);
    server.setNow(later(1.1));
    expect((await signInOverHttp(server, person)).status).toBe(200);
  });

  it('counts guesses sent at once one by one', async () => {
    const person = await coordinator();
    const guesses = Array.from({ length: 12 }, (_, at) =>
      signInOverHttp(server, { ...person, password: `догадка-номер-${at}` }),
    );
    const codes = (await Promise.all(guesses)).map((answer) => answer.body.code);
    expect(new Set(codes)).toEqual(new Set(['accounts-wrong-credentials']));
    const { body } = await signInsOf(person.id);
    const outcomes = body.entries.map((entry: { outcome: string }) => entry.outcome);
    expect(outcomes.filter((outcome: string) => outcome === 'wrong-password')).toHaveLength(5);
    expect(outcomes.filter((outcome: string) => outcome === 'locked')).toHaveLength(7);
  });

  it('answers for a locked account as for an unknown address, and takes as long', async () => {
    const own = await startTestServer();
    const person = await addTestPerson(own, (await openTestOffice(own)).north);
    const guess = { ...person, password: 'не-тот-пароль' };
    for (let attempt = 0; attempt < 5; attempt += 1) await signInOverHttp(own, guess);
    const took = async (typed: { email: string; password: string }) => {
      const begun = performance.now();
      const { body, status } = await signInOverHttp(own, typed);
      return { answer: [status, body], ms: performance.now() - begun };
    };
    const locked = [await took(guess), await took(person), await took(guess)];
    const unknown = { email: 'nobody@example.org', password: 'не-тот-пароль' };
    const others = [await took(unknown), await took(unknown), await took(unknown)];
    await own.close();
    for (const { answer } of locked) expect(answer).toEqual(others[0]!.answer);
    const least = (timed: { ms: number }[]) => Math.min(...timed.map(({ ms }) => ms));
    // Without the work of the hash a locked account would answer in a tenth of the time.
    expect(least(locked)).toBeGreaterThan(least(others) / 2);
  });

  it('counts attempts at a locked account against the address like any others', async () => {
    const own = await startTestServer();
    const person = await addTestPerson(own, (await openTestOffice(own)).north);
    const guess = { ...person, password: 'не-тот-пароль' };
    for (let attempt = 0; attempt < 30; attempt += 1) await signInOverHttp(own, guess);
    const answer = await signInOverHttp(own, guess);
    await own.close();
    expect(answer.body.code).toBe('too-many-requests');
  });

  it('forgets wrong attempts after a right one', async () => {
    const person = await coordinator();
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await signInOverHttp(server, { ...person, password: 'не-тот-пароль' });
      }
      server.setNow(later(20 * (round + 1)));
      expect((await signInOverHttp(server, person)).status).toBe(200);
    }
  });

  it('makes an address wait after thirty failures, whoever’s accounts were tried', async () => {
    const own = await startTestServer();
    const unit = (await openTestOffice(own)).north;
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await signInOverHttp(own, { email: `guess${attempt}@example.org`, password: 'не-тот-пароль' });
    }
    const answer = await signInOverHttp(own, await addTestPerson(own, unit));
    await own.close();
    expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const { cookie } = await signInOverHttp(server, await coordinator());
    expect((await server.send('POST', '/api/sign-out', { as: cookie })).status).toBe(200);
    expect((await me(cookie)).body.code).toBe('not-signed-in');
  });

  it('ends after twelve hours without use', async () => {
    const { cookie } = await signInOverHttp(server, await coordinator());
    server.setNow(later(11 * 60));
    expect((await me(cookie)).status).toBe(200);
    server.setNow(later(22 * 60));
    expect((await me(cookie)).status).toBe(200);
    server.setNow(later(35 * 60));
    expect((await me(cookie)).status).toBe(401);
  });

  it('ends after fourteen days however busy it is', async () => {
    const { cookie } = await signInOverHttp(server, await coordinator());
    for (let hours = 11; hours < 14 * 24; hours += 11) {
      server.setNow(later(hours * 60));
      expect((await me(cookie)).status).toBe(200);
    }
    server.setNow(later(14 * 24 * 60));
    expect((await me(cookie)).status).toBe(401);
  });

  it('gives no rights of a role that has not begun or is over', async () => {
    const person = await addTestPerson(server, office.north, [
      { role: 'municipal-coordinator', unit: office.north, fromOn: '2026-03-03', untilOn: '2026-03-04' },
    ]);
    const see = async (day: string) => {
      server.setNow(new Date(`${day}T12:00:00+03:00`));
      const { cookie } = await signInOverHttp(server, person);
      return (await server.send('GET', '/api/org-units', { as: cookie })).status;
    };
    expect(await see('2026-03-02')).toBe(403);
    expect(await see('2026-03-03')).toBe(200);
    expect(await see('2026-03-04')).toBe(200);
    expect(await see('2026-03-05')).toBe(403);
  });
});
