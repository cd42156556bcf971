import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSums, measureOfValue, noSums, sumOfValue, valueOfSums } from './aggregate.ts';
import { indicatorUnits, type IndicatorUnit } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';

type Given = Pick<IndicatorValue, 'state' | 'amount' | 'total'>;
const given = (amount: number, total: number | null = null): Given => ({ state: 'given', amount, total });
const notApplicable: Given = { state: 'not-applicable', amount: null, total: null };
const unreadable: Given = { state: 'unreadable', amount: null, total: null };

const sumsOf = (unit: IndicatorUnit, values: readonly Given[]) =>
  addSums(values.map((value) => sumOfValue(unit, value)));
const measure = (unit: IndicatorUnit, values: readonly Given[]) =>
  measureOfValue(valueOfSums(unit, sumsOf(unit, values)));

describe('values of schools together', () => {
  it.each([
    [
      'a share is all n of all N, not a mean of shares',
      'share',
      [given(42, 200), given(246, 670)],
      288 / 870,
    ],
    ['a ratio too', 'ratio', [given(5, 250), given(114, 670)], 119 / 920],
    [
      'a mean is weighted by the people behind it',
      'score',
      [given(3.5, 20), given(3.4, 60)],
      (70 + 204) / 80,
    ],
    [
      'yes or no is the schools that said yes of those that answered',
      'yes-no',
      [given(1), given(0), notApplicable],
      0.5,
    ],
    ['a count is a sum', 'count', [given(4), given(7)], 11],
    ['a school without a total is left out', 'share', [given(42, 200), given(10)], 42 / 200],
    ['nobody is no total', 'share', [given(0, 0)], null],
    ['zero is a number', 'share', [given(0, 30)], 0],
    ['no school at all', 'count', [notApplicable, unreadable], null],
  ] as const)('%s', (_, unit, values, expected) => {
    expect(measure(unit, values)).toEqual(expected === null ? null : expect.closeTo(expected, 12));
  });

  it('say how many schools are in the sums and why others are not', () => {
    expect(sumsOf('share', [given(1, 10), given(2), given(0, 0), notApplicable, unreadable])).toEqual({
      amount: 1,
      total: 10,
      counted: 1,
      withoutTotal: 2,
      notApplicable: 1,
      unreadable: 1,
    });
  });

  const value: fc.Arbitrary<Given> = fc.oneof(
    fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([one, other]) => given(Math.min(one, other), Math.max(one, other))),
    fc.nat(500).map((amount) => given(amount)),
    fc.constant(notApplicable),
    fc.constant(unreadable),
  );

  it('come to the same in whatever parts they are added, and a share stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value)), fc.constantFrom(...indicatorUnits), (groups, unit) => {
        const whole = sumsOf(unit, groups.flat());
        expect(addSums(groups.map((group) => sumsOf(unit, group)))).toEqual(whole);
        expect(addSums([])).toEqual(noSums);
        const schools = whole.counted + whole.withoutTotal + whole.notApplicable + whole.unreadable;
        expect(schools).toBe(groups.flat().length);
        const share = measureOfValue(valueOfSums('share', sumsOf('share', groups.flat())));
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});
