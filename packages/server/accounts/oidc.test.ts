import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { addTestPerson, cookieOf } from '../testing/people-for-tests.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/server-for-tests.ts';

type Claims = { readonly email: string; readonly email_verified: boolean };

let provider: Server;
let server: TestServer;
let office: TestOffice;
/** Accounts at the provider, by subject. */
const accounts = new Map<string, Claims>();

beforeAll(async () => {
  const issuer = await listen();
  server = await startTestServer({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'opora',
    OIDC_CLIENT_SECRET: 'kept-between-the-two',
  });
  office = await openTestOffice(server);
});
beforeEach(() => accounts.clear());
afterAll(async () => {
  await server.close();
  provider.closeAllConnections();
  provider.close();
});

/** A real provider on this computer, with its development pages in place of sign-in forms. */
async function listen(): Promise<string> {
  let handle: ReturnType<Provider['callback']> | null = null;
  const { createServer } = await import('node:http');
  provider = createServer((request, response) => void handle?.(request, response));
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'opora',
        client_secret: 'kept-between-the-two',
        redirect_uris: ['http://127.0.0.1:4680/api/sign-in/oidc/callback'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...accounts.get(subject) }),
    }),
  });
  handle = oidc.callback();
  return issuer;
}

/** Goes the way of a browser: to the provider, through its pages as the subject, and gives the address it is sent back to. */
async function atProvider(subject: string): Promise<{ back: string; attempt: string }> {
  const started = await server.send('GET', '/api/sign-in/oidc');
  expect(started.status).toBe(302);
  const attempt = String([started.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  const jar = new Map<string, string>();
  let location = String(started.headers['location']);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    if (location.startsWith('http://127.0.0.1:4680/')) return { back: location, attempt };
    const answer = await fetch(location, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    form = null;
    if (next !== null) {
      location = new URL(next, location).href;
    } else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      location = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', location).href;
      form = new URLSearchParams({ prompt, login: subject, password: 'any' });
    }
  }
  throw new Error('the provider did not send the browser back');
}

function comeBack(back: string, attempt: string): Promise<Answer> {
  const { pathname, search } = new URL(back);
  return server.send('GET', pathname + search, { as: attempt });
}

async function signInAs(subject: string): Promise<Answer> {
  const { back, attempt } = await atProvider(subject);
  return comeBack(back, attempt);
}

const meOf = (answer: Answer) => server.send('GET', '/api/me', { as: cookieOf(answer) });
const refused = (answer: Answer) => {
  expect([answer.status, answer.headers['location'], cookieOf(answer)]).toEqual([
    302,
    '/#sign-in-refused',
    '',
  ]);
};

describe('signing in with OpenID Connect', () => {
  it('asks for code, PKCE, state and nonce, and keeps them in a cookie that scripts cannot read', async () => {
    const started = await server.send('GET', '/api/sign-in/oidc');
    const { searchParams } = new URL(String(started.headers['location']));
    expect(searchParams.get('response_type')).toBe('code');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('state')).toMatch(/.{20}/);
    expect(searchParams.get('nonce')).toMatch(/.{20}/);
    expect(String(started.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('finds the person by her verified address, and from then on by the subject, whatever its address', async () => {
    const person = await addTestPerson(server, office.north);
    accounts.set('s-1', { email: person.email.toUpperCase(), email_verified: true });
    const first = await signInAs('s-1');
    expect(first.headers['location']).toBe('/');
    expect((await meOf(first)).body.personId).toBe(person.id);
    accounts.set('s-1', { email: 'renamed@example.org', email_verified: false });
    expect((await meOf(await signInAs('s-1'))).body.personId).toBe(person.id);
  });

  it('lets in a person who was added but never invited, without a password', async () => {
    const as = await office.signIn('administrator', office.region);
    const names = { surname: 'Гущина', givenName: 'Рита', patronymic: null, post: null };
    const body = { ...names, email: 'guschina@example.org', orgUnitId: office.north.id };
    await server.send('POST', '/api/people', { as, body });
    accounts.set('s-2', { email: body.email, email_verified: true });
    expect((await meOf(await signInAs('s-2'))).body).toMatchObject({ surname: 'Гущина', hasPassword: false });
  });

  it('refuses an address that is not verified, and one that nobody has', async () => {
    const person = await addTestPerson(server, office.north);
    accounts.set('s-3', { email: person.email, email_verified: false });
    refused(await signInAs('s-3'));
    accounts.set('s-4', { email: 'stranger@example.org', email_verified: true });
    refused(await signInAs('s-4'));
  });

  it('refuses a second subject that comes with the address of a bound person', async () => {
    const person = await addTestPerson(server, office.north);
    accounts.set('s-5', { email: person.email, email_verified: true });
    await signInAs('s-5');
    accounts.set('s-6', { email: person.email, email_verified: true });
    refused(await signInAs('s-6'));
  });
});

describe('an answer that does not fit', () => {
  const attemptWith = (attempt: string, change: object) => {
    const known = JSON.parse(decodeURIComponent(attempt.slice(attempt.indexOf('=') + 1)));
    return `opora_oidc=${encodeURIComponent(JSON.stringify({ ...known, ...change }))}`;
  };
  const known = async () => {
    const person = await addTestPerson(server, office.north);
    accounts.set(person.id, { email: person.email, email_verified: true });
    return atProvider(person.id);
  };

  it.each([
    ['another nonce', { nonce: 'x'.repeat(43) }],
    ['another verifier', { verifier: 'x'.repeat(43) }],
    ['another state', { state: 'x'.repeat(43) }],
  ])('to the attempt is refused: %s', async (_what, change) => {
    const { back, attempt } = await known();
    refused(await comeBack(back, attemptWith(attempt, change)));
  });

  it('is refused when it names another issuer', async () => {
    const { back, attempt } = await known();
    const other = new URL(back);
    other.searchParams.set('iss', 'https://other.example.org');
    refused(await comeBack(other.href, attempt));
  });

  it('is refused when this browser began nothing, or uses the answer twice', async () => {
    const { back, attempt } = await known();
    refused(await comeBack(back, 'nothing=1'));
    expect((await comeBack(back, attempt)).headers['location']).toBe('/');
    refused(await comeBack(back, attempt));
  });
});

describe('where no provider is set up', () => {
  it('there is no such way in', async () => {
    const plain = await startTestServer();
    expect((await plain.send('GET', '/api/sign-in/oidc')).status).toBe(404);
    expect((await plain.send('GET', '/api/sign-in/oidc/callback?code=1&state=2')).status).toBe(404);
    await plain.close();
  });
});
