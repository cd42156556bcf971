import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../platform/settings.ts';
import { openTestOffice, type TestOffice } from './office-for-tests.ts';
import { addTestPerson } from './people-for-tests.ts';
import { startTestServer, type TestServer } from './server-for-tests.ts';

let server: TestServer;
let office: TestOffice;

beforeAll(async () => {
  server = await startTestServer({ OPORA_URL: 'https://opora.example.org' });
  office = await openTestOffice(server);
});
afterAll(() => server.close());

describe('a writing request of another site', () => {
  const write = async (headers: Record<string, string>) => {
    const as = await office.signIn('administrator', office.region);
    const answer = await server.send('PUT', '/api/me/language', { as, headers, body: { language: 'en' } });
    return [answer.status, answer.body.code];
  };

  it.each([
    ['a foreign origin', { origin: 'https://evil.example.org' }],
    ['no origin it may name', { origin: 'null' }],
    ['the same name on another port', { origin: 'https://opora.example.org:8443' }],
    ['a subdomain', { origin: 'https://evil.opora.example.org' }],
    ['a mark of the browser', { 'sec-fetch-site': 'cross-site' }],
    [
      'a mark of the browser beside our own origin',
      { origin: 'https://opora.example.org', 'sec-fetch-site': 'cross-site' },
    ],
  ])('is refused by %s', async (_what, headers) => {
    expect(await write(headers)).toEqual([403, 'origin-refused']);
  });

  it('is told from our own', async () => {
    const own = { origin: 'https://opora.example.org', 'sec-fetch-site': 'same-origin' };
    expect(await write(own)).toEqual([200, undefined]);
  });

  it('cannot pass as a form: only JSON is read', async () => {
    const as = await office.signIn('administrator', office.region);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = Buffer.from('language=en');
    expect((await server.send('PUT', '/api/me/language', { as, headers, body })).status).toBe(400);
  });
});

describe('every answer', () => {
  it.each(['/api/health', '/api/me', '/api/nothing'])('of %s has the headers of safety', async (path) => {
    const { headers } = await server.send('GET', path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toContain('max-age');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

it('a script that an update has taken away is not found, and not answered with the page', async () => {
  const answer = await server.send('GET', '/assets/plan-page-1a2b3c4d.js');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toContain('json');
});

it('calls from one address are bounded, files of the bundle are not counted among them', async () => {
  const own = await startTestServer();
  const statusOf = async (url: string) => (await own.app.inject({ method: 'GET', url })).statusCode;
  for (let call = 0; call < 6_000; call += 1) await statusOf('/api/health');
  const last = [await statusOf('/api/health'), await statusOf('/assets/none.js')];
  await own.close();
  expect(last).toEqual([429, 404]);
});

describe('a body', () => {
  it('larger than the limit is refused before it is read whole', async () => {
    const as = await office.signIn('administrator', office.region);
    const body = { language: 'ru', padding: 'x'.repeat(6_000_000) };
    const answer = await server.send('PUT', '/api/me/language', { as, body });
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
  });

  it('that is not JSON gets a clear answer', async () => {
    const as = await office.signIn('administrator', office.region);
    const headers = { 'content-type': 'application/json' };
    const answer = await server.send('PUT', '/api/me/language', { as, headers, body: Buffer.from('{"a":') });
    expect([answer.status, answer.body.code]).toEqual([400, 'input-invalid']);
  });
});

describe('whom a request is from', () => {
  const addressSeen = async (environment: Record<string, string>, from: string) => {
    const own = await startTestServer(environment);
    const person = await addTestPerson(own, (await openTestOffice(own)).north);
    const signedIn = await own.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress: from,
      headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.20' },
      payload: { email: person.email, password: person.password },
    });
    const as = `opora_session=${signedIn.cookies[0]?.value}`;
    const sessions = await own.send('GET', '/api/me/sessions', { as });
    await own.close();
    return sessions.body[0].address;
  };

  it('is told by nobody else as long as no proxy is set', async () => {
    expect(await addressSeen({}, '10.0.0.5')).toBe('10.0.0.5');
  });

  it('is told by the proxy that is set, and what came to the proxy itself is not believed', async () => {
    expect(await addressSeen({ OPORA_PROXY: '10.0.0.0/8' }, '10.0.0.5')).toBe('198.51.100.20');
  });

  it('is not told by anybody but that proxy', async () => {
    expect(await addressSeen({ OPORA_PROXY: '10.0.0.0/8, loopback' }, '192.0.2.1')).toBe('192.0.2.1');
  });

  it.each(['all', '10.0.0.0/33', '10.0.0.1/8/8', 'proxy.example.org', '10.0.0.0/x'])(
    'is not left to «%s»: the server does not start with it',
    (proxy) => {
      expect(() => readSettings({ OPORA_PROXY: proxy }, '/')).toThrow(proxy);
    },
  );
});
