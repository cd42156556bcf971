import pg from 'pg';

export type Listener = {
  readonly onMessage: (message: string) => void;
  /** The line was down for a while: messages may have been missed. */
  readonly onGap: () => void;
};

const waitMsFirst = 1_000;
const waitMsMax = 30_000;

/** Hears what is said on a channel, over a connection of its own, until the given function is called. A broken line is opened again. */
export async function listen(
  connectionString: string,
  channel: string,
  { onMessage, onGap }: Listener,
): Promise<() => Promise<void>> {
  let isStopped = false;
  let waitMs = waitMsFirst;
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | null = null;
  const connect = async (isAgain: boolean): Promise<void> => {
    const line = new pg.Client({ connectionString, keepAlive: true });
    client = line;
    line.on('notification', ({ payload }) => onMessage(payload ?? ''));
    line.on('error', () => undefined);
    line.on('end', again);
    await line.connect();
    await line.query(`listen ${channel}`);
    waitMs = waitMsFirst;
    if (isAgain) onGap();
  };
  const again = () => {
    clearTimeout(timer);
    if (isStopped) return;
    // A failed attempt has ended its own line, which asks for the next.
    timer = setTimeout(() => void connect(true).catch(again), waitMs);
    timer.unref();
    waitMs = Math.min(waitMs * 2, waitMsMax);
  };
  await connect(false).catch(again);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
