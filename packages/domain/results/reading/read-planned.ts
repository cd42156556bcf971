import { noCount, type ReportRow, type ReportUnit } from './report.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { unitNamed } from './report-unit.ts';
import { pointsOf, taskName } from './read-tasks.ts';
import { cellCount, cellNumber, cellText, isBlank } from './sheet-words.ts';

type UnitColumn = {
  readonly column: number;
  readonly unit: ReportUnit;
  readonly participants: number | null;
};

/**
 * «Достижение планируемых результатов»: a row for each requirement, its task at the beginning of the text («1К1. Умение …») or in the
 * first column; a column for each territory and school, with the number of participants in its head («… (123 уч.)»).
 */
export function readPlanned(table: ReportTable): ReadTable {
  const at = {
    number: columnOf(table.heads, /^№|^номер/),
    words: columnOf(table.heads, /^блоки пооп|проверяем|требовани|^умени/),
    scoreMax: columnOf(table.heads, /^макс/),
  };
  const { faults, add } = faultList();
  const fixed = (column: number): boolean => Object.values(at).includes(column);
  const units = table.heads.flatMap((head, column) =>
    head === '' || fixed(column) ? [] : [unitColumn(table, column)],
  );
  for (const { column, participants } of units)
    if (participants === null) add(table.head + 1, column, 'participants-unknown');
  const lines = rowsBelow(table).flatMap(({ row, cells }) => {
    const task = taskIn(cellText(cells[at.number])) ?? taskIn(cellText(cells[at.words]));
    const scoreMax = cellCount(cells[at.scoreMax]);
    if (task === null || units.every(({ column }) => isBlank(cells[column]))) return [];
    if (scoreMax === null || scoreMax === 0) add(row, at.scoreMax, 'points-max-unknown');
    return scoreMax === null || scoreMax === 0 ? [] : [{ row, cells, task, scoreMax }];
  });
  const rows = units.flatMap(({ column, unit, participants }): ReportRow[] => {
    if (participants === null) return [];
    const tasks = lines.flatMap(({ row, cells, task, scoreMax }) => {
      if (isBlank(cells[column])) return [];
      const share = cellNumber(cells[column]);
      if (share === null || share < 0 || share > 100) {
        add(row, column, 'not-a-number');
        return [];
      }
      return [pointsOf(task, share, participants * scoreMax)];
    });
    const count = { ...noCount, participants, tasks };
    return [{ row: table.head + 1, unit, facts: table.title, count }];
  });
  return {
    rows,
    markers: [],
    faults,
    unknownColumns: unknownHeads(
      table,
      (column) => fixed(column) || units.some((unit) => unit.column === column),
    ),
  };
}

function unitColumn({ rows, head }: ReportTable, column: number): UnitColumn {
  const text = cellText(rows[head]?.[column]);
  const [whole, count] = /\(?\s*(\d[\d ]*)\s*уч\p{L}*\.?\s*\)?/u.exec(text) ?? [];
  return {
    column,
    unit: unitNamed(whole === undefined ? text : text.replace(whole, ' ')),
    participants: count === undefined ? null : cellCount(count),
  };
}

function taskIn(text: string): string | null {
  const found = /^(\d{1,2}(?:[.,]\d{1,2})?(?:[кКkK]\d{1,2})?)(?=[.)\s]|$)/.exec(text)?.[1];
  return found === undefined ? null : taskName(found.replace(/[kK]/, 'К'));
}
