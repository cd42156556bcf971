import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../basics/sheet-table.ts';
import { readReports } from './read-report.ts';

const heads = ['Год', 'Процедура', 'Класс', 'Предмет', 'Код школы', 'Участников', 'Ниже минимума'];
const journalHeads = ['Понизили', 'Подтвердили', 'Повысили', 'Понизили на 2', 'Повысили на 2'];
const row = (...more: SheetCell[]): SheetCell[] => [
  2026,
  'ОГЭ',
  9,
  'математика',
  'edu000001',
  20,
  3,
  ...more,
];

function read(head: readonly string[], ...rows: SheetCell[][]) {
  const [report] = readReports([{ name: '', rows: [[...head], ...rows] }], []).reports;
  return {
    counts: report?.rows.map(({ count: { journal, gaps } }) => ({ journal, gaps })),
    faults: report?.faults.map(({ column, code }) => `${column} ${code}`),
  };
}

describe('the flat form against the journal', () => {
  it.each<[string, readonly string[], SheetCell[], object]>([
    [
      'three numbers and of them those two or more apart',
      journalHeads,
      [6, 12, 2, 2, null],
      { counts: [{ journal: { lowered: 6, confirmed: 12, raised: 2 }, gaps: { lowered: 2, raised: 0 } }] },
    ],
    [
      'three numbers alone: how far is not known',
      journalHeads,
      [6, 12, 2],
      { counts: [{ journal: { lowered: 6, confirmed: 12, raised: 2 }, gaps: null }] },
    ],
    ['more two apart than lowered', journalHeads, [6, 12, 2, 7, 0], { faults: ['11 more-than-compared'] }],
    ['two apart of nobody compared', journalHeads.slice(3), [2, 0], { faults: ['8 more-than-compared'] }],
    ['more than participants', journalHeads, [6, 12, 3], { faults: ['8 more-than-participants'] }],
  ])('%s', (_, columns, cells, expected) => {
    expect(read([...heads, ...columns], row(...cells))).toMatchObject(expected);
  });

  it('is made of the marks of pupils, where each row is one', () => {
    const pupil = (below: number, mark: number, journal: SheetCell): SheetCell[] => [
      ...row().slice(0, 5),
      below,
      mark,
      journal,
    ];
    const head = [...heads.filter((name) => name !== 'Участников'), 'Отметка', 'Отметка по журналу'];
    expect(read(head, pupil(1, 2, 4), pupil(0, 4, 4), pupil(0, 4, 5), pupil(0, 5, '—'))).toEqual({
      counts: [{ journal: { lowered: 2, confirmed: 1, raised: 0 }, gaps: { lowered: 1, raised: 0 } }],
      faults: [],
    });
  });
});
