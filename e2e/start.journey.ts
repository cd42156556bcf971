import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey.ts';

test('a first start without the demonstration serves the page and refuses what needs a session', async ({
  page,
  emptyServer,
}) => {
  const answer = await page.request.get(`${emptyServer.url}/api/org-units`);
  expect(answer.status()).toBe(401);
  await page.goto(emptyServer.url);
  await expect(page).toHaveTitle(/Опора/);
});

test('a server told to end while it starts leaves neither a process nor the mark on its data', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'opora-start-'));
  chmodSync(directory, 0o755);
  const server = spawn(process.execPath, [join(import.meta.dirname, '../packages/server/main.ts')], {
    env: { ...process.env, PORT: '0', OPORA_DATA: directory, OPORA_DEMO: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => server.once('exit', done));
  const mark = join(directory, 'opora.pid');
  await expect.poll(() => existsSync(mark), { timeout: 60_000 }).toBe(true);
  server.kill('SIGTERM');

  expect(await ended).toBe(0);

  expect(existsSync(mark)).toBe(false);
  expect(existsSync(join(directory, 'postgres/cluster/postmaster.pid'))).toBe(false);
  rmSync(directory, { recursive: true });
});
