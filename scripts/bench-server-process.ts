import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The server as an office runs it, in a process of its own. Gives how to end it. */
export async function startBenchServer(
  port: number,
  environment: NodeJS.ProcessEnv,
): Promise<() => Promise<void>> {
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

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
