import { join } from 'node:path';
import { createApp } from './app.ts';
import { claimDataDirectory } from './platform/claim-data-directory.ts';
import { openFileStore } from './platform/file-store.ts';
import { readSettings } from './platform/settings.ts';
import { startDatabase } from './platform/start-database.ts';

const settings = readSettings(process.env, join(import.meta.dirname, '../..'));
const release = claimDataDirectory(settings.dataDirectory);
const running = await startDatabase(settings);
const app = await createApp({
  settings,
  database: running.database,
  files: openFileStore(join(settings.dataDirectory, 'files')),
  clock: () => new Date(),
});

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await app.close();
  await running.stop();
  release();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  await app.listen({ host: settings.host, port: settings.port });
  process.stdout.write(`Опора: ${settings.publicUrl}\n`);
} catch (error) {
  await stop();
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write(`Порт ${settings.port} занят. Задайте другой: PORT=4681 npm start\n`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
