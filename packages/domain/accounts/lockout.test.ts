import { describe, expect, it } from 'vitest';
import { lockSeconds } from './lockout.ts';

describe('the lock after wrong attempts', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [8, 480],
    [10, 1_920],
    [11, 3_600],
    [500, 3_600],
  ])('after %i in a row lasts %i seconds', (failed, seconds) => {
    expect(lockSeconds(failed)).toBe(seconds);
  });
});
