import { describe, expect, it, test } from 'vitest';
import { noSums } from './aggregate.ts';
import { definitionForTests } from './definitions-for-tests.ts';
import { findWorsened, lastPairs, mayWorsen } from './find-worsened.ts';

type Shown = readonly [amount: number, total: number, schools?: number] | 'hidden';
const part = (shown: Shown) => {
  const [amount, total, counted = 1] = shown === 'hidden' ? [2, 60] : shown;
  return {
    sums: new Map([['R11', { ...noSums, amount, total, counted }]]),
    hidden: new Set(shown === 'hidden' ? ['R11'] : []),
  };
};

describe('what went the wrong way beyond chance', () => {
  test.each<
    [string, readonly [Shown, Shown, ('growth' | 'fall')?], readonly [worse: number, compared: number]]
  >([
    [
      'a fall of what should grow',
      [
        [96, 204],
        [42, 200],
      ],
      [1, 1],
    ],
    ['no fall of what should fall', [[96, 204], [42, 200], 'fall'], [0, 1]],
    [
      'nothing that chance makes',
      [
        [40, 100],
        [36, 98],
      ],
      [0, 1],
    ],
    [
      'nothing of under ten people',
      [
        [9, 9],
        [0, 8],
      ],
      [0, 0],
    ],
    ['nothing that is kept back', ['hidden', [0, 60]], [0, 0]],
    [
      'nothing of a territory of which half the forms are in',
      [
        [96, 204, 8],
        [20, 100, 4],
      ],
      [0, 0],
    ],
  ])('is %s', (_, [before, last, direction = 'growth'], expected) => {
    const shownIn = new Map([
      ['SY2024', { parts: new Map([['r.a', part(before)]]) }],
      ['SY2025', { parts: new Map([['r.a', part(last)]]) }],
    ]);
    const pairs = lastPairs(['SY2025', 'SY2023', 'SY2024', 'CY2025']);
    expect(pairs).toEqual([{ before: 'SY2024', last: 'SY2025' }]);
    const found = findWorsened([definitionForTests({ code: 'R11', direction })], pairs, shownIn);
    expect([found.byScope.get('r.a')?.length ?? 0, found.compared]).toEqual(expected);
  });

  it('is not looked for in what has no good side or is counted whole', () => {
    expect(mayWorsen(definitionForTests({ code: 'R11' }))).toBe(true);
    expect(mayWorsen(definitionForTests({ code: 'R11', direction: 'context' }))).toBe(false);
    expect(mayWorsen(definitionForTests({ code: 'S13', amountOf: 'teachers' }))).toBe(false);
  });
});
