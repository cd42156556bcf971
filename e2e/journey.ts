import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as plain } from '@playwright/test';

export { expect } from '@playwright/test';

export type RunningServer = { readonly url: string };

/**
 * Journeys run on the real server as `npm start` runs it. `demoServer` holds the demonstration region and is shared by the journeys of
 * one worker; `emptyServer` is a first start without it.
 */
export const test = plain.extend<object, { demoServer: RunningServer; emptyServer: RunningServer }>({
  demoServer: [
    async ({}, use) => withServer({ OPORA_DEMO: '1' }, use),
    { scope: 'worker', timeout: 120_000 },
  ],
  emptyServer: [
    async ({}, use) => withServer({ OPORA_DEMO: '0' }, use),
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** No violation of WCAG 2.1 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

async function withServer(
  settings: Record<string, string>,
  use: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-journey-'));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../packages/server/main.ts')], {
    env: { ...process.env, ...settings, PORT: String(port), OPORA_DATA: directory, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await ready(url, child);
    await use({ url });
  } finally {
    await stopped(child);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the server did not begin to answer within a minute');
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
