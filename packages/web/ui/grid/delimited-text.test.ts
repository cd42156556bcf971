import { describe, expect, it } from 'vitest';
import { seenTable, toCsv, toTsv } from './delimited-text.ts';
import type { GridColumn } from './grid-column.ts';

type Row = { readonly name: string; readonly share: number | null; readonly on: string | null };

const columns: readonly GridColumn<Row>[] = [
  { id: 'name', title: 'Название', kind: 'text', value: (row) => row.name },
  { id: 'share', title: 'Доля; %', kind: 'number', value: (row) => row.share },
  { id: 'on', title: 'Дата', kind: 'date', value: (row) => row.on },
];

const csvOf = (row: Row) => toCsv(seenTable(columns, [row]), 'ru').split('\r\n')[1];

describe('a file for Excel', () => {
  it('begins with the mark of UTF-8 and quotes what holds the separator', () => {
    expect(toCsv(seenTable(columns, []), 'ru')).toBe('\uFEFFНазвание;"Доля; %";Дата\r\n');
  });

  it.each<[Row, string]>([
    [{ name: 'МБОУ СОШ № 1', share: 1234.5, on: '2023-02-28' }, 'МБОУ СОШ № 1;1234,5;28.02.2023'],
    [{ name: 'Школа "Росток"', share: 0, on: null }, '"Школа ""Росток""";0;'],
    [{ name: 'две\nстроки', share: null, on: null }, '"две\nстроки";;'],
    [{ name: '=HYPERLINK(1)', share: -5, on: null }, "'=HYPERLINK(1);-5;"],
    [{ name: '-', share: null, on: null }, '-;;'],
  ])('%j is %j', (row, line) => {
    expect(csvOf(row)).toBe(line);
  });
});

it('goes to the clipboard by tabs, with a point for the decimals of an English reader', () => {
  const table = seenTable(columns, [{ name: 'A\tB', share: 0.5, on: null }]);
  expect(toTsv(table, 'en')).toBe('Название\tДоля; %\tДата\n"A\tB"\t0.5\t');
});
