import { noCount, type PartialCount, type ReportRow } from './report.ts';
import {
  faultList,
  type ReadTable,
  type ReportTable,
  columnOf,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { countsOf } from './share-counts.ts';
import { cellCount, cellNumber, isBlank } from './sheet-words.ts';
import { unitColumns } from './unit-columns.ts';

export const participantsHead =
  /^(?:кол-?во|количество|число|всего) (?:участников|уч-?ся|учащихся|обучающихся)$|^участников$/;

type Distribution = {
  /** Columns of the values, in the order in which they are counted. */
  readonly columns: readonly number[];
  readonly toCount: (counts: readonly number[]) => Partial<PartialCount>;
};

/** Reports in which a row spreads its participants over columns, as shares or numbers: marks 2–5, or primary scores from 0. */
export function readDistribution(table: ReportTable, { columns, toCount }: Distribution): ReadTable {
  const participantsAt = columnOf(table.heads, participantsHead);
  const schoolsAt = columnOf(table.heads, /^(?:кол-?во|количество|число) (?:оо|школ)$/);
  const { taken, unitOf, factsOf } = unitColumns(table);
  const { faults, add } = faultList();
  const rows: ReportRow[] = [];
  for (const { row, cells } of rowsBelow(table)) {
    const unit = unitOf(cells);
    const values = columns.map((column) => (isBlank(cells[column]) ? 0 : cellNumber(cells[column])));
    const participants = cellCount(cells[participantsAt]);
    const wrong = columns[values.indexOf(null)];
    if (columns.every((column) => isBlank(cells[column])) && isBlank(cells[participantsAt])) continue;
    if (unit === null) add(row, 0, 'no-school');
    else if (participants === null) add(row, participantsAt, 'not-a-number');
    else if (wrong !== undefined) add(row, wrong, 'not-a-number');
    else {
      const counted = countsOf(
        values.map((value) => value ?? 0),
        participants,
      );
      if ('fault' in counted) add(row, columns[0] ?? 0, counted.fault);
      else
        rows.push({
          row,
          unit,
          facts: factsOf(cells),
          count: { ...noCount, participants, ...toCount(counted.counts) },
        });
    }
  }
  const known = (column: number): boolean =>
    taken(column) || columns.includes(column) || column === participantsAt || column === schoolsAt;
  return { rows, markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

/** Columns headed «2», «3», «4» and «5». */
export function markColumns(heads: readonly string[]): readonly number[] {
  return ['2', '3', '4', '5'].map((mark) =>
    heads.findIndex((head) => head === mark || head === `«${mark}»` || head === `отметка ${mark}`),
  );
}

/** Columns headed 0, 1, 2 … one after another, up to the greatest score. */
export function scoreColumns(heads: readonly string[]): readonly number[] {
  const columns: number[] = [];
  for (let score = 0; ; score += 1) {
    const column = heads.findIndex((head, at) => at > (columns.at(-1) ?? -1) && head === String(score));
    if (column < 0) return columns;
    columns.push(column);
  }
}

export const readMarks = (table: ReportTable): ReadTable =>
  readDistribution(table, {
    columns: markColumns(table.heads),
    toCount: ([two = 0, three = 0, four = 0, five = 0]) => ({ marks: [two, three, four, five], below: two }),
  });

export const readScores = (table: ReportTable): ReadTable =>
  readDistribution(table, { columns: scoreColumns(table.heads), toCount: (scores) => ({ scores }) });
