import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, cookieOf, signInOverHttp } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import type { Database } from '../platform/database.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read } from '../platform/transaction.ts';

const start = new Date('2026-03-02T09:00:00+03:00');
const afterHours = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000);
const smtpPort = 5145;
const password = 'новый снег на крыше';

type Letter = { readonly to: string; readonly text: string };

let server: TestServer;
let office: TestOffice;
let smtp: SMTPServer;
let letters: Letter[] = [];
/** What a test does between the letter's coming and its being taken. */
let beforeLetter = async (): Promise<void> => undefined;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let source = '';
      stream.on('data', (piece: Buffer) => (source += piece.toString('latin1')));
      stream.on('end', () => {
        const body = source.slice(source.indexOf('\r\n\r\n') + 4);
        const isBase64 = /content-transfer-encoding: base64/i.test(source);
        const text = isBase64
          ? Buffer.from(body, 'base64').toString('utf8')
          : body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
        const to = session.envelope.rcptTo[0]?.address ?? '';
        letters.push({ to, text });
        // oxlint-disable-next-line no-callback-in-promise -- the mail server of the test knows nothing else
        beforeLetter().then(() => done(), done);
      });
    },
  });
  await new Promise<void>((done) => smtp.listen(smtpPort, '127.0.0.1', done));
  server = await startTestServer({ SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });
  office = await openTestOffice(server);
});
beforeEach(() => {
  server.setNow(start);
  letters = [];
});
afterAll(async () => {
  await server.close();
  await new Promise<void>((done) => smtp.close(done));
});

async function newPerson(): Promise<{ id: string; email: string; as: string }> {
  const as = await office.signIn('municipal-coordinator', office.north);
  const email = `new-${Math.random().toString(36).slice(2)}@example.org`;
  const fields = { surname: 'Белова', givenName: 'Нина', patronymic: null, post: null };
  const body = { ...fields, email, orgUnitId: office.northSchool.id };
  const added = await server.send('POST', '/api/people', { as, body });
  expect(added.status).toBe(200);
  return { id: added.body.id, email, as };
}

const countLinks = (database: Database, personId: string) =>
  read(database, systemEntry, async (db) => {
    const rows = await db
      .selectFrom('one_time_link')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    return rows.length;
  });

const invite = async ({ id, as }: { id: string; as: string }) =>
  (await server.send('POST', `/api/people/${id}/link`, { as, body: {} })).body;
const secretOf = (address: string) => address.split('#')[1] ?? '';
const open = (secret: string) => server.send('POST', '/api/link', { body: { secret } });
const use = (secret: string, chosen = password) =>
  server.send('POST', '/api/link/use', { body: { secret, password: chosen } });
const lettersTo = async (email: string): Promise<Letter[]> => {
  await expect.poll(() => letters.some((letter) => letter.to === email), { timeout: 5_000 }).toBe(true);
  return letters.filter((letter) => letter.to === email);
};

describe('an invitation', () => {
  it('is mailed and shown to who made it; the secret stands behind #, where no log sees it', async () => {
    const person = await newPerson();
    const link = await invite(person);
    expect(link).toMatchObject({ purpose: 'invitation', mailed: true });
    expect(link.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/link#[\w-]{43}$/);
    const [letter] = await lettersTo(person.email);
    expect(letter?.text).toContain(link.address);
  });

  it('is in the database before its letter goes out, and holds no connection while the mail server thinks', async () => {
    const person = await newPerson();
    const { database } = server.parts;
    const seen: number[] = [];
    beforeLetter = async () => {
      seen.push(await countLinks(database, person.id));
    };
    const link = await invite(person);
    beforeLetter = async () => undefined;
    expect([link.mailed, seen]).toEqual([true, [1]]);
  });

  it('tells whose it is, sets the password and signs in', async () => {
    const person = await newPerson();
    const secret = secretOf((await invite(person)).address);
    expect((await open(secret)).body).toEqual({
      purpose: 'invitation',
      name: 'Белова Нина',
      email: person.email,
    });
    const used = await use(secret);
    expect(used.body).toEqual({ step: 'open' });
    expect((await server.send('GET', '/api/me', { as: cookieOf(used) })).body.personId).toBe(person.id);
    expect((await signInOverHttp(server, { email: person.email, password })).status).toBe(200);
  });

  it('works once, also for two that come at the same moment', async () => {
    const secret = secretOf((await invite(await newPerson())).address);
    const answers = await Promise.all([use(secret), use(secret), use(secret)]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    expect((await use(secret)).body.code).toBe('accounts-link-invalid');
  });

  it('stays unused when the password is refused', async () => {
    const secret = secretOf((await invite(await newPerson())).address);
    expect((await use(secret, 'короткий')).body.code).toBe('accounts-password-short');
    expect((await use(secret)).status).toBe(200);
  });

  it('lasts seven days', async () => {
    const secret = secretOf((await invite(await newPerson())).address);
    server.setNow(afterHours(7 * 24 - 1));
    expect((await open(secret)).status).toBe(200);
    server.setNow(afterHours(7 * 24));
    expect((await use(secret)).body.code).toBe('accounts-link-invalid');
  });

  it('ends when a newer one is made, and when the address is changed', async () => {
    const person = await newPerson();
    const first = secretOf((await invite(person)).address);
    const second = secretOf((await invite(person)).address);
    expect((await open(first)).body.code).toBe('accounts-link-invalid');
    const { body } = await server.send('GET', `/api/people/${person.id}`, { as: person.as });
    const { surname, givenName, patronymic, post, orgUnitId, version } = body;
    const change = { surname, givenName, patronymic, post, orgUnitId, version, email: `x${person.email}` };
    const changed = await server.send('PUT', `/api/people/${person.id}`, { as: person.as, body: change });
    expect(changed.status).toBe(200);
    expect((await open(second)).body.code).toBe('accounts-link-invalid');
  });
});

describe('a reset', () => {
  it('by an administrator ends the sessions and the old password', async () => {
    const person = await addTestPerson(server, office.north);
    const as = await office.signIn('municipal-coordinator', office.north);
    const before = await signInOverHttp(server, person);
    const link = await invite({ id: person.id, as });
    expect(link.purpose).toBe('reset');
    expect((await server.send('GET', '/api/me', { as: before.cookie })).status).toBe(200);
    expect((await use(secretOf(link.address))).status).toBe(200);
    expect((await server.send('GET', '/api/me', { as: before.cookie })).status).toBe(401);
    expect((await signInOverHttp(server, person)).status).toBe(422);
    expect((await signInOverHttp(server, { ...person, password })).status).toBe(200);
  });

  it('asked for by mail answers alike for a known and an unknown address', async () => {
    const person = await addTestPerson(server, office.north);
    const ask = (email: string) => server.send('POST', '/api/reset-request', { body: { email } });
    const [known, unknown] = [await ask(person.email), await ask('nobody@example.org')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const [letter] = await lettersTo(person.email);
    expect((await use(/#([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '')).status).toBe(200);
    expect(letters.some((sent) => sent.to === 'nobody@example.org')).toBe(false);
  });

  it('is mailed once in five minutes, however often it is asked for', async () => {
    const person = await addTestPerson(server, office.north);
    const ask = () => server.send('POST', '/api/reset-request', { body: { email: person.email } });
    await ask();
    await lettersTo(person.email);
    await ask();
    await ask();
    const other = await addTestPerson(server, office.north);
    await server.send('POST', '/api/reset-request', { body: { email: other.email } });
    await lettersTo(other.email);
    expect(await lettersTo(person.email)).toHaveLength(1);
  });

  it('is not offered where no mail is set up', async () => {
    const silent = await startTestServer();
    const answer = await silent.send('POST', '/api/reset-request', { body: { email: 'a@example.org' } });
    await silent.close();
    expect(answer.body.code).toBe('accounts-no-mail');
  });
});

describe('my sessions', () => {
  it('are listed with device and last use, and ended one by one or all but this', async () => {
    const person = await addTestPerson(server, office.north);
    const one = await signInOverHttp(server, person);
    const two = await signInOverHttp(server, person);
    const three = await signInOverHttp(server, person);
    const list = (as: string) => server.send('GET', '/api/me/sessions', { as });
    const { body } = await list(one.cookie);
    expect(body).toHaveLength(3);
    expect(body.filter((session: { isThis: boolean }) => session.isThis)).toHaveLength(1);
    const other = (await list(two.cookie)).body.find((session: { isThis: boolean }) => session.isThis);
    const revoke = `/api/me/sessions/${other.id}/revoke`;
    expect((await server.send('POST', revoke, { as: one.cookie, body: {} })).status).toBe(200);
    expect((await list(two.cookie)).status).toBe(401);
    const rest = await server.send('POST', '/api/me/sessions/revoke-others', { as: one.cookie, body: {} });
    expect(rest.body).toEqual({ count: 1 });
    expect((await list(three.cookie)).status).toBe(401);
    expect((await list(one.cookie)).body).toHaveLength(1);
  });

  it('are nobody else’s to end', async () => {
    const mine = await signInOverHttp(server, await addTestPerson(server, office.north));
    const hers = await signInOverHttp(server, await addTestPerson(server, office.north));
    const [session] = (await server.send('GET', '/api/me/sessions', { as: hers.cookie })).body;
    const revoke = `/api/me/sessions/${session.id}/revoke`;
    expect((await server.send('POST', revoke, { as: mine.cookie, body: {} })).status).toBe(404);
    expect((await server.send('GET', '/api/me', { as: hers.cookie })).status).toBe(200);
  });

  it('end with a new password, but for the one that changed it, which gets a new cookie', async () => {
    const person = await addTestPerson(server, office.north);
    const [here, there] = [await signInOverHttp(server, person), await signInOverHttp(server, person)];
    const change = (current: string) =>
      server.send('POST', '/api/me/password', { as: here.cookie, body: { current, next: password } });
    expect((await change('не-тот-пароль')).body.code).toBe('accounts-wrong-password');
    const changed = await change(person.password);
    expect(changed.status).toBe(200);
    const me = async (as: string) => (await server.send('GET', '/api/me', { as })).status;
    expect([await me(here.cookie), await me(there.cookie), await me(cookieOf(changed))]).toEqual([
      401, 401, 200,
    ]);
  });
});
