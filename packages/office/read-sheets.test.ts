import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import { readSheets } from './read-sheets.ts';

const day = new Date(Date.UTC(2021, 8, 1));

describe('cells of a workbook', () => {
  it('keep all digits of a number and the day of a date', async () => {
    const cells = new Map([['0,1', { value: day, style: { numFmt: 'dd.mm.yyyy' } }]]);
    const [sheet] = await readSheets(
      await writeXlsx({
        sheets: [{ name: 'Школы', rows: [[1027700132195, day, '', true, ' Школа ']], cells }],
      }),
    );
    expect(sheet).toEqual({ name: 'Школы', rows: [[1027700132195, '2021-09-01', null, 'да', 'Школа']] });
  });

  it('merged downwards stand in each row', async () => {
    const rows = [
      ['Северный район', 'Школа № 1'],
      [null, 'Школа № 2'],
      [null, 'Школа № 3'],
    ];
    const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }];
    const [sheet] = await readSheets(await writeXlsx({ sheets: [{ name: 'а', rows, merges }] }));
    expect(sheet?.rows.map((row) => row[0] ?? null)).toEqual(['Северный район', 'Северный район', null]);
  });
});

it('tells how much of a workbook is read: as it is unpacked and before its sheets, never less than before', async () => {
  const shares: number[] = [];
  const sheets = ['а', 'б', 'в'].map((name) => ({ name, rows: [['Школа', 1]] }));
  await readSheets(await writeXlsx({ sheets }), {}, (share) => shares.push(share));
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(new Set(shares.slice(0, 4)).size).toBe(4);
  expect(shares.at(-1)).toBe(0.35);
});

describe('a delimited text', () => {
  const rows = async (bytes: Uint8Array | string) =>
    (await readSheets(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes))[0]?.rows;

  it.each([
    ['semicolons', 'Название;ИНН\r\nШкола, № 1;7707083893\r\n'],
    ['tabs', 'Название\tИНН\nШкола, № 1\t7707083893'],
    ['commas', 'Название,ИНН\n"Школа, № 1",7707083893\n'],
    ['a declared separator', 'sep=|\nНазвание|ИНН\nШкола, № 1|7707083893'],
  ])('is divided by %s', async (_, text) => {
    expect(await rows(text)).toEqual([
      ['Название', 'ИНН'],
      ['Школа, № 1', '7707083893'],
    ]);
  });

  it('of Russian Excel is in windows-1251', async () => {
    // «Имя;ИНН» and «Школа;1»
    const bytes = Uint8Array.from([
      0xc8, 0xec, 0xff, 0x3b, 0xc8, 0xcd, 0xcd, 0x0d, 0x0a, 0xd8, 0xea, 0xee, 0xeb, 0xe0, 0x3b, 0x31,
    ]);
    expect(await rows(bytes)).toEqual([
      ['Имя', 'ИНН'],
      ['Школа', '1'],
    ]);
  });

  it('may hold separators, line breaks and quotation marks in a quoted cell, and a mark of UTF-8', async () => {
    expect(await rows('\uFEFFА;"Школа ""Росток"";\nкорпус 2";\n')).toEqual([
      ['А', 'Школа "Росток";\nкорпус 2', null],
    ]);
  });
});

describe('what is not a table', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'not-a-table'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), 'unknown-format'],
  ])('%s is refused', async (_, bytes, code) => {
    const refused = await readSheets(bytes).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefusal);
    expect(refused).toMatchObject({ code });
  });
});

it('a page of tables called .xls is read with the words above its table, and a cell reaching down stands in each row', async () => {
  const page = `<html><body><p>Успеваемость за 2024–2025 учебный год</p><table><tr><th>Класс</th><th>Неусп.</th></tr>
    <tr><td rowspan="2">5А</td><td>1</td></tr><tr><td>&nbsp;</td></tr></table></body></html>`;
  expect(await readSheets(new TextEncoder().encode(page))).toEqual([
    {
      name: '',
      rows: [['Успеваемость за 2024–2025 учебный год'], ['Класс', 'Неусп.'], ['5А', '1'], ['5А', null]],
    },
  ]);
});
