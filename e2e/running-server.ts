import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeZone } from './office-zone.ts';

export type RunningServer = { readonly url: string };

/**
 * Starts the server as `npm start` runs it, on a free port and a fresh data directory, which may begin as a copy of one at rest, and
 * stops it when `use` ends.
 */
export async function withServer(
  settings: Record<string, string>,
  use: (server: RunningServer) => Promise<void>,
  like?: string,
): Promise<void> {
  const directory = freshDirectory();
  if (like !== undefined) copyData(like, directory);
  try {
    await withServerOn(directory, settings, use);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** That the account of the database can enter, too. */
export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'opora-journey-'));
  chmodSync(directory, 0o755);
  return directory;
}

/** PostgreSQL starts only on data that belong to its own account and that others cannot read, and a copy by root does not say so. */
function copyData(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const { uid, gid, mode } = statSync(join(from, name));
    chmodSync(join(to, name), mode);
    if (process.getuid?.() === 0) chownSync(join(to, name), uid, gid);
  }
}

/** As `withServer`, on the data directory and what it holds, which is left when the server has stopped. */
export async function withServerOn(
  directory: string,
  settings: Record<string, string>,
  use: (server: RunningServer) => Promise<void>,
): Promise<void> {
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
