import { describe, expect, it } from 'vitest';
import { shareChange } from './share-change.ts';

const counted = ([below, participants]: readonly [number, number]) => ({ below, participants });

describe('the change of a share', () => {
  // R. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10: first share minus second.
  it.each([
    [[48, 80], [56, 70], 0.2, [0.0524, 0.3339]],
    [[3, 10], [9, 10], 0.6, [0.1705, 0.809]],
    [[0, 29], [5, 56], 0.0893, [-0.0381, 0.1926]],
    [[0, 20], [0, 10], 0, [-0.1611, 0.2775]],
  ] as const)('from %j to %j has the published interval', (before, after, difference, [low, high]) => {
    const change = shareChange(counted(before), counted(after));
    expect(change.difference).toBeCloseTo(difference, 4);
    expect(change.interval![0]).toBeCloseTo(low, 4);
    expect(change.interval![1]).toBeCloseTo(high, 4);
  });

  it.each([
    ['more below, surely', [48, 80], [56, 70], 'worse'],
    ['fewer below, surely', [56, 70], [48, 80], 'better'],
    ['a difference that chance makes', [6, 24], [9, 24], 'no-difference'],
    ['a class of nine', [0, 9], [9, 9], 'too-few'],
    ['nobody in a year', [0, 0], [9, 24], 'too-few'],
  ] as const)('%s', (_, before, after, verdict) => {
    expect(shareChange(counted(before), counted(after)).verdict).toBe(verdict);
  });
});
