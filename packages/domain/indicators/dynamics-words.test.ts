import { expect, it } from 'vitest';
import { differenceWords } from './dynamics-words.ts';

it.each([
  ['share', 0.123, '+12,3\u00A0п.\u00A0п.'],
  ['share', -0.0004, '0\u00A0п.\u00A0п.'],
  ['share', 0, '0\u00A0п.\u00A0п.'],
  ['score', -0.2, '−0,2'],
  ['score', 0.004, '0'],
] as const)(
  'a difference of a %s by %d is «%s»: what rounds to nothing has no sign',
  (unit, difference, words) => {
    expect(differenceWords(unit, difference, 'ru')).toBe(words);
  },
);
