import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredValue } from './aggregate.ts';
import { goodDirections } from './indicator.ts';
import { type ComparedIndicator, compareStartControl } from './start-control.ts';

const of = (amount: number, total: number | null = null): MeasuredValue => ({ amount, total });
const pupils: ComparedIndicator = { unit: 'share', direction: 'growth', amountOf: 'pupils' };
const below: ComparedIndicator = { ...pupils, direction: 'fall' };
const teachers: ComparedIndicator = { ...pupils, amountOf: 'teachers' };
const score: ComparedIndicator = { unit: 'score', direction: 'growth', amountOf: 'pupils' };

type Pair = readonly [start: MeasuredValue | null, control: MeasuredValue | null];

describe('start against control', () => {
  it.each<readonly [string, ComparedIndicator, Pair, string]>([
    ['more on «4–5», surely', pupils, [of(42, 200), of(96, 204)], 'improved'],
    ['fewer on «4–5», surely', pupils, [of(96, 204), of(42, 200)], 'worsened'],
    ['fewer below the minimum is better', below, [of(56, 70), of(48, 80)], 'improved'],
    ['what chance makes is no change', pupils, [of(42, 200), of(46, 200)], 'unchanged'],
    ['a class of nine says nothing', pupils, [of(0, 9), of(9, 9)], 'too-few'],
    [
      'a context has no good side',
      { ...pupils, direction: 'context' },
      [of(96, 204), of(42, 200)],
      'no-direction',
    ],
    ['more than all is a mistake, not a change', pupils, [of(42, 200), of(259, 200)], 'too-few'],
    ['teachers are counted whole: one more is one more', teachers, [of(14, 17), of(15, 17)], 'improved'],
    ['the same of all', teachers, [of(14, 17), of(14, 17)], 'unchanged'],
    ['a mean of enough people', score, [of(3.4 * 40, 40), of(3.6 * 38, 38)], 'improved'],
    ['a mean of four people', score, [of(3.4 * 4, 4), of(4.6 * 4, 4)], 'too-few'],
    ['a count', { unit: 'count', direction: 'fall', amountOf: 'lessons' }, [of(120), of(131)], 'worsened'],
    [
      'yes at last',
      { unit: 'yes-no', direction: 'presence', amountOf: 'items' },
      [of(0, 1), of(1, 1)],
      'improved',
    ],
    ['no start', pupils, [null, of(42, 200)], 'too-few'],
  ])('%s', (_, indicator, [start, control], verdict) => {
    expect(compareStartControl(indicator, start, control).verdict).toBe(verdict);
  });

  it('is a difference of the shares, with its interval', () => {
    const { difference, interval } = compareStartControl(pupils, of(48, 80), of(56, 70));
    expect(difference).toBeCloseTo(0.2, 10);
    expect(interval).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  const value = fc
    .tuple(fc.nat(80), fc.nat(80))
    .map(([one, other]) => of(Math.min(one, other), Math.max(one, other)));

  it('says the opposite when the good side is the other or the two are exchanged, and never more than the numbers', () => {
    const opposite = { improved: 'worsened', worsened: 'improved' } as Readonly<Record<string, string>>;
    fc.assert(
      fc.property(value, value, fc.constantFrom('pupils', 'teachers'), (start, control, amountOf) => {
        const one = compareStartControl({ ...pupils, amountOf }, start, control);
        const turned = opposite[one.verdict] ?? one.verdict;
        expect(compareStartControl({ ...below, amountOf }, start, control).verdict).toBe(turned);
        expect(compareStartControl({ ...pupils, amountOf }, control, start).verdict).toBe(turned);
        if (one.verdict === 'improved') expect(one.difference).toBeGreaterThan(0);
        for (const direction of goodDirections) {
          const { difference } = compareStartControl({ ...pupils, direction }, start, control);
          if (difference !== null) expect(Math.abs(difference)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
