import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDateIn } from '@opora/server/platform/clock.ts';
import { openDatabase } from '@opora/server/platform/database.ts';
import { startEmbeddedPostgres } from '@opora/server/platform/embedded-postgres.ts';
import { migrate } from '@opora/server/platform/migrate.ts';
import { asOwner } from '@opora/server/testing/database-for-tests.ts';
import { fillRegion, fullSize, smallSize } from '@opora/server/testing/region-at-size.ts';
import { sendAtPace } from './bench-load.ts';
import type { Measure } from './bench-measure.ts';
import { mixedLoad } from './bench-mix.ts';
import { openBenchSessions } from './bench-sessions.ts';

const perSecond = 50;
const limitMs = 100;

/**
 * The whole server over a region of the size that comes next (`BENCH_SIZE=small` for a quick look): what each page asks for, mixed, from
 * sessions of all roles, at 50 requests a second over HTTP. `BENCH_SECONDS` sets how long, 40 by default.
 */
export async function measureServer(): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-bench-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres(directory, 'opora');
  try {
    await migrate(postgres.url, 'region');
    const owner = openDatabase(postgres.url, 'region');
    const size = process.env['BENCH_SIZE'] === 'small' ? smallSize : fullSize;
    const region = await fillRegion(owner, size, { today: isoDateIn(new Date()), filling: 'fast' });
    const sessions = await openBenchSessions(owner, region);
    await owner.close();
    await asOwner(postgres.url, 'vacuum (analyze)');
    const port = await freePort();
    const stop = await startServer(port, { DATABASE_URL: postgres.url, OPORA_DATA: directory });
    try {
      const seconds = Number(process.env['BENCH_SECONDS'] ?? 40);
      const warm = mixedLoad(region, sessions, perSecond * 10);
      await sendAtPace(port, warm, perSecond / 2);
      const figures = await sendAtPace(port, mixedLoad(region, sessions, perSecond * seconds), perSecond);
      return figures.map(({ name, requests, p50, p95, kilobytes, refused }) => ({
        what: `${name}, p95`,
        value: p95,
        limit: limitMs,
        unit: 'ms',
        beside: `p50 ${p50.toFixed(0)} ms, ${requests} requests, ${kilobytes.toFixed(1)} KB${refused > 0 ? `, ${refused} refused` : ''}`,
      }));
    } finally {
      await stop();
    }
  } finally {
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The server as an office runs it, in a process of its own. Gives how to end it. */
async function startServer(port: number, environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const main = join(import.meta.dirname, '../packages/server/main.ts');
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, ...environment, PORT: String(port), OPORA_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
