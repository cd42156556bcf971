import { describe, expect, it } from 'vitest';
import type { ComparedIndicator } from './start-control.ts';
import { trendOf, undesirableChange } from './trend.ts';

const quality: ComparedIndicator = { unit: 'share', direction: 'growth', amountOf: 'pupils' };
const trained: ComparedIndicator = { ...quality, amountOf: 'teachers' };
const context: ComparedIndicator = { ...quality, direction: 'context' };

const years = (pairs: readonly (readonly [number, number] | null)[]) =>
  pairs.map((pair, at) => ({
    period: `SY${2020 + at}`,
    value: pair === null ? null : { amount: pair[0], total: pair[1] },
  }));
const signOf = (indicator: ComparedIndicator, pairs: Parameters<typeof years>[0]) =>
  undesirableChange(indicator, trendOf(indicator, years(pairs)))?.kind ?? null;

describe('a series over periods', () => {
  it('stands in the order of time and compares like with like', () => {
    const points = ['SY2022-Q2', 'SY2021', 'SY2022-Q1', 'SY2022'].map((period, at) => ({
      period,
      value: { amount: at + 1, total: 20 },
    }));
    const steps = trendOf(trained, points);
    expect(steps.map(({ period }) => period)).toEqual(['SY2021', 'SY2022-Q1', 'SY2022-Q2', 'SY2022']);
    expect(steps.map(({ change }) => change?.difference ?? null)).toEqual([
      null,
      null,
      expect.closeTo(-0.1),
      expect.closeTo(0.1),
    ]);
  });

  it('compares over a gap', () => {
    const steps = trendOf(trained, years([[10, 20], null, [12, 20]]));
    expect(steps.map(({ change }) => change?.verdict ?? null)).toEqual([null, null, 'improved']);
  });

  it.each([
    [
      'a fall that chance seldom makes',
      quality,
      [
        [96, 204],
        [42, 200],
      ],
      'beyond-chance',
    ],
    [
      'a fall that chance makes',
      quality,
      [
        [46, 200],
        [42, 200],
      ],
      null,
    ],
    [
      'two small falls running',
      quality,
      [
        [50, 200],
        [46, 200],
        [42, 200],
      ],
      'two-running',
    ],
    [
      'a fall that mended',
      quality,
      [
        [96, 204],
        [42, 200],
        [90, 200],
      ],
      null,
    ],
    [
      'two falls of too few',
      quality,
      [
        [8, 9],
        [6, 9],
        [4, 9],
      ],
      null,
    ],
    [
      'one fall of what is counted whole',
      trained,
      [
        [15, 17],
        [14, 17],
      ],
      null,
    ],
    [
      'two of them running',
      trained,
      [
        [16, 17],
        [15, 17],
        [14, 17],
      ],
      'two-running',
    ],
    [
      'a context',
      context,
      [
        [96, 204],
        [42, 200],
        [10, 200],
      ],
      null,
    ],
    ['nothing given at the end', quality, [[96, 204], [42, 200], null], null],
    ['one period', quality, [[96, 204]], null],
  ] as const)('%s', (_, indicator, pairs, sign) => {
    expect(signOf(indicator, pairs)).toBe(sign);
  });
});
