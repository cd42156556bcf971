import { describe, expect, it } from 'vitest';
import { markRange, toggleMark } from './row-marks.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('marking rows', () => {
  it.each<[string[], string, string[]]>([
    [[], 'b', ['b']],
    [['a', 'b'], 'b', ['a']],
  ])('of %j turns %s over', (marks, id, result) => {
    expect([...toggleMark(new Set(marks), id)]).toEqual(result);
  });

  it.each<[string[], string | null, string, string[]]>([
    [['a'], 'a', 'c', ['a', 'b', 'c']],
    [['d'], 'd', 'b', ['d', 'b', 'c']],
    [['a'], null, 'c', ['a', 'c']],
    // The anchor has been filtered away.
    [[], 'z', 'b', ['b']],
  ])('of %j from %s to %s takes the run between', (marks, anchor, to, result) => {
    expect([...markRange(new Set(marks), ids, { anchor, to })]).toEqual(result);
  });
});
