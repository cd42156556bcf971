import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { seenTable } from './delimited-text.ts';
import type { GridColumn } from './grid-column.ts';
import { writeTableXlsx } from './write-table-xlsx.ts';

type Row = { readonly name: string; readonly share: number | null; readonly on: string | null };
const columns: readonly GridColumn<Row>[] = [
  { id: 'name', title: 'Название', kind: 'text', value: (row) => row.name },
  { id: 'share', title: 'Доля', kind: 'number', value: (row) => row.share },
  { id: 'on', title: 'Дата', kind: 'date', value: (row) => row.on },
];
const rows: Row[] = [
  { name: '1.10', share: 0.5, on: '2023-02-28' },
  { name: '=1+1', share: 0, on: null },
  { name: 'Гимназия', share: null, on: null },
];

it('holds numbers as numbers, days as days, and a printed number or a formula as text; no data is an empty cell', async () => {
  const { sheets } = await readXlsx(await writeTableXlsx(seenTable(columns, rows), 'Школы: все [2026]'));
  expect(sheets[0]?.name).toBe('Школы  все  2026');
  expect(sheets[0]?.rows).toEqual([
    ['Название', 'Доля', 'Дата'],
    ['1.10', 0.5, new Date('2023-02-28T00:00:00Z')],
    ['=1+1', 0, null],
    ['Гимназия', null, null],
  ]);
});

it('of a table without rows is its head', async () => {
  const { sheets } = await readXlsx(await writeTableXlsx(seenTable(columns, []), '///'));
  expect(sheets[0]).toMatchObject({ name: '1', rows: [['Название', 'Доля', 'Дата']] });
});
