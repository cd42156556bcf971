import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween, daysInMonth, isCalendarDate, weekday } from './calendar-date.ts';

describe('calendar dates', () => {
  it.each([
    [2023, 2, 28, '2023-02-28'],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, null],
    [2023, 13, 1, null],
    [23, 1, 1, null],
  ])('%i-%i-%i is %s', (year, month, day, expected) => {
    expect(calendarDate(year, month, day)).toBe(expected);
  });

  it('crosses a change of year and a leap day', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysInMonth(2023, 12)).toBe(31);
  });

  it('counts the week from Monday', () => {
    expect(weekday('2023-02-25')).toBe(6);
    expect(weekday('2023-06-26')).toBe(1);
  });

  it('refuses what only looks like a date', () => {
    expect(isCalendarDate('2023-02-30')).toBe(false);
    expect(isCalendarDate('2023-2-3')).toBe(false);
  });
});
