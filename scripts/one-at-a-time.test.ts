import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'opora-installing-'));
afterAll(() => rmSync(directory, { recursive: true }));

const mark = join(directory, 'mark');
const log = join(directory, 'log');
const program = `
  import { appendFileSync } from 'node:fs';
  import { oneAtATime } from ${JSON.stringify(join(import.meta.dirname, 'one-at-a-time.mjs'))};
  oneAtATime(${JSON.stringify(mark)}, () => {
    appendFileSync(${JSON.stringify(log)}, 'begun ');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    appendFileSync(${JSON.stringify(log)}, 'done ');
  });
`;

function runOne(): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  return new Promise((done) => child.once('exit', done));
}

it('two installations started at once follow each other, over the mark of one that was killed', async () => {
  const killed = spawn(process.execPath, ['-e', '']);
  await new Promise((done) => killed.once('exit', done));
  writeFileSync(mark, String(killed.pid));

  expect(await Promise.all([runOne(), runOne()])).toEqual([0, 0]);

  expect(readFileSync(log, 'utf8')).toBe('begun done begun done ');
  expect(existsSync(mark)).toBe(false);
});
