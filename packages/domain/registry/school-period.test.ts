import { describe, expect, it } from 'vitest';
import { checkPeriod, isInForce } from './school-period.ts';

const period = (fromOn: string, untilOn: string | null) => ({ fromOn, untilOn });

describe('a period', () => {
  it.each([
    ['2024-01-01', true],
    ['2024-12-31', true],
    ['2023-12-31', false],
    ['2025-01-01', false],
  ])('of 2024 is in force on %s: %s', (on, isIn) => {
    expect(isInForce(period('2024-01-01', '2024-12-31'), on)).toBe(isIn);
  });

  it('without an end is in force ever after', () => {
    expect(isInForce(period('2024-01-01', null), '2199-01-01')).toBe(true);
  });

  it('may be of one day, but not end before it begins', () => {
    expect(() => checkPeriod(period('2024-01-01', '2024-01-01'), [])).not.toThrow();
    expect(() => checkPeriod(period('2024-01-02', '2024-01-01'), [])).toThrow('registry-period-wrong');
  });

  it.each([
    [period('2024-01-01', '2024-06-30'), period('2024-07-01', null), true],
    [period('2024-01-01', '2024-07-01'), period('2024-07-01', null), false],
    [period('2024-01-01', null), period('2030-01-01', '2030-12-31'), false],
  ])('%j beside %j is accepted: %s', (one, other, isAccepted) => {
    const check = () => checkPeriod(one, [other]);
    if (isAccepted) expect(check).not.toThrow();
    else expect(check).toThrow('registry-period-overlaps');
  });
});
