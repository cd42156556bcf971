import { describe, expect, it, test } from 'vitest';
import type { SheetCell } from '../basics/sheet-table.ts';
import { currentIndicators } from './shipped-indicators.ts';
import { headFinder, readPart } from './value-head.ts';
import { readValueSheets } from './value-sheet.ts';

const schools: Readonly<Record<string, readonly string[]>> = {
  'Школа № 1': ['one'],
  'Школа № 2': ['two'],
  'Школа № 3': ['three', 'other'],
};
const read = (...rows: readonly (readonly SheetCell[])[]) =>
  readValueSheets([{ name: 'Лист', rows: rows.map((row) => [...row]) }], {
    indicators: currentIndicators(),
    findSchool: (name) => schools[name] ?? [],
  });
const short = ({ values, problems }: ReturnType<typeof read>) => [
  ...values.map((one) => [one.orgUnitId, one.indicator, one.state, one.amount, one.total]),
  ...problems.map(({ row, column, problem }) => [row, column, problem]),
];

describe('a head of a column', () => {
  const find = headFinder(currentIndicators());
  test.each([
    ['R11', { code: 'R11', part: 'value' }],
    ['R11. Успевают на «4» и «5»', { code: 'R11', part: 'value' }],
    // Cyrillic letters of the same look.
    ['Х05, n', { code: 'X05', part: 'amount' }],
    ['M05 N', { code: 'M05', part: 'total' }],
    ['S13 (всего)', { code: 'S13', part: 'total' }],
    ['Всего обучающихся', { code: 'D01', part: 'value' }],
    ['R250', null],
    ['Примечание', null],
  ])('%s', (cell, expected) => {
    expect(find(cell)).toEqual(expected);
  });
  test.each([
    ['n', 'amount'],
    ['N', 'total'],
    ['из', 'total'],
    ['Кол-во', 'amount'],
    ['%', null],
  ])('%s says %s', (cell, part) => {
    expect(readPart(cell)).toBe(part);
  });
});

describe('a sheet of values', () => {
  it('has schools in rows and indicators in columns', () => {
    expect(
      short(
        read(
          ['Свод'],
          ['Школа', 'D01', 'R11', 'M07'],
          ['Школа № 1', 200, '42 из 200', 'да'],
          ['Школа № 2', 90, '-', ''],
        ),
      ),
    ).toEqual([
      ['one', 'D01', 'given', 200, null],
      ['one', 'R11', 'given', 42, 200],
      ['one', 'M07', 'given', 1, null],
      ['two', 'D01', 'given', 90, null],
      ['two', 'R11', 'not-applicable', null, null],
    ]);
  });

  it('has n and N in columns of their own, named beside the code or in a row beneath', () => {
    const expected = [
      ['one', 'R11', 'given', 0, 200],
      ['one', 'S13', 'given', 7, 9],
    ];
    const row = ['Школа № 1', 0, 200, 7, 9];
    expect(short(read(['ОО', 'R11 n', 'R11 N', 'S13, кол-во', 'S13, всего'], row))).toEqual(expected);
    expect(short(read(['ОО', 'R11', null, 'S13', null], [null, 'n', 'N', 'n', 'N'], row))).toEqual(expected);
  });

  it('has shares in percent of a total in a column of its own', () => {
    expect(
      short(
        read(
          ['Школа', 'R28', 'R26', 'D01'],
          ['Школа № 1', '74,5 %', 40, '1\u00A0000'],
          ['Школа № 2', '50 %', null, null],
        ),
      ),
    ).toEqual([
      ['one', 'R28', 'given', 745, 1000],
      ['one', 'R26', 'given', 40, 1000],
      ['one', 'D01', 'given', 1000, null],
      [3, 2, 'needs-total'],
    ]);
  });

  it('names a school, an indicator and its value in each row', () => {
    expect(
      short(
        read(
          ['Школа', 'Показатель', 'n', 'N'],
          ['Школа № 1', 'R11', 42, '1\u00A0200'],
          ['Школа № 2', 'Всего обучающихся', 90, null],
          ['Школа № 2', 'R999', 1, 2],
        ),
      ),
    ).toEqual([
      ['one', 'R11', 'given', 42, 1200],
      ['two', 'D01', 'given', 90, null],
      [4, 3, 'unknown-indicator'],
    ]);
  });

  it('tells of a head that looks like a code and is none, with or without its column filled', () => {
    expect(
      short(
        read(['№', 'Школа', 'ИНН', 'D01', 'D0З', 'Д03', 'R99 n'], [1, 'Школа № 1', '7701', 10, 20, null, 3]),
      ),
    ).toEqual([
      ['one', 'D01', 'given', 10, null],
      [1, 5, 'unknown-indicator'],
      [1, 6, 'unknown-indicator'],
      [1, 7, 'unknown-indicator'],
    ]);
  });

  it('lists what it does not understand with its cell, a school once, and takes nothing twice', () => {
    expect(
      short(
        read(
          ['Школа', 'D01', 'R11'],
          ['Школа № 9', 10, '1 из 10'],
          ['Школа № 3', 10, '1 из 10'],
          ['Школа № 1', 'много', '1 из 10'],
          ['Школа № 1', 10, '2 из 10'],
          ['Итого', 40, '4 из 40'],
        ),
      ),
    ).toEqual([
      ['one', 'R11', 'given', 1, 10],
      ['one', 'D01', 'given', 10, null],
      [2, 2, 'unknown-school'],
      [3, 2, 'ambiguous-school'],
      [4, 2, 'unreadable'],
      [5, 3, 'repeated'],
    ]);
  });

  it('of no indicators says nothing', () => {
    expect(read(['Фамилия', 'Имя'], ['Иванова', 'Анна'])).toEqual({ values: [], problems: [] });
  });
});
