import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-date.ts';
import { federalCalendar, isDayOff } from '../basics/production-calendar.ts';
import { daysDueSoon, type IsQuiet, isUndatedDay, reminderWindow } from './reminder-window.ts';

const off: IsQuiet = (day) => isDayOff(day, federalCalendar);
const offOr =
  (from: string, until: string): IsQuiet =>
  (day) =>
    off(day) || (from <= day && day <= until);

/** Last days told as due today, as «first…last»; «—» on a quiet day. */
const dueToday = (today: string, lastRun: string | null, isQuiet: IsQuiet = off): string => {
  const window = reminderWindow(today, lastRun, isQuiet);
  return window === null ? '—' : `${window.from}…${window.until}`;
};

describe('what is due is told on the working day, or on the one before', () => {
  // 8 March 2026 is a Sunday and is moved to Monday, the 9th.
  it.each([
    ['2026-03-04', '2026-03-03', '2026-03-04…2026-03-04'],
    ['2026-03-06', '2026-03-05', '2026-03-06…2026-03-09'],
    ['2026-03-07', '2026-03-06', '—'],
    ['2026-03-09', '2026-03-08', '—'],
    ['2026-03-10', '2026-03-09', '2026-03-10…2026-03-10'],
    // The last working day of 2025 tells of the holidays.
    ['2025-12-30', '2025-12-29', '2025-12-30…2026-01-11'],
  ])('on %s', (today, lastRun, told) => {
    expect(dueToday(today, lastRun)).toBe(told);
  });

  it('is told before an absence without a stand-in, and nothing during it', () => {
    const away = offOr('2026-07-06', '2026-07-19');
    expect(dueToday('2026-07-03', '2026-07-02', away)).toBe('2026-07-03…2026-07-19');
    expect(dueToday('2026-07-08', '2026-07-07', away)).toBe('—');
    expect(dueToday('2026-07-20', '2026-07-19', away)).toBe('2026-07-20…2026-07-20');
  });

  it('covers the days on which no server ran', () => {
    expect(dueToday('2026-03-20', '2026-03-17')).toBe('2026-03-18…2026-03-22');
    expect(dueToday('2026-03-04', null)).toBe('2026-03-04…2026-03-04');
  });
});

describe('over any year every last day is told exactly once', () => {
  it.each([[0], [1], [7], [30]])('%d days before', (before) => {
    const told = new Map<string, number>();
    let lastRun: string | null = null;
    for (let day = '2025-01-01'; day <= '2027-02-01'; day = addDays(day, 1)) {
      const window = reminderWindow(day, lastRun, off);
      lastRun = day;
      if (window === null) continue;
      for (let due = window.from; due <= window.until; due = addDays(due, 1)) {
        const of = addDays(due, before);
        told.set(of, (told.get(of) ?? 0) + 1);
      }
    }
    for (let day = '2026-02-10'; day <= '2027-01-20'; day = addDays(day, 1)) {
      expect([day, told.get(day)]).toEqual([day, 1]);
    }
  });
});

describe('due in N days', () => {
  it.each([
    ['2026-03-04', [7, 1], ['2026-03-05', '2026-03-11']],
    // Of the Friday before a long weekend: one day before the 7th is the Friday itself.
    ['2026-03-06', [1], ['2026-03-10']],
    ['2026-03-06', [7], ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16']],
    ['2026-03-04', [], []],
  ])('on %s with %j', (today, before, days) => {
    const window = reminderWindow(today, addDays(today, -1), off);
    expect(window === null ? null : daysDueSoon(window, before)).toEqual(days);
  });
});

it('what is not new is told again on the first working day of the week, and the first time of all', () => {
  const opens = ['2026-03-02', '2026-03-03', '2026-03-10', '2026-03-11'].map(
    (day) => reminderWindow(day, addDays(day, -1), off)?.opensWeek,
  );
  expect(opens).toEqual([true, false, true, false]);
  expect(reminderWindow('2026-03-04', null, off)?.opensWeek).toBe(true);
});

it.each<[string, boolean, 'week' | 'month' | 'never', boolean]>([
  ['2026-03-02', true, 'week', true],
  ['2026-03-03', false, 'week', false],
  ['2026-03-09', true, 'week', true],
  ['2026-03-02', true, 'month', true],
  ['2026-03-09', true, 'month', false],
  // The week began on the sixth, which was a day off.
  ['2026-04-08', true, 'month', true],
  ['2026-03-02', true, 'never', false],
])(
  'on %s (opens a week: %s), every %s: rows without a date are told: %s',
  (today, opensWeek, every, isTold) => {
    expect(isUndatedDay({ today, opensWeek }, every)).toBe(isTold);
  },
);
