import { describe, expect, it } from 'vitest';
import { formatNumber } from './list-number.ts';

describe('a list number is printed as Word prints it', () => {
  it.each([
    [4, 'decimal', '4'],
    [4, 'decimalZero', '04'],
    [4, 'lowerLetter', 'd'],
    [28, 'upperLetter', 'BB'],
    [7, 'russianLower', 'ж'],
    [10, 'russianLower', 'к'],
    [28, 'russianUpper', 'Я'],
    [29, 'russianLower', 'аа'],
    [14, 'upperRoman', 'XIV'],
    [1999, 'lowerRoman', 'mcmxcix'],
    [0, 'upperRoman', '0'],
    [3, 'none', ''],
    [3, 'chickenLetters', '3'],
  ])('%i in %s is «%s»', (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });
});
