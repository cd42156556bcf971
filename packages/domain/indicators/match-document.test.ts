import { expect, test } from 'vitest';
import { type DocumentLine, matchDocument } from './match-document.ts';
import { currentIndicators, shippedIndicators } from './shipped-indicators.ts';

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
    'the next subject after a colon',
    [
      ['Средний балл ОГЭ: русский язык'],
      ['математика'],
      ['Средний балл ЕГЭ: русский язык'],
      ['математика профильная'],
    ],
    ['R12', 'R13', 'R14', 'R15'],
    ['R12', 'R13', 'R14', 'R15'],
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

test.each([
  ['Доля обучающихся, состоящих на учёте с алко/ наркозависимостью', 'X07'],
  ['Количество детей, состоящих на учёте по поводу наркомании и алкоголизма', 'X07'],
  ['Состоят на внутришкольном учёте, в КДН', 'X08'],
  ['Семьи с тремя и более детьми', 'X09'],
  ['Ребёнок-инвалид', 'X06'],
  ['Единственный родитель не работает', 'X14'],
  ['Доля обучающихся, проживающих в неблагоустроенных помещениях', 'X16'],
  ['Качество знаний (на «4» и «5»)', 'R11'],
  ['Средний балл ОГЭ, русский язык', 'R12'],
  ['Средний балл ОГЭ по математике', 'R13'],
  ['Средний балл ЕГЭ по русскому языку', 'R14'],
  ['Получили «2» на ОГЭ по русскому языку', 'R16'],
  ['Не преодолели минимальный порог ЕГЭ по математике', 'R19'],
  ['Не получили аттестат за 9 класс', 'R20'],
  ['Аттестат с отличием за 11 класс', 'R23'],
  ['Обучаются по программам углублённого изучения', 'R26'],
  ['Охват дополнительным образованием', 'R28'],
  ['Стаж более 30 лет', 'S16b'],
  [
    'Численность педагогических и административно-хозяйственных работников, прошедших за последние 3 года повышение квалификации',
    'S17',
  ],
  ['Скорость интернета не ниже 2 Мб/с', 'M04'],
  ['Наличие читального зала', 'M03'],
  ['Дети из семей мигрантов', null],
])('«%s» is told from all that schools are asked', (name, code) => {
  const all = currentIndicators().filter(({ levels }) => levels.includes('school'));
  const [column] = matchDocument([line(1, name, '7', '')], all, 'SY2025').columns;
  expect(column?.file.found[0]?.code ?? null).toBe(code);
});

test('a share of one in a column of percentages stays what it is', () => {
  const asked = shippedIndicators.filter(({ code }) => ['R11', 'R24'].includes(code));
  const lines = [
    line(1, 'Качество знаний', '42/21%', ''),
    line(2, 'Участники олимпиад, смотров, конкурсов', '1/0,005', ''),
  ];
  expect(matchDocument(lines, asked, 'SY2025').columns[0]?.file.found.map(({ amount }) => amount)).toEqual([
    '42/21%',
    '1/0,005',
  ]);
});
