import { expect, test } from 'vitest';
import { type DocumentLine, matchDocument } from './match-document.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const line = (row: number, name: string, first: string, second: string): DocumentLine => ({
  no: '',
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
    'SY2025',
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

type Row = readonly [name: string, more?: { readonly no?: string; readonly group?: string }];
const codesOf = (rows: readonly Row[], codes: readonly string[]): readonly (string | null)[] => {
  const asked = shippedIndicators.filter(({ code }) => codes.includes(code));
  const lines = rows.map(([name, more], at) => ({
    ...line(at, name, '7', ''),
    no: more?.no ?? '',
    group: more?.group ?? null,
  }));
  const found = matchDocument(lines, asked, 'SY2025').columns[0]?.file.found ?? [];
  return rows.map((_, at) => found.find(({ row }) => row === at)?.code ?? null);
};

const winners = ['R25', 'R25a', 'R25b', 'R25c'];
const categories = ['S15', 'S15a', 'S15b', 'X01', 'X02'];
test.each<[string, readonly Row[], readonly string[], readonly (string | null)[]]>([
  [
    'levels of a contest after «из них»',
    [
      ['Стали победителями и призёрами конкурсов, олимпиад, смотров (чел.)'],
      ['из них: на районном этапе'],
      ['на областном уровне'],
      ['на всероссийском'],
    ],
    winners,
    winners,
  ],
  [
    'parts of which the whole is not asked',
    [['Победители и призёры'], ['- муниципального уровня'], ['- федерального уровня']],
    ['R25a', 'R25c'],
    [null, 'R25a', 'R25c'],
  ],
  [
    'categories by deeper numbers, in Roman and in Arabic figures',
    [
      ['Аттестованы на квалификационную категорию педагогические работники', { no: '5' }],
      ['I', { no: '5.1' }],
      ['Высшая', { no: '5.2' }],
    ],
    categories,
    ['S15', 'S15a', 'S15b'],
  ],
  [
    'categories beside a merged cell, which is their whole',
    [
      ['1 категория', { group: 'Педработники, которым присвоена квалификационная категория' }],
      ['высшая категория', { group: 'Педработники, которым присвоена квалификационная категория' }],
    ],
    categories,
    ['S15a', 'S15b'],
  ],
  [
    'a row of its own after parts, which is nobody’s part',
    [
      ['Педагоги с квалификационной категорией, всего'],
      ['в том числе первой'],
      ['Молодые педагоги, охваченные наставничеством'],
    ],
    [...categories, 'S07'],
    ['S15', 'S15a', 'S07'],
  ],
  [
    'what is in a room',
    [
      ['Имеется читальный зал библиотеки'],
      ['- медиатека'],
      ['- выход в сеть Интернет с компьютеров зала'],
      ['- от 20 мест для чтения'],
    ],
    ['M03', 'M03a', 'M03b', 'M03c', 'M03e'],
    ['M03', 'M03c', 'M03e', 'M03a'],
  ],
  [
    'long wordings of short names',
    [
      ['Удельный вес детей, которые воспитываются в неполных семьях'],
      ['Число детей с ограниченными возможностями здоровья'],
      ['Получили аттестаты об основном общем образовании с отличием выпускники 9 классов'],
      ['Не получили аттестатов об основном общем образовании выпускники 9 классов'],
      ['Учителя, имеющие 1 квалификационную категорию'],
      ['Педагоги, у которых высшее образование — педагогическое'],
    ],
    ['X05', 'X09', 'X10', 'R20', 'R22', 'S13', 'S14', ...categories],
    ['X10', 'X05', 'R22', 'R20', 'X01', 'S14'],
  ],
])('%s', (_, rows, codes, expected) => {
  expect(codesOf(rows, codes)).toEqual(expected);
});
