import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../basics/sheet-table.ts';
import { readProductionYear } from './read-production-year.ts';

const sheet = (rows: SheetCell[][]) => [{ name: '', rows }];
const months = [
  'Январь',
  'Февраль',
  'Март',
  'Апрель',
  'Май',
  'Июнь',
  'Июль',
  'Август',
  'Сентябрь',
  'Октябрь',
  'Ноябрь',
  'Декабрь',
];
// 2031 begins on a Wednesday.
const weekends = (month: number, plus: readonly string[] = []) => {
  const days = Array.from({ length: new Date(Date.UTC(2031, month, 0)).getUTCDate() }, (_, day) => day + 1);
  const off = days.filter((day) => [0, 6].includes(new Date(Date.UTC(2031, month - 1, day)).getUTCDay()));
  return [...off.map(String), ...plus].join(',');
};

describe('a production calendar out of a table', () => {
  it('a row for each special day: kinds by their words, dates as typed, other years left alone', () => {
    const read = readProductionYear(
      sheet([
        ['Дата', 'Вид дня', 'Праздник', 'Перенесён с'],
        ['2031-01-09', 'выходной', null, '04.01.2031'],
        ['30.04.2031', 'Сокращённый', 'перед Праздником Весны и Труда', null],
        ['2031-12-27', 'рабочий', null, null],
        ['2031-07-07', 'неведомо', null, null],
        ['2030-03-08', 'выходной', null, null],
      ]),
      2031,
    );
    expect(read?.days).toEqual([
      { on: '2031-01-09', kind: 'off', movedFrom: '2031-01-04', title: null },
      { on: '2031-12-27', kind: 'working', movedFrom: null, title: null },
    ]);
    expect(read?.notRead).toEqual([{ row: 5, value: 'неведомо' }]);
  });

  it('a row for each year and a column for each month: what is not listed is a working day', () => {
    const cells = months.map((_, at) => weekends(at + 1));
    cells[0] = weekends(1, ['1', '2', '3', '6', '7', '8', '9+']);
    cells[3] = weekends(4, ['30*']);
    const read = readProductionYear(
      sheet([
        ['Год/Месяц', ...months, 'Всего рабочих дней'],
        ['2030', ...cells, 247],
        ['2031', ...cells, 247],
      ]),
      2031,
    );
    const kinds = new Map(read?.days.map((day) => [day.on, day.kind]));
    expect(kinds.get('2031-01-09')).toBe('off');
    expect(kinds.has('2031-01-08')).toBe(false);
    // It is short by the Labour Code without the file.
    expect(kinds.has('2031-04-30')).toBe(false);
    // A holiday that the file forgot to list is told apart, not dropped.
    expect(kinds.get('2031-05-01')).toBe('working');
    expect(read?.notRead).toEqual([]);
  });

  it.each([
    ['an empty file', []],
    [
      'a register of schools',
      [
        ['Наименование', 'ИНН'],
        ['Школа № 1', '7712345678'],
      ],
    ],
    ['another year', [['2030-03-08', 'выходной']]],
  ])('%s holds no calendar of the year', (_name, rows) => {
    expect(readProductionYear(sheet(rows), 2031)).toBeNull();
  });
});
