import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOffice } from '../testing/office-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';
import { loadDemoWhenEmpty } from './load-demo.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await openTestOffice(server);
});
afterAll(() => server.close());

it('a database that holds anything is left as it is, and half a demonstration is told apart from a whole one', async () => {
  const { parts } = server;
  await expect(loadDemoWhenEmpty(parts)).resolves.toBeUndefined();
  writeFileSync(join(parts.settings.dataDirectory, 'demo-unfinished'), '');
  await expect(loadDemoWhenEmpty(parts)).rejects.toThrow(/не до конца.*Удалите папку/);
});
