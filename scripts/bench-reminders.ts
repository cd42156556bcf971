import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationUrl, openDatabase } from '@opora/server/platform/database.ts';
import { startEmbeddedPostgres } from '@opora/server/platform/embedded-postgres.ts';
import { openFileStore } from '@opora/server/platform/file-store.ts';
import { migrate } from '@opora/server/platform/migrate.ts';
import { readSettings } from '@opora/server/platform/settings.ts';
import { planReminders } from '@opora/server/reminders/plan-reminders.ts';
import { asOwner } from '@opora/server/testing/database-for-tests.ts';
import { fillRegion, fullSize, smallSize } from '@opora/server/testing/region-at-size.ts';
import type { Measure } from './bench-measure.ts';

/** A Wednesday: a day of its own year, so that days off do not change the figure with the date. */
const today = '2026-09-16';
const limitMs = 60_000;

/**
 * The planning of a whole region's reminders, of the size that comes next (`BENCH_SIZE=small` for a quick look): as after five months of
 * work, and with nothing of the past done, when everybody is told of everything.
 */
export async function measureReminders(): Promise<Measure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'opora-bench-'));
  chmodSync(directory, 0o755);
  const postgres = await startEmbeddedPostgres(directory, 'opora');
  try {
    await migrate(postgres.url, 'region');
    const owner = openDatabase(postgres.url, 'region');
    const size = process.env['BENCH_SIZE'] === 'small' ? smallSize : fullSize;
    await fillRegion(owner, size, { today, filling: 'fast' });
    await owner.close();
    await asOwner(postgres.url, 'vacuum (analyze)');
    const usual = await measure(postgres.url, directory, 'planning the reminders of a day');
    await asOwner(postgres.url, undone);
    await asOwner(postgres.url, 'vacuum (analyze)');
    return [usual, await measure(postgres.url, directory, 'the same with nothing of the past done')];
  } finally {
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Without the triggers of the audit, which have no part in what is measured. */
const undone = `
  set session_replication_role = replica;
  delete from region.digest_mail;
  delete from region.digest;
  delete from region.reminder_run;
  delete from region.escalation;
  update region.instance set state = 'planned' where due_on < '${today}'`;

async function measure(ownerUrl: string, directory: string, what: string): Promise<Measure> {
  const database = openDatabase(applicationUrl(ownerUrl), 'region');
  const now = new Date(`${today}T07:00:00`);
  const parts = {
    settings: readSettings({}, directory),
    database,
    files: openFileStore(join(directory, 'files')),
    sendMail: () => Promise.resolve(),
    clock: () => now,
  };
  const start = performance.now();
  const people = await planReminders(parts, { day: today, startsAt: '07:00', now });
  const value = performance.now() - start;
  await database.close();
  return { what, value, limit: limitMs, unit: 'ms', beside: `${people} people told` };
}
