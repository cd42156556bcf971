import { expect, test } from 'vitest';
import { type DocumentLine, matchDocument } from './match-document.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const line = (row: number, name: string, first: string, second: string): DocumentLine => ({
  group: null,
  name,
  page: 1,
  row,
  values: [
    { column: 'Школа А', raw: first },
    { column: 'Школа Б', raw: second },
  ],
});

test('lines of a document find their indicators by words; each column is a school of its own', () => {
  const asked = shippedIndicators.filter(({ code }) => ['R11', 'R14', 'S13', 'M01', 'M07'].includes(code));
  const { columns } = matchDocument(
    [
      line(
        1,
        'Численность / удельный вес численности учащихся, успевающих на «4» и «5» по результатам промежуточной аттестации, в общей численности учащихся',
        '42/21%',
        '246/36,7',
      ),
      line(
        2,
        'Численность / удельный вес численности педагогических работников, имеющих высшее образование, в общей численности педагогических работников',
        '14/82%',
        '40/85',
      ),
      line(3, 'Количество компьютеров в расчете на одного учащегося', '0,02', '0,17'),
      line(4, 'Температура в классах', '20', ''),
    ],
    asked,
  );
  expect(columns.map(({ title }) => title)).toEqual(['Школа А', 'Школа Б']);
  expect(columns[1]?.file.found.map(({ code, amount, isDoubtful }) => [code, amount, isDoubtful])).toEqual([
    ['R11', '246/36,7 %', true],
    ['S13', '40/85 %', true],
    ['M01', '0,17 на одного обучающегося', true],
  ]);
  expect(columns[0]?.file.left).toEqual([
    { sheet: '', row: 4, text: 'Температура в классах · 20', problem: 'no-line' },
  ]);
  expect(columns[0]?.file.missing).toEqual(['R14', 'M07']);
});
