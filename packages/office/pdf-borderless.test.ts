import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import { expect, test } from 'vitest';
import { readPdf } from './read-pdf.ts';
import { line, makePdf, text } from './testing/make-pdf.ts';

/** Texts of the cells of one row, each line of a cell by itself. */
type Cells = readonly (readonly string[])[];

const xs = [50, 90, 260, 340, 480];
const pitch = 11.5;

/** Text with spaces as narrow as print has them; the font of the tests has wider ones. */
function print(x: number, y: number, value: string): string {
  let at = x;
  return value
    .split(' ')
    .map((word) => {
      const drawn = text(at, y, word);
      at += 5 * word.length + 3;
      return drawn;
    })
    .join('');
}

/** Rows one under another from `top` down without any space between them; shorter cells stand above or in the middle. */
function drawRows(
  rows: readonly Cells[],
  { top = 800, middle = false, ruled = false }: { top?: number; middle?: boolean; ruled?: boolean } = {},
): string {
  let y = top;
  let drawn = '';
  for (const cells of rows) {
    const most = Math.max(...cells.map((cell) => cell.length));
    cells.forEach((cell, column) => {
      const shift = middle ? ((most - cell.length) / 2) * pitch : 0;
      cell.forEach((value, index) => {
        if (value !== '') drawn += print(xs[column] ?? 0, y - shift - index * pitch, value);
      });
    });
    y -= most * pitch;
    if (ruled) drawn += line(45, y + 8, 600, y + 8);
  }
  return drawn;
}

const head: Cells = [['№'], ['Наименование'], ['Срок'], ['Ответственные'], ['Результат']];
const rows: readonly Cells[] = [
  head,
  [
    ['1.'],
    ['Обучение команд школ', 'по программам развития', 'в центре качества'],
    ['Март'],
    ['Центр, школы'],
    ['Приказ'],
  ],
  [
    ['2.'],
    ['Сбор заявок'],
    ['Апрель', '2025 года'],
    ['Отдел', 'образования', 'района'],
    ['Справка', 'с выводами'],
  ],
  [
    ['3.'],
    ['Консультации педагогов', 'по итогам диагностики'],
    ['Май'],
    ['Методисты'],
    ['Отчёты', 'кураторов', 'школ', 'в отдел'],
  ],
];
const joined = (table: readonly Cells[]): string[][] =>
  table.map((cells) => cells.map((cell) => cell.join(' ')));

async function read(...pages: readonly string[]): Promise<SourceDocument> {
  return readPdf(makePdf(pages.map((content) => ({ content, width: 650 }))));
}

const tables = (document: SourceDocument): string[][][] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.rows.map((row) => row.cells.map((cell) => cell.text.replaceAll('\n', ' ')))]
      : [],
  );

test.each([
  ['cells set above', {}],
  ['cells set in the middle', { middle: true }],
  ['rules under the rows', { ruled: true }],
  ['rules under the rows, cells in the middle', { ruled: true, middle: true }],
])('rows without space between them are told by their numbers and levels: %s', async (_, how) => {
  expect(tables(await read(drawRows(rows, how)))).toEqual([joined(rows)]);
});

test('without a column of numbers a row begins where its cells begin together', async () => {
  const noNumbers = rows.map((cells) => cells.map((cell, column) => (column === 0 ? [] : cell)));
  expect(tables(await read(drawRows(noNumbers)))).toEqual([joined(noNumbers).map((row) => row.slice(1))]);
});

test('the title of a section is one cell over all columns', async () => {
  const title = print(120, 800 - pitch * 4, 'Работа с педагогами и управленческими командами школ района');
  const drawn = drawRows(rows.slice(0, 2)) + title + drawRows(rows.slice(2), { top: 800 - pitch * 5 });
  expect(tables(await read(drawn))[0]?.[2]).toEqual([
    'Работа с педагогами и управленческими командами школ района',
  ]);
});

test('a head over two columns stands above both', async () => {
  const drawn =
    print(300, 812, 'Организация исполнения') +
    drawRows([head], { top: 800 }) +
    drawRows(rows.slice(1), { top: 800 - pitch });
  const [table] = tables(await read(drawn));
  expect(table?.slice(0, 2)).toEqual([
    ['№', 'Наименование', 'Организация исполнения', 'Результат'],
    ['Срок', 'Ответственные'],
  ]);
  expect(table?.slice(2)).toEqual(joined(rows.slice(1)));
});

test('a row broken by the page goes on under the repeated head', async () => {
  const rest: Cells = [[], ['и родителей учеников'], [], ['школьного округа'], []];
  const [, , , last] = joined(rows);
  const document = await read(
    drawRows(rows),
    drawRows([head, rest, ...rows.slice(1)]),
    drawRows([head, ...rows.slice(1)]),
  );
  const [table] = tables(document);
  expect(table).toHaveLength(1 + 3 + 1 + 3 + 1 + 3);
  expect(table?.[3]).toEqual([
    '3.',
    `${last?.[1]} и родителей учеников`,
    'Май',
    'Методисты школьного округа',
    last?.[4],
  ]);
});

test('a row that could have been cut otherwise is noted with its place', async () => {
  const unclear: Cells = [
    ['2.'],
    [],
    ['с мая', 'по июнь'],
    ['', '', 'Отдел', 'района'],
    ['', '', '', 'Отчёт'],
  ];
  const document = await read(drawRows([...rows.slice(0, 2), unclear, ...rows.slice(3)]));
  expect(document.notes).toMatchObject([
    { code: 'row-unclear', place: { table: 1, row: 3 } },
    { code: 'table-without-rules' },
  ]);
});

test('without numbers a row goes on over the page when its first text does, whatever its other cells begin with', async () => {
  const noNumbers = rows.map((cells) => [[], ...cells.slice(1)]);
  const rest: Cells = [[], ['и директоров школ'], [], ['Отдел', 'качества'], []];
  const [table] = tables(await read(drawRows(noNumbers), drawRows([rest, ...noNumbers.slice(1)])));
  expect(table).toHaveLength(4 + 3);
  expect(table?.[3]?.slice(0, 3)).toEqual([
    'Консультации педагогов по итогам диагностики и директоров школ',
    'Май',
    'Методисты Отдел качества',
  ]);
});
