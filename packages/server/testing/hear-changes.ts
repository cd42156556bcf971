import { liveChannel } from '../platform/live.ts';
import type { TestServer } from './server-for-tests.ts';

/** Plans of which the servers on the database were told since, in the order in which they were. */
export async function hearChanges(
  server: TestServer,
): Promise<{ readonly planIds: readonly string[]; stop(): Promise<void> }> {
  const planIds: string[] = [];
  const onMessage = (message: string) => {
    for (const { id } of JSON.parse(message).plans) planIds.push(id);
  };
  const stop = await server.parts.database.listen(liveChannel, { onMessage, onGap: () => undefined });
  return { planIds, stop };
}
