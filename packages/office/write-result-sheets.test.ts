import { expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { writeResultSheets } from './write-result-sheets.ts';

it('counts and shares are numbers, words stay words, and no text is a formula', async () => {
  const bytes = await writeResultSheets([
    {
      name: 'Школы',
      notes: ['Скрыто: меньше 5'],
      columns: [
        { title: 'Школа', kind: 'text' },
        { title: 'Ниже минимума', kind: 'count' },
        { title: 'Доля', kind: 'share' },
      ],
      rows: [
        ['=1+1', 7, 0.25],
        ['Школа № 2', 'скрыто', 'скрыто'],
      ],
    },
  ]);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.map((row) => row.filter((cell) => cell !== null && cell !== ''))).toEqual([
    ['Скрыто: меньше 5'],
    ['Школа', 'Ниже минимума', 'Доля'],
    ['=1+1', 7, 0.25],
    ['Школа № 2', 'скрыто', 'скрыто'],
  ]);
});
