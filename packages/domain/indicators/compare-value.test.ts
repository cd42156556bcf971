import { describe, expect, it } from 'vitest';
import { isTargetReached, similarInterval } from './compare-value.ts';

const share = (amount: number, total: number) => ({ amount, total });

describe('a number beside others', () => {
  it.each([
    ['growth', share(76, 200), share(38, 100), true],
    ['growth', share(75, 200), share(38, 100), false],
    ['fall', share(0, 30), share(5, 100), true],
    ['fall', share(3, 30), share(5, 100), false],
    ['context', share(3, 30), share(5, 100), null],
    ['growth', null, share(38, 100), null],
  ] as const)('a target of %s: %j of %j', (direction, value, target, reached) => {
    expect(isTargetReached({ direction }, value, target)).toBe(reached);
  });

  const others = Array.from({ length: 14 }, (_, at) => ({
    orgUnitId: `s${at}`,
    index: at * 5,
    value: at === 3 ? null : share(at, 20),
  }));

  it('is set against the ten schools of the nearest context that have a number', () => {
    expect(similarInterval('share', { orgUnitId: 's0', index: 0 }, others)).toEqual({
      low: 0.21,
      high: 0.44,
      schools: 10,
    });
  });

  it('is set against nobody where fewer than ten have one, and a count never', () => {
    const own = { orgUnitId: 's0', index: 0 };
    expect(similarInterval('share', own, others.slice(0, 11))).toBeNull();
    expect(similarInterval('count', own, others)).toBeNull();
  });
});
