import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { applicationUrl, type Database, openDatabase } from './database.ts';
import { systemEntry } from './system-entry.ts';
import { read } from './transaction.ts';

let server: TestServer;
let office: TestOffice;
let narrow: Database;

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  narrow = openDatabase(applicationUrl(server.ownerUrl), 'region', { connectionsMax: 1, waitMs: 2_000 });
});
afterAll(async () => {
  await narrow.close();
  await server.close();
});

describe('a request for which no connection comes free', () => {
  it('is refused in words that say what to do, and goes through when there is room again', async () => {
    const app = await createApp({ ...server.parts, database: narrow });
    const cookie = await office.signIn('observer', office.north);
    const ask = () => app.inject({ url: '/api/plans', headers: { cookie } });
    // The only connection is taken while it asks.
    const refused = await read(narrow, systemEntry, ask);
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'try-again']);
    expect(refused.json().title).toBe('Сервер занят. Данные не потеряны, повторите через минуту.');
    expect((await ask()).statusCode).toBe(200);
    await app.close();
  });
});
