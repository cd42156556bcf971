import { expect, it } from 'vitest';
import { otherMonth, weeksOf } from './calendar-days.ts';

it('a week begins on Monday: 1 March 2026 is a Sunday and ends the first week', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  expect(weeks.at(-1)?.slice(0, 3)).toEqual(['2026-03-30', '2026-03-31', null]);
});

it('a month that fills its weeks has no empty days', () => {
  expect(weeksOf('2027-02').flat()).not.toContain(null);
});

it.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-02', 1, '2026-03'],
  ['2026-01', 1, '2026-02'],
] as const)('the month beside %s (%i) is %s', (month, step, other) => {
  expect(otherMonth(month, step)).toBe(other);
});
