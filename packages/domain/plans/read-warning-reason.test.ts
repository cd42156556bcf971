import { expect, it } from 'vitest';
import { keptWarningReason } from './read-warning-reason.ts';

it.each([
  ['day-off', ['2026-11-01'], 'Срок 01.11.2026 приходится на нерабочий день.'],
  ['of-a-later-version', ['2026-11-01'], 'of-a-later-version'],
])('a doubt kept with a plan is told with its dates written out: %s', (code, values, words) => {
  expect(keptWarningReason({ code, values }, 'ru')).toBe(words);
});
