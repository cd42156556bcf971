// Two first starts at once would install over each other: the second waits until the first is ready.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const pause = new Int32Array(new SharedArrayBuffer(4));
const pauseMs = 200;

/** Runs `work` while no other process does so under the same `mark` file; the mark of a dead process is taken over. */
export function oneAtATime(mark, work) {
  for (let told = false; !taken(mark); told = true) {
    const owner = readOwner(mark);
    if (owner === null) continue;
    if (owner === process.pid || !isAlive(owner)) rmSync(mark, { force: true });
    else if (!told) process.stdout.write(waiting(owner, mark));
    Atomics.wait(pause, 0, 0, pauseMs);
  }
  try {
    work();
  } finally {
    rmSync(mark, { force: true });
  }
}

function waiting(owner, mark) {
  return `Установку уже ведёт другой запуск (процесс ${owner}), жду его… Если такого нет, удалите ${mark}\n`;
}

function taken(mark) {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(mark) {
  try {
    return Number(readFileSync(mark, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(processId) {
  try {
    // Zero is what a mark reads as between its making and its filling.
    if (processId !== 0) process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
