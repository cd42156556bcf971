import { noCount, type ReportRow } from './report.ts';
import { participantsHead } from './read-distribution.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { cellCount, cellNumber, cellText, headText, isBlank } from './sheet-words.ts';
import { unitColumns } from './unit-columns.ts';

/** «1», «9.1», «12К2», «3К1 (4б)»: a task, with its greatest score where the head says it. */
const taskHead = /^(\d{1,2}(?:[.,]\d{1,2})?(?:к\d{1,2})?)(?: ?\((\d{1,2}) ?б[^)]*\))?$/;

export type TaskColumn = { readonly column: number; readonly task: string; readonly scoreMax: number | null };

export function taskColumns(heads: readonly string[]): TaskColumn[] {
  return heads.flatMap((head, column) => {
    const [, name, scoreMax] = taskHead.exec(head) ?? [];
    if (name === undefined) return [];
    return [{ column, task: taskName(name), scoreMax: scoreMax === undefined ? null : Number(scoreMax) }];
  });
}

/** «9,1» and «9.1» are one task; the criterion is printed with a capital. */
export const taskName = (text: string): string => text.replace(',', '.').toUpperCase();

/** «Выполнение заданий»: shares of the greatest score by task; the greatest scores stand in a row «Макс. балл» or in the heads. */
export function readTasks(table: ReportTable): ReadTable {
  const participantsAt = columnOf(table.heads, participantsHead);
  const tasks = taskColumns(table.heads);
  const { taken, unitOf, factsOf } = unitColumns(table);
  const { faults, add } = faultList();
  const below = rowsBelow(table);
  const greatest = below.find(({ cells }) =>
    cells.some((cell) => /^макс\p{L}*\.? ?(?:перв\p{L}*\.? ?)?балл/u.test(headText(cell))),
  );
  const scored = tasks.map((task) => ({
    ...task,
    scoreMax: task.scoreMax ?? cellCount(greatest?.cells[task.column]),
  }));
  for (const { column, scoreMax } of scored)
    if (scoreMax === null || scoreMax === 0) add(table.head + 1, column, 'points-max-unknown');
  const rows: ReportRow[] = [];
  for (const { row, cells } of below) {
    if (row === greatest?.row || tasks.every(({ column }) => isBlank(cells[column]))) continue;
    const unit = unitOf(cells);
    const participants = cellCount(cells[participantsAt]);
    if (unit === null) add(row, 0, 'no-school');
    else if (participants === null) add(row, participantsAt, 'participants-unknown');
    else {
      const done = scored.flatMap(({ column, task, scoreMax }) => {
        if (scoreMax === null || scoreMax === 0 || isBlank(cells[column])) return [];
        const share = cellNumber(cells[column]);
        if (share === null || share < 0 || share > 100) add(row, column, 'not-a-number');
        return share === null || share < 0 || share > 100
          ? []
          : [pointsOf(task, share, participants * scoreMax)];
      });
      rows.push({ row, unit, facts: factsOf(cells), count: { ...noCount, participants, tasks: done } });
    }
  }
  const known = (column: number): boolean =>
    taken(column) ||
    column === participantsAt ||
    tasks.some((task) => task.column === column) ||
    /^(?:кол-?во|количество) оо$/.test(cellText(table.heads[column]));
  return { rows, markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

/** The whole points nearest to a share of all that could be got. */
export function pointsOf(task: string, share: number, pointsMax: number) {
  return { task, points: Math.round((share / 100) * pointsMax), pointsMax };
}
