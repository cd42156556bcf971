import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from './calendar-date.ts';
import {
  addWorkingDays,
  federalCalendar,
  isDayOff,
  isShortDay,
  lastWorkingDayOfMonth,
  previousWorkingDay,
  productionDay,
  workingDaysBetween,
} from './production-calendar.ts';

// Beside the project, or beside the folder of its branches.
const source = ['../../../..', '../../../../..']
  .map((up) => new URL(`${up}/shared/data/production-calendar.csv`, import.meta.url))
  .find((path) => existsSync(path));
if (!source) console.log('The list of the decrees is not here: the calendar is checked at chosen days only.');

describe('days of known years', () => {
  it.each([
    ['2023-01-08', 'off', null],
    ['2023-02-22', 'short', null],
    ['2023-02-24', 'off', '2023-01-01'],
    ['2023-02-25', 'off', null],
    ['2023-05-08', 'off', '2023-01-08'],
    ['2023-05-10', 'working', null],
    ['2024-04-27', 'working', null],
    ['2024-04-29', 'off', '2024-04-27'],
    ['2024-11-02', 'short', null],
    ['2024-12-28', 'working', null],
    ['2024-12-31', 'off', '2024-01-07'],
    ['2020-04-06', 'off', null],
    ['2013-03-08', 'off', null],
    ['2026-12-31', 'off', '2026-01-04'],
  ])('%s is %s', (date, kind, movedFrom) => {
    const day = productionDay(date, federalCalendar);
    expect([day.kind, day.movedFrom, day.estimated]).toEqual([kind, movedFrom, false]);
  });

  it.runIf(source)('agree with the decrees on every day of 2013–2026', () => {
    const listed = new Map(
      readFileSync(source!, 'utf8')
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((line) => line.split(',') as [string, string, string, string])
        .map(([date, kind, , movedFrom]) => [date, { kind, movedFrom: movedFrom || null }]),
    );
    let checked = 0;
    for (let date = '2013-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      const row = listed.get(date);
      const expected =
        row?.kind === 'work' ? 'working' : (row?.kind ?? (weekday(date) >= 6 ? 'off' : 'working'));
      const day = productionDay(date, federalCalendar);
      expect([date, day.kind, day.movedFrom]).toEqual([date, expected, row?.movedFrom ?? null]);
      checked++;
    }
    expect(checked).toBe(5113);
  });
});

describe('a year without a decree', () => {
  it('is reckoned by weekends and holidays, and says so', () => {
    expect(productionDay('2031-06-12', federalCalendar)).toEqual({
      kind: 'off',
      holiday: 'russia',
      movedFrom: null,
      estimated: true,
    });
    expect(isShortDay('2031-06-11', federalCalendar)).toBe(true);
    expect(isDayOff('2031-06-14', federalCalendar)).toBe(true);
    expect(addWorkingDays('2026-12-30', 1, federalCalendar)).toEqual({ date: '2027-01-11', estimated: true });
  });
});

describe('counting working days', () => {
  it.each([
    ['2023-02-22', 1, '2023-02-27'],
    ['2023-02-17', 10, '2023-03-07'],
    ['2023-05-05', 1, '2023-05-10'],
    ['2023-02-27', -1, '2023-02-22'],
    ['2023-02-25', 0, '2023-02-25'],
  ])('%s and %i working days is %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, federalCalendar)).toEqual({ date: expected, estimated: false });
  });

  it.each([
    [2023, 2, '2023-02-28'],
    [2023, 4, '2023-04-28'],
    [2023, 12, '2023-12-29'],
    [2024, 12, '2024-12-28'],
  ])('the last working day of %i-%i is %s', (year, month, expected) => {
    expect(lastWorkingDayOfMonth(year, month, federalCalendar)?.date).toBe(expected);
  });

  it('a reminder for a day off goes to the working day before it', () => {
    expect(previousWorkingDay('2023-02-26', federalCalendar).date).toBe('2023-02-22');
    expect(previousWorkingDay('2023-02-22', federalCalendar).date).toBe('2023-02-22');
  });

  it('between two days the first does not count', () => {
    expect(workingDaysBetween('2023-02-22', '2023-02-27', federalCalendar).days).toBe(1);
    expect(workingDaysBetween('2023-02-27', '2023-02-22', federalCalendar).days).toBe(-1);
    expect(workingDaysBetween('2023-02-22', '2023-02-22', federalCalendar).days).toBe(0);
  });

  it('a region adds its own days off', () => {
    const region = {
      days: new Map([['2023-04-25', { kind: 'off', movedFrom: null } as const]]),
      years: new Set<number>(),
    };
    expect(isDayOff('2023-04-25', region)).toBe(true);
    expect(addWorkingDays('2023-04-24', 1, region).date).toBe('2023-04-26');
  });

  it('a year is an estimate until its decree is entered, and takes its days from it', () => {
    expect(productionDay('2031-05-02', federalCalendar)).toMatchObject({ kind: 'working', estimated: true });
    const entered = {
      days: new Map([['2031-05-02', { kind: 'off', movedFrom: '2031-01-04' } as const]]),
      years: new Set([2031]),
    };
    expect(productionDay('2031-05-02', entered)).toMatchObject({
      kind: 'off',
      movedFrom: '2031-01-04',
      estimated: false,
    });
    expect(addWorkingDays('2031-04-30', 1, entered)).toEqual({ date: '2031-05-05', estimated: false });
  });
});
