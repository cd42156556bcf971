import { join } from 'node:path';
import { createApp } from './app.ts';
import { announcement } from './demo/announcement.ts';
import { listDemoPeople, loadDemoWhenEmpty } from './demo/load-demo.ts';
import { claimDataDirectory } from './platform/claim-data-directory.ts';
import { openFileStore } from './platform/file-store.ts';
import { openMailer } from './platform/mailer.ts';
import type { ServerParts } from './platform/server-parts.ts';
import { startSchedule } from './platform/schedule.ts';
import { readSettings } from './platform/settings.ts';
import { startDatabase } from './platform/start-database.ts';
import { startSweeping } from './platform/sweep-files.ts';
import { amendmentJob } from './plans/enforce-amendments.ts';
import { reminderJobs } from './reminders/reminder-jobs.ts';

/** How often the server looks whether there is something to do by itself. */
const beatMs = 30_000;

// What has been started, to be ended in the opposite order: on a signal, or when the start fails half-way.
const ending: (() => void | Promise<void>)[] = [];
let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  for (const step of ending.toReversed()) await step();
}

/** Keeps the step for the end, or takes it at once and gives up when the end was asked for while the thing was being started. */
async function atEnd(step: () => void | Promise<void>): Promise<void> {
  if (!isEnding) return void ending.push(step);
  await step();
  throw new Error('ended while starting');
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, join(import.meta.dirname, '../..'));
  await atEnd(claimDataDirectory(settings.dataDirectory));
  const running = await startDatabase(settings);
  await atEnd(() => running.stop());
  const parts: ServerParts = {
    settings,
    database: running.database,
    files: openFileStore(join(settings.dataDirectory, 'files')),
    sendMail: openMailer(settings),
    clock: () => new Date(),
  };
  if (settings.demo) await loadDemoWhenEmpty(parts);
  await atEnd(startSweeping(parts));
  const app = await createApp(parts);
  await atEnd(() => app.close());
  await app.listen({ host: settings.host, port: settings.port });
  const warn = (text: string) => app.log.warn(text);
  const jobs = [amendmentJob(parts, warn), ...reminderJobs(parts, warn)];
  const report = (job: string, error: unknown) => app.log.error(error, job);
  const schedule = startSchedule(jobs, { clock: parts.clock, everyMs: beatMs, report });
  await atEnd(() => schedule.stop());
  process.stdout.write(announcement(settings, settings.demo ? await listDemoPeople(parts) : []));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
try {
  await start();
} catch (error) {
  const isAskedFor = isEnding;
  await end();
  const isBusyPort = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const busyPort = 'Порт занят. Задайте другой: PORT=4681 npm start';
  if (!isAskedFor)
    process.stderr.write(
      `${isBusyPort ? busyPort : error instanceof Error ? error.message : String(error)}\n`,
    );
  process.exitCode = isAskedFor ? 0 : 1;
}
