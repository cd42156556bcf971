import type { Settings } from './settings.ts';
import { applicationUrl, type Database, openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';

export type RunningDatabase = {
  readonly database: Database;
  readonly ownerUrl: string;
  /** Closes the connections and stops the embedded server, when there is one. */
  stop(): Promise<void>;
  /** As `stop`, but leaves an embedded server running that another process has started. */
  leave(): Promise<void>;
};

/** The database of the settings, or the embedded one, brought up to date and opened as the application role. */
export async function startDatabase(settings: Settings): Promise<RunningDatabase> {
  const embedded =
    settings.databaseUrl === null ? await startEmbeddedPostgres(settings.dataDirectory, 'opora') : null;
  const ownerUrl = embedded?.url ?? settings.databaseUrl ?? '';
  await migrate(ownerUrl, settings.region);
  const database = openDatabase(applicationUrl(ownerUrl), settings.region);
  return {
    database,
    ownerUrl,
    stop: async () => {
      await database.close();
      embedded?.stop();
    },
    leave: async () => {
      await database.close();
      if (embedded?.started === true) embedded.stop();
    },
  };
}
