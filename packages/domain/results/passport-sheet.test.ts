import { describe, expect, it } from 'vitest';
import { type PassportForm, passportForm, readPassportCell } from './passport-cell.ts';
import { readPassportHead, readPassportSheets } from './passport-sheet.ts';
import { schoolFinder } from './school-finder.ts';
import type { PassportCode } from './social-passport.ts';

const school = (id: string, shortName: string, code: string | null = null) => ({
  id,
  name: `МБОУ «${shortName}»`,
  shortName,
  code,
});
const find = schoolFinder(
  [
    school('one', 'ООШ № 2'),
    school('two', 'СОШ № 3', 'edu1'),
    school('three', 'СОШ № 7'),
    school('four', 'СОШ № 7'),
  ],
  [{ orgUnitId: 'one', name: 'Вторая школа' }],
);
const read = (rows: (string | number | null)[][]) => readPassportSheets([{ name: 'Лист1', rows }], find);
const short = ({ values }: ReturnType<typeof read>) =>
  values.map(({ orgUnitId, variable, count, total }) => `${orgUnitId} ${variable} ${count}/${total}`);

describe('a cell of a social passport', () => {
  const value = (count: number, total: number, fromShare = false) => ({
    kind: 'value',
    count,
    total,
    fromShare,
  });
  const problem = (one: string) => ({ kind: 'problem', problem: one });
  it.each<[string | number | null, PassportForm, number | null, object]>([
    [42, 'count', 200, value(42, 200)],
    ['42 чел.', 'count', 200, value(42, 200)],
    ['42 из 200', 'count', null, value(42, 200)],
    ['42/200', 'share', null, value(42, 200)],
    ['42/21%', 'count', 200, value(42, 200)],
    ['42 (21,0 %)', 'count', 200, value(42, 200)],
    ['42/25%', 'count', 200, problem('share-not-of-total')],
    ['42/21%', 'count', null, problem('no-total')],
    ['0,38', 'share', 50, value(19, 50, true)],
    [0.003, 'share', 330, value(1, 330, true)],
    ['0,38', 'share', 7, problem('share-not-of-total')],
    ['21%', 'count', 200, value(42, 200, true)],
    [21.5, 'percent', 200, value(43, 200, true)],
    ['0,38', 'share', null, problem('no-total')],
    ['0', 'count', 20, value(0, 20)],
    ['—', 'count', 20, { kind: 'empty' }],
    [null, 'count', 20, { kind: 'empty' }],
    ['н/д', 'count', 20, { kind: 'empty' }],
    [21, 'count', 20, problem('over-total')],
    ['много', 'count', 20, problem('unreadable')],
    ['1,5', 'count', 20, problem('unreadable')],
  ])('%s as %s of %s', (cell, form, total, expected) => {
    expect(readPassportCell(cell, form, total)).toEqual(expected);
  });

  it('is a share where the head or a broken number says so', () => {
    expect(passportForm('Доля учителей', ['1', 0.86])).toBe('share');
    expect(passportForm('Доля учителей', [86, 100])).toBe('percent');
    expect(passportForm('Многодетные, %', [1])).toBe('percent');
    expect(passportForm('Многодетные', [1, '0,5'])).toBe('share');
    expect(passportForm('Многодетные', [1, '12,5'])).toBe('percent');
    expect(passportForm('Многодетные', [1, 0])).toBe('count');
  });
});

describe('heads of a social passport', () => {
  it.each<[string, PassportCode]>([
    ['Доля учителей с 1 квалификационной категорией', 'X01'],
    ['Учителя высшей категории', 'X02'],
    ['Педагоги с высшим образованием', 'X03'],
    ['Учителя, прошедшие курсы', 'X04'],
    ['С ОВЗ', 'X05'],
    ['Дети-инвалиды', 'X06'],
    ['На учёте с алко/ наркозависимостью', 'X07'],
    ['Состоят на учёте в КДН и ЗП', 'X08'],
    ['Из неполных cемей', 'X10'],
    ['где родители (один родитель) являются инвалидами', 'X15'],
    ['для которых русский язык не является родным', 'X17'],
    ['Х19 (кириллицей)', 'X19'],
  ])('%s', (head, variable) => {
    expect(readPassportHead(head)).toEqual({ variable });
  });

  it('tell totals, and nothing of other words', () => {
    expect(readPassportHead('Всего обучающихся')).toEqual({ totalOf: 'pupils' });
    expect(readPassportHead('Численность педагогических работников')).toEqual({ totalOf: 'teachers' });
    expect(readPassportHead('Школа')).toBeNull();
  });
});

describe('a table of social passports', () => {
  it('is read with schools in rows, by any of their names', () => {
    const sheets = read([
      ['Социальный паспорт', null, null],
      ['Школа', 'Всего обучающихся', 'Неполные семьи', 'Многодетные, %'],
      ['вторая школа', 50, 19, 38],
      ['EDU1', '200', '42/21%', '0'],
      ['Итого', 250, 61, 20],
    ]);
    expect(short(sheets)).toEqual(['one X10 19/50', 'one X09 19/50', 'two X10 42/200', 'two X09 0/200']);
    expect(sheets.problems).toEqual([]);
  });

  it('is read with schools in columns and labels that go on in the next row', () => {
    const sheets = read([
      ['Показатель', 'ООШ №2', 'СОШ №3'],
      ['Численность обучающихся', 300, 340],
      ['Доля обучающихся, воспитывающихся в семьях, где', '0,11', '0,1'],
      ['единственный родитель является безработным', null, null],
      ['Доля обучающихся на подвозе', 0.02, ''],
    ]);
    expect(short(sheets)).toEqual(['one X14 33/300', 'one X18 6/300', 'two X14 34/340']);
    expect(sheets.values[0]).toMatchObject({ row: 3, column: 2, fromShare: true });
  });

  it('lists with its cell what was not understood', () => {
    const { values, problems } = read([
      ['Школа', 'Всего обучающихся', 'ОВЗ'],
      ['СОШ № 7', 10, 1],
      ['СОШ № 99', 10, 1],
      ['СОШ № 3', 10, 11],
      ['ООШ № 2', 10, 1],
      ['Вторая школа', 10, 2],
    ]);
    expect(values).toHaveLength(1);
    expect(problems.map(({ row, column, text, problem }) => [row, column, text, problem])).toEqual([
      [2, 1, 'СОШ № 7', 'ambiguous-school'],
      [3, 1, 'СОШ № 99', 'unknown-school'],
      [4, 3, '11', 'over-total'],
      [6, 3, '2', 'repeated'],
    ]);
  });
});
