import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookieOf } from '../testing/people-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;

const first = {
  regionName: 'Озёрная область',
  surname: 'Ларина',
  givenName: 'Вера',
  patronymic: null,
  post: null,
  email: 'larina@example.org',
  password: 'тихая-река-утром',
};
const add = (headers: Record<string, string> = {}, change: object = {}) =>
  server.send('POST', '/api/first-administrator', { body: { ...first, ...change }, headers });
const page = async (headers: Record<string, string> = {}) =>
  (await server.send('GET', '/api/sign-in', { headers })).body.firstStart;

describe('the first administrator', () => {
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('is added on the computer of the server, with the region, and is signed in', async () => {
    expect(await page()).toBe('here');
    const answer = await add();
    expect(answer.body).toEqual({ step: 'open' });
    const me = await server.send('GET', '/api/me', { as: cookieOf(answer) });
    expect(me.body.grants).toMatchObject([
      { role: 'administrator', scope: 'region', orgUnitName: 'Озёрная область' },
    ]);
    expect(await page()).toBe('no');
  });

  it('is added once', async () => {
    await add();
    const again = await add({}, { email: 'other@example.org' });
    expect([again.status, again.body.code]).toEqual([409, 'accounts-first-exists']);
  });

  it('is one even when two ask at the same moment', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => add({}, { email: `${name}@example.org` })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });
});

describe('the first administrator, of whom none is added here,', () => {
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  afterEach(async () => expect(await page()).toBe('here'));

  it.each([
    ['a proxy passes the request on', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy names itself', { via: '1.1 gate' }],
    ['a proxy tells only the name that was asked for', { 'x-forwarded-host': 'opora.example.org' }],
    ['the name asked for is another host’s', { host: 'opora.example.org' }],
  ])('is not added when %s', async (_why, headers) => {
    expect(await page(headers)).toBe('elsewhere');
    const answer = await add(headers);
    expect([answer.status, answer.body.code]).toEqual([403, 'accounts-first-not-here']);
  });

  it.each([
    ['a proxy is set up', { OPORA_PROXY: 'loopback' }],
    ['only a proxy can speak https for the server', { OPORA_URL: 'https://opora.example.org' }],
  ])('is not added on any page when %s, though it hides itself', async (_why, environment) => {
    const behind = await startTestServer(environment);
    const answer = await behind.send('POST', '/api/first-administrator', { body: first });
    await behind.close();
    expect([answer.status, answer.body.code]).toEqual([403, 'accounts-first-not-here']);
  });

  it('is not added from another computer', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/first-administrator',
      remoteAddress: '192.168.1.20',
      payload: first,
    });
    expect(answer.json().code).toBe('accounts-first-not-here');
  });

  it.each([
    ['короткий', 'accounts-password-short'],
    ['йцукенгшщз', 'accounts-password-leaked'],
    ['Ларина2026', 'accounts-password-personal'],
  ])('may not have the password «%s»', async (password, code) => {
    const answer = await add({}, { password });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });
});
