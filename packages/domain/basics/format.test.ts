import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDaysFrom,
  formatFullName,
  formatInitialsFirst,
  formatNumber,
  formatPercent,
  formatShare,
  formatSurnameFirst,
  parseTypedDate,
  parseTypedNumber,
} from './format.ts';

describe('dates', () => {
  it('are written day first', () => {
    expect(formatDate('2023-02-28')).toBe('28.02.2023');
  });

  it.each([
    ['2023-02-28', 'через 3 дня'],
    ['2023-02-26', 'завтра'],
    ['2023-02-25', 'сегодня'],
    ['2023-02-20', '5 дней назад'],
  ])('%s seen from 25 February is %s', (date, expected) => {
    expect(formatDaysFrom('2023-02-25', date, 'ru')).toBe(expected);
  });

  it.each([
    ['28.02.2023', '2023-02-28'],
    ['28.2.23', '2023-02-28'],
    ['28022023', '2023-02-28'],
    ['1/9/2021', '2021-09-01'],
    ['01.09.2021 г.', '2021-09-01'],
    ['2021-09-01', '2021-09-01'],
    ['31.02.2023', null],
    ['2023', null],
    ['', null],
    ['1.2.3.2023', null],
  ])('typed %j is %s', (typed, expected) => {
    expect(parseTypedDate(typed)).toBe(expected);
  });
});

describe('numbers', () => {
  it('have a decimal comma and no-break thousands in Russian', () => {
    expect(formatNumber(1234.56, 'ru')).toBe('1\u00A0234,6');
    expect(formatNumber(1234.56, 'en')).toBe('1,234.6');
    expect(formatNumber(-7.5, 'ru')).toBe('−7,5');
    expect(formatNumber(-0.04, 'ru')).toBe('0');
  });

  it.each([
    ['1 234,5', 1234.5],
    ['1\u00A0234.5', 1234.5],
    ['−3', -3],
    ['', null],
    ['12 %', null],
  ])('typed %j is %s', (typed, expected) => {
    expect(parseTypedNumber(typed)).toBe(expected);
  });
});

describe('shares', () => {
  it.each([
    [7, 24, '29\u00A0%'],
    [0, 24, '0\u00A0%'],
    [24, 24, '100\u00A0%'],
    [999, 1000, '>99\u00A0%'],
    [1, 1000, '<1\u00A0%'],
    [0, 0, null],
  ])('%i of %i is %s', (part, whole, expected) => {
    expect(formatPercent(part, whole)).toBe(expected);
  });

  it('never stand without their counts', () => {
    expect(formatShare(7, 24, 'ru')).toBe('7 из 24 · 29\u00A0%');
    expect(formatShare(0, 0, 'ru')).toBe('0 из 0');
  });
});

describe('names', () => {
  const name = { surname: 'Иванова', givenName: 'Анна', patronymic: 'Петровна' };

  it('keep initials and surname on one line', () => {
    expect(formatSurnameFirst(name)).toBe('Иванова\u00A0А.\u00A0П.');
    expect(formatInitialsFirst(name)).toBe('А.\u00A0П.\u00A0Иванова');
  });

  it('may have no patronymic', () => {
    expect(formatSurnameFirst({ ...name, patronymic: null })).toBe('Иванова\u00A0А.');
    expect(formatFullName({ ...name, patronymic: null })).toBe('Иванова Анна');
  });
});
