import { rmSync } from 'node:fs';
import { freshDirectory, withServerOn } from './running-server.ts';

/** Where the journeys find the data of a demonstration at rest, which each worker copies: to load one takes twenty times as long. */
export const loadedDemonstration = 'OPORA_LOADED_DEMONSTRATION';

/** Runs once before the journeys. */
export default async function loadDemonstration(): Promise<() => void> {
  const directory = freshDirectory();
  await withServerOn(directory, { OPORA_DEMO: '1' }, async () => undefined);
  process.env[loadedDemonstration] = directory;
  return () => rmSync(directory, { recursive: true, force: true });
}
