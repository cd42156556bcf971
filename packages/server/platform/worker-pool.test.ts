import { describe, expect, it } from 'vitest';
import { openWorkerPool, type WorkerLimits } from './worker-pool.ts';

const script = (source: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; let served = 0; parentPort.on('message', (task) => { served += 1; ${source} });`)}`,
  );

const limits: WorkerLimits = { workersMax: 2, secondsMax: 20, heapMegabytesMax: 64 };
const pool = (source: string, changes: Partial<WorkerLimits> = {}) =>
  openWorkerPool<number, number, number>(script(source), { ...limits, ...changes });

describe('a worker', () => {
  it('gives its progress and its answer', async () => {
    const seen: number[] = [];
    const answer = await pool(
      'parentPort.postMessage({ progress: 1 }); parentPort.postMessage({ answer: task * 2 });',
    ).run(async () => 21, { onProgress: (done) => seen.push(done) });
    expect([answer, seen]).toEqual([42, [1]]);
  });

  it.each([
    ['hangs', 'for (;;);', 'time'],
    ['waits for ever', 'setInterval(() => {}, 1000);', 'time'],
    ['throws', 'throw new Error("x");', 'crash'],
    ['eats memory', 'const all = []; for (;;) all.push(new Array(100000).fill(Math.random()));', 'crash'],
    ['ends without an answer', 'parentPort.close();', 'crash'],
    ['ends the thread', 'process.exit(3);', 'crash'],
  ])('that %s is stopped and says why', async (_, source, reason) => {
    const slow = reason === 'time' ? { secondsMax: 0.3 } : {};
    await expect(pool(source, slow).run(async () => 1)).rejects.toMatchObject({ reason });
  });

  it('is cancelled by its signal, at work and before', async () => {
    const hanging = pool('for (;;);');
    const signal = AbortSignal.timeout(200);
    await expect(hanging.run(async () => 1, { signal })).rejects.toMatchObject({ reason: 'cancelled' });
    await expect(hanging.run(async () => 1, { signal })).rejects.toMatchObject({ reason: 'cancelled' });
  });
});

it('a worker that answered serves the next task; one that failed does not', async () => {
  const counting = pool('if (task === 0) throw new Error("x"); parentPort.postMessage({ answer: served });');
  expect(await counting.run(async () => 1)).toBe(1);
  expect(await counting.run(async () => 1)).toBe(2);
  await expect(counting.run(async () => 0)).rejects.toMatchObject({ reason: 'crash' });
  expect(await counting.run(async () => 1)).toBe(1);
  await counting.close();
});

it('more tasks than workers wait their turn, and a failed one gives its place free', async () => {
  let loaded = 0;
  const both = pool('setTimeout(() => parentPort.postMessage({ answer: task }), 150);', {
    workersMax: 1,
  });
  const task = (value: number) => async () => {
    loaded += 1;
    if (value === 0) throw new Error('no bytes');
    return value;
  };
  const all = Promise.allSettled([both.run(task(0)), both.run(task(1)), both.run(task(2))]);
  expect(loaded).toBeLessThan(3);
  expect((await all).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
    'no bytes',
    1,
    2,
  ]);
});

it('closing cancels what runs and what waits', async () => {
  const closed = pool('for (;;);', { workersMax: 1 });
  const all = Promise.allSettled([closed.run(async () => 1), closed.run(async () => 2)]);
  await closed.close();
  expect((await all).map((one) => one.status === 'rejected' && one.reason.reason)).toEqual([
    'cancelled',
    'cancelled',
  ]);
});
