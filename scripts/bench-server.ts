import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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
import { freePort, startBenchServer } from './bench-server-process.ts';
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
    const stop = await startBenchServer(port, { DATABASE_URL: postgres.url, OPORA_DATA: directory });
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
