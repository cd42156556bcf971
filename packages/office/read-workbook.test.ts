import { writeXlsx, type Cell, type WriteSheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

async function read(...sheets: WriteSheet[]): ReturnType<typeof readFile> {
  return readFile(await writeXlsx({ sheets }));
}

async function shownAs(value: Cell['value'], numFmt: string): Promise<string> {
  const cells = new Map([['1,1', { value, style: { numFmt } }]]);
  const { blocks } = await read({
    name: 'a',
    rows: [
      ['x', 'y'],
      ['z', value],
    ],
    cells,
  });
  return blocks[0]?.kind === 'table' ? (blocks[0].rows[1]?.cells[1]?.text ?? '') : '';
}

describe('a value is shown as Russian Excel shows it', () => {
  it.each([
    [day(2023, 2, 25), 'dd.mm.yyyy', '25.02.2023'],
    [day(2023, 2, 25), 'm/d/yyyy', '25.02.2023'],
    [day(2023, 2, 25), '[$-419]mmmm yyyy;@', 'февраль 2023'],
    [day(2023, 2, 25), 'dd.mm', '25.02'],
    [new Date(Date.UTC(2023, 1, 25, 9, 5)), 'dd.mm.yyyy h:mm', '25.02.2023 09:05'],
    [0.21, '0%', '21%'],
    [0.2149, '0.0%', '21,5%'],
    [0.21, 'General', '0,21'],
    [0.1 + 0.2, 'General', '0,3'],
    [1234.5, '#,##0.00', '1 234,50'],
    [7, '"№ "0', '№ 7'],
    [true, 'General', 'ИСТИНА'],
  ])('%s in %s', async (value, format, expected) => {
    expect(await shownAs(value, format)).toBe(expected);
  });
});

describe('a sheet', () => {
  const head = ['№', 'Мероприятие', 'Срок', 'Ответственный'];

  it('parts tables that stand side by side, each with its title and its numbers', async () => {
    const { blocks } = await read({
      name: 'План',
      rows: [
        ['План', null, null, null, null, 'Показатели'],
        [...head, null, '№', 'Показатель'],
        [1, 'Опрос', 'май', 'Иванов', null, 1, 'Доля школ'],
        [2, 'Сбор', 'июнь', 'Иванов'],
      ],
    });
    const texts = blocks.map((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text).join('|')) : [],
    );
    expect(texts.map((rows) => rows.at(-1))).toEqual(['2|Сбор|июнь|Иванов', '1|Доля школ']);
  });

  it('gives the words above and below its table as paragraphs, with rows of the sheet as places', async () => {
    const { blocks } = await read({
      name: 'План',
      rows: [
        [null, null, null, 'УТВЕРЖДАЮ'],
        ['План мероприятий'],
        [],
        head,
        [1, 'Опрос\nшкол', 'май', 'Иванов'],
        [],
        ['Начальник', null, null, 'И.И. Иванов'],
        [],
        [],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 3 }],
    });
    expect(blocks).toMatchObject([
      { kind: 'paragraph', text: 'УТВЕРЖДАЮ', place: { line: 1 } },
      { kind: 'paragraph', text: 'План мероприятий', place: { line: 2 } },
      {
        kind: 'table',
        sheet: 'План',
        columnCount: 4,
        place: { line: 4, lastLine: 5, table: 1 },
        rows: [{}, { cells: [{}, { text: 'Опрос\nшкол' }, {}, {}] }],
      },
      { kind: 'paragraph', text: 'Начальник\tИ.И. Иванов', place: { line: 7 } },
    ]);
  });

  it('keeps merged cells as spans, cut to what is shown', async () => {
    const { blocks } = await read({
      name: 'a',
      rows: [
        head,
        ['1.', 'Раз', 'май', 'Иванов'],
        [null, 'Два', 'май', 'Иванов'],
        ['Раздел'],
        ['2.', 'Три', 'май', 'Иванов'],
      ],
      merges: [
        { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
        { startRow: 3, startCol: 0, endRow: 3, endCol: 9 },
      ],
    });
    expect(blocks).toMatchObject([
      {
        rows: [
          { cells: { length: 4 } },
          { cells: [{ rowSpan: 2, columnSpan: 1, text: '1.' }, {}, {}, {}] },
          { cells: [{ column: 1, text: 'Два' }, {}, {}] },
          { cells: [{ columnSpan: 4, text: 'Раздел' }] },
          {},
        ],
      },
    ]);
  });

  it('leaves hidden rows, columns and sheets out with a note, and keeps rows that a filter hides', async () => {
    const rows = [head, [1, 'a', 'b', 'c'], [2, 'd', 'e', 'f'], [3, 'g', 'h', 'i']];
    const hidden = { hidden: true };
    const document = await read(
      { name: 'a', rows, rowDefs: new Map([[2, hidden]]), columns: [{}, hidden] },
      { name: 'b', rows, hidden: true },
      { name: 'c', rows, rowDefs: new Map([[2, hidden]]), autoFilter: { range: 'A1:D4' } },
    );
    expect(document.blocks).toMatchObject([
      {
        sheet: 'a',
        rows: [
          {},
          { cells: [{ text: '1' }, { column: 1, text: 'b' }, { text: 'c' }] },
          { place: { line: 4 } },
        ],
      },
      { sheet: 'c', rows: { length: 4 }, place: { table: 2 } },
    ]);
    expect(document.notes).toEqual([{ code: 'hidden-content', place: null, value: 3 }]);
  });

  it('cuts merged cells to what is shown of them', async () => {
    const { blocks } = await read({
      name: 'a',
      rows: [head, ['Раздел'], [1, 'a', 'b', 'c']],
      merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 3 }],
      columns: [{ hidden: true }],
    });
    expect(blocks).toMatchObject([
      { columnCount: 3, rows: [{}, { cells: [{ column: 0, columnSpan: 3, text: 'Раздел' }] }, {}] },
    ]);
  });

  it('marks the rows that are printed on each page', async () => {
    const rows = [['План'], head, ['1', '2', '3', '4'], [1, 'a', 'b', 'c']];
    const { blocks } = await read({ name: 'a', rows, pageSetup: { printTitlesRow: '$2:$3' } });
    expect(blocks[1]).toMatchObject({
      rows: [{ repeatedHead: true }, { repeatedHead: true }, { repeatedHead: false }],
    });
  });

  const kinds = async (...rows: (string | null)[][]): Promise<string[]> => {
    const { blocks } = await read({ name: 'a', rows });
    return blocks.map((block) => (block.kind === 'table' ? `table of ${block.rows.length}` : block.text));
  };
  const row = ['1', 'Опрос', 'май', 'Центр'];

  it.each<[string, (string | null)[][], string[]]>([
    ['titles of sections inside', [head, row, ['Раздел 2'], row], ['table of 4']],
    ['blank rows and a title inside', [head, row, [], ['Раздел 2'], [], row], ['table of 6']],
    ['a cell that goes on below', [head, row, [null, null, null, 'школы'], row], ['table of 4']],
    ['notes below', [head, row, ['Примечание']], ['table of 2', 'Примечание']],
    [
      'a table of other columns below a title',
      [head, row, ['Показатели'], [...head, '2023', '2024'], [...row, '5', '6']],
      ['table of 2', 'Показатели', 'table of 2'],
    ],
    [
      'labels and their texts below a title',
      [head, row, ['Паспорт'], ['Цель', 'Рост'], ['Срок', 'Год']],
      ['table of 2', 'Паспорт', 'table of 2'],
    ],
    [
      'the lines between an annex and the next',
      [head, row, ['Приложение 2'], ['к приказу'], ['от 1 мая'], ['План'], head, row],
      ['table of 2', 'Приложение 2', 'к приказу', 'от 1 мая', 'План', 'table of 2'],
    ],
    [
      'approvals side by side, the left longer',
      [
        ['СОГЛАСОВАНО', null, null, 'УТВЕРЖДАЮ'],
        ['Председатель', null, null, 'Директор'],
        ['Протокол № 1'],
        [],
        ['План'],
        head,
        row,
      ],
      ['table of 3', 'План', 'table of 2'],
    ],
  ])('parts %s', async (_, rows, expected) => {
    expect(await kinds(...rows)).toEqual(expected);
  });

  it('without a table is paragraphs', async () => {
    const { blocks } = await read({ name: 'a', rows: [['Только'], [], ['слова']] });
    expect(blocks).toMatchObject([{ text: 'Только' }, { text: 'слова' }]);
  });

  it('that is empty gives nothing', async () => {
    expect((await read({ name: 'a', rows: [] })).blocks).toEqual([]);
  });
});
