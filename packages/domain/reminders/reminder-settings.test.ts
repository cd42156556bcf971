import { describe, expect, it } from 'vitest';
import { OwnReminderSettings, usualSettings, wrongAbsence } from './reminder-settings.ts';

const absence = (fromOn: string, untilOn: string) => ({ fromOn, untilOn });

describe('absences', () => {
  it.each([
    [
      'one after another',
      [absence('2026-07-13', '2026-07-20'), absence('2026-07-01', '2026-07-12')],
      undefined,
    ],
    ['of one day', [absence('2026-07-01', '2026-07-01')], undefined],
    ['that end before they begin', [absence('2026-07-02', '2026-07-01')], 'dates'],
    [
      'that share a day',
      [absence('2026-07-01', '2026-07-05'), absence('2026-07-05', '2026-07-09')],
      'overlap',
    ],
  ])('%s', (_, absences, why) => {
    expect(wrongAbsence(absences)?.why).toBe(why);
  });
});

it.each([
  ['the usual', {}, true],
  ['the same day before twice', { daysBefore: [7, 7] }, false],
  ['no day before', { daysBefore: [] }, true],
  ['every weekday quiet', { quietWeekdays: [1, 2, 3, 4, 5, 6, 7] }, false],
])('settings with %s', (_, changes, fits) => {
  expect(OwnReminderSettings.safeParse({ ...usualSettings, ...changes }).success).toBe(fits);
});
