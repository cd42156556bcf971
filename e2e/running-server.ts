import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeZone } from './office-zone.ts';

export type RunningServer = { readonly url: string };

/** Starts the server as `npm start` runs it, on a fresh data directory and a free port, and stops it when `use` ends. */
export async function withServer(
  settings: Record<string, string>,
  use: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-journey-'));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../packages/server/main.ts')], {
    env: {
      ...process.env,
      ...settings,
      TZ: officeZone,
      PORT: String(port),
      OPORA_DATA: directory,
      LOG_LEVEL: 'error',
    },
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
  for (let attempt = 0; attempt < 1800; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the server did not begin to answer within three minutes');
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
