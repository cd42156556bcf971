import { expect, test } from 'vitest';
import type { SheetCell } from '@opora/domain/basics/sheet-table.ts';
import { definitionForTests } from '@opora/domain/indicators/definitions-for-tests.ts';
import { printForm } from '@opora/domain/indicators/form-sheet.ts';
import { readFormSheets } from '@opora/domain/indicators/read-form-sheets.ts';
import type { FormValue, SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { readSheets } from './read-sheets.ts';
import { writeFormXlsx } from './write-form-xlsx.ts';

const submissionId = '0193a9a4-58a2-7ccd-9d1f-000000000001';
const value = (indicator: string, amount: number | null, total: number | null): FormValue => ({
  indicator,
  amount,
  total,
  state: amount === null ? 'not-applicable' : 'given',
  typed: null,
  source: 'typed',
  version: 1,
  definitionVersion: 1,
  isHidden: false,
});
const score = { unit: 'score', amountOf: 'points' } as const;
const form: SchoolForm = {
  submissionId,
  version: 1,
  campaignId: submissionId,
  title: 'Самообследование: итоги/план [1]',
  asks: 'school',
  period: 'SY2025',
  previousPeriod: 'SY2024',
  orgUnitId: submissionId,
  schoolName: 'СОШ № 1',
  scope: 'r.m.s',
  opensOn: '2026-03-01',
  lateAfter: '2026-03-10',
  closedAfter: '2026-03-20',
  exceptionReason: null,
  settled: [],
  askedIn: [],
  stage: 'school',
  isReturned: false,
  isHeld: false,
  lock: null,
  isOwn: true,
  mayEnter: true,
  sections: [
    { title: null, codes: ['D01'] },
    { title: 'Результаты: ГИА/ЕГЭ и достижения обучающихся', codes: ['R11', 'R12', 'R18'] },
  ],
  indicators: [
    definitionForTests({ code: 'D01', unit: 'count', totalOf: null }),
    definitionForTests({ code: 'R11', totalCode: 'D01' }),
    definitionForTests({ code: 'R12', ...score }),
    definitionForTests({ code: 'R18' }),
  ],
  values: [value('D01', 200, null), value('R12', 3.5, 46), value('R18', null, null)],
  previous: [value('R11', 40, 190)],
  offers: [],
  answers: [],
};
const codes = form.sections.flatMap(({ codes: own }) => own);
const said = (sheets: { name: string; rows: SheetCell[][] }[]) =>
  readFormSheets(sheets, { submissionId, codes, shares: ['R11', 'R18'] });

test('a form written as a workbook is read back as it was', async () => {
  const sheets = await readSheets(await writeFormXlsx(printForm(form, 'ru')));
  expect(sheets.map(({ name }) => name)).toEqual(['1. Всего', '2. Результаты ГИА ЕГЭ и достиже']);
  // Numbers are numbers: a spreadsheet may reckon with them.
  expect(sheets[1]?.rows[6]?.slice(3, 5)).toEqual([3.5, 46]);
  const read = readFormSheets(sheets, { submissionId, codes, shares: ['R11', 'R18'] });
  expect(read.found.map(({ code, amount, total, row }) => [code, amount, total, row])).toEqual([
    ['D01', '200', '', 6],
    ['R12', '3,5', '46', 7],
    ['R18', '-', '', 8],
  ]);
  expect(read).toMatchObject({ left: [], missing: [], isOfAnotherForm: false });
});

test('«100 %» of a cell in a percent format is not one; a share is kept as it is typed', async () => {
  const style = { style: { numFmt: '0%' } };
  const cells = new Map([
    ['0,0', style],
    ['0,1', style],
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: 'Л', rows: [[1, 0.5, 1]], cells }] });
  expect((await readSheets(bytes))[0]?.rows).toEqual([['100 %', 0.5, 1]]);
  const written = await readXlsx(await writeFormXlsx(printForm(form, 'ru')), { readStyles: true });
  expect(written.sheets[1]?.cells?.get('7,3')?.style?.numFmt).toBe('@');
});

test('rows are found by their codes wherever they and their columns were moved; what is strange is told with its place', () => {
  const rows: SheetCell[][] = [
    ['Форма: 0193a9a4-58a2-7ccd-9d1f-00000000ffff'],
    ['Из скольких', 'Значение', 'Примечание', 'Код'],
    [46, 3.4, null, 'R12'],
    [200, '42', 'вырос', 'R11 '],
    [200, '43', null, 'R11'],
    [null, 7, null, 'X99'],
    [null, null, null, 'D01'],
    [null, 9, null, 'итого'],
  ];
  const read = said([{ name: 'Лист', rows }]);
  expect(read.found.map(({ code, amount, total }) => `${code} ${amount}/${total}`)).toEqual([
    'R12 3,4/46',
    'R11 42/200',
  ]);
  expect(read.left).toEqual([
    { sheet: 'Лист', row: 5, text: 'R11 · 43 · 200', problem: 'repeated' },
    { sheet: 'Лист', row: 6, text: 'X99 · 7', problem: 'unknown-code' },
  ]);
  expect([read.missing, read.isOfAnotherForm]).toEqual([['R18'], true]);
});

test('a table that is no form says nothing', () => {
  expect(
    said([
      {
        name: '',
        rows: [
          ['Код', 'Имя'],
          ['R11', '=1+1'],
          ['__proto__', 'constructor'],
        ],
      },
    ]),
  ).toEqual({
    found: [],
    left: [],
    missing: codes,
    isOfAnotherForm: false,
  });
});

test('clear pairs of a file say what the second numbers of the others are', () => {
  const rows: SheetCell[][] = [
    ['Код', 'Значение'],
    ['R11', '40/85'],
    ['R18', '7/15,5'],
  ];
  expect(said([{ name: '', rows }]).found.map(({ amount }) => amount)).toEqual(['40/85 %', '7/15,5 %']);
});
