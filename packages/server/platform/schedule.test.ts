import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Job, startSchedule } from './schedule.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const clock = (): Date => new Date('2026-03-04T07:00:00Z');
const start = (jobs: readonly Job[], report = vi.fn()) =>
  startSchedule(jobs, { clock, everyMs: 1000, report });

describe('a schedule', () => {
  it('begins at once and runs its jobs at each beat, in order, with the time of its clock', async () => {
    const calls: string[] = [];
    const job = (name: string): Job => ({
      name,
      run: async (now) => void calls.push(`${name} ${now.getUTCHours()}`),
    });
    const schedule = start([job('plan'), job('send')]);
    await vi.advanceTimersByTimeAsync(1000);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toEqual(['plan 7', 'send 7', 'plan 7', 'send 7']);
  });

  it('leaves a beat out while the last one still runs, and waits for it when it is stopped', async () => {
    let [begun, ended] = [0, 0];
    const slow: Job = {
      name: 'slow',
      run: async () => {
        begun += 1;
        await new Promise((wake) => setTimeout(wake, 2500));
        ended += 1;
      },
    };
    const schedule = start([slow]);
    await vi.advanceTimersByTimeAsync(2000);
    expect([begun, ended]).toEqual([1, 0]);
    const stopped = schedule.stop();
    await vi.advanceTimersByTimeAsync(500);
    await stopped;
    expect([begun, ended]).toEqual([1, 1]);
  });

  it('reports a job that fails and goes on with the others', async () => {
    const report = vi.fn<(job: string, error: unknown) => void>();
    const [error, other] = [new Error('broken'), vi.fn(async () => undefined)];
    const schedule = start(
      [
        { name: 'bad', run: () => Promise.reject(error) },
        { name: 'good', run: other },
      ],
      report,
    );
    await vi.advanceTimersByTimeAsync(0);
    await schedule.stop();
    expect(report).toHaveBeenCalledWith('bad', error);
    expect(other).toHaveBeenCalledOnce();
  });
});
