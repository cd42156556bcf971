import type { SheetCell } from '../../basics/sheet-table.ts';
import type { ReportFacts, ReportUnit } from './report.ts';
import { type PupilResult, tallies } from './pupil-tally.ts';
import { taskColumns } from './read-tasks.ts';
import {
  columnOf,
  faultList,
  type ReadTable,
  type ReportTable,
  rowsBelow,
  unknownHeads,
} from './report-table.ts';
import { unitNamed } from './report-unit.ts';
import { cellScore, cellNumber, cellText, headText, isBlank } from './sheet-words.ts';
import { unitColumns } from './unit-columns.ts';

const columns = {
  code: /^код участника$/,
  score: /^первичный балл$/,
  mark: /^отметка$/,
  journal: /^отметка по журналу$/,
} as const;

/** Columns that are never looked at: they say who the pupil is, or do not matter. */
const passedOver = /^(?:фио|фамилия|имя|отчество|пол|вариант|код участника|№.*|снилс|дата рождения)$/;

/**
 * «Индивидуальные результаты» of ФИС ОКО: a row for each pupil. Rows are added up while they are read, and the columns that name a
 * pupil are never read. «X» in a task is a task not begun: no points of as many as it gives. Rows without a digit in the code are separators.
 */
export function readIndividual(table: ReportTable): ReadTable {
  const { heads } = table;
  const at = {
    code: columnOf(heads, columns.code),
    score: columnOf(heads, columns.score),
    mark: columnOf(heads, columns.mark),
    journal: columnOf(heads, columns.journal),
  };
  const tasks = taskColumns(heads);
  const units = unitColumns(table);
  const above = unitAbove(table);
  const { faults, add } = faultList();
  const schools = tallies<{ row: number; unit: ReportUnit; facts: ReportFacts }>();
  let read = 0;
  for (const { row, cells } of rowsBelow(table)) {
    if (!/\d/.test(cellText(cells[at.code]))) continue;
    const unit = schoolOf(units.unitOf(cells)) ?? above.unit;
    const score = cellScore(cells[at.score]);
    const mark = markOf(cells[at.mark]);
    if (mark === 'unknown') add(row, at.mark, 'mark-unknown');
    if (score === null && !isBlank(cells[at.score])) add(row, at.score, 'not-a-number');
    if (unit === null) add(row, 0, 'no-school');
    if (unit === null || (score === null && typeof mark !== 'number')) continue;
    const pupil = {
      mark: typeof mark === 'number' ? mark : null,
      journalMark: numberOrNull(markOf(cells[at.journal])),
      score,
      below: typeof mark === 'number' ? mark === 2 : null,
      tasks: tasks.flatMap(({ column, task, scoreMax }) => taskOf(cells[column], task, scoreMax)),
    };
    if (differs(pupil, tasks.length)) add(row, at.score, 'sum-differs');
    const facts = units.factsOf(cells);
    schools.at(`${unit.login ?? unit.name}\t${facts.grade}`, () => ({ row, unit, facts })).add(pupil);
    read += 1;
  }
  if (above.participants !== null && above.participants !== read)
    add(table.head + 1, at.code, 'participants-differ');
  const known = (column: number): boolean =>
    units.taken(column) ||
    Object.values(at).includes(column) ||
    tasks.some((task) => task.column === column) ||
    passedOver.test(heads[column] ?? '');
  const rows = schools.all().map(({ of, count }) => ({ ...of, count }));
  return { rows, markers: [], faults, unknownColumns: unknownHeads(table, known) };
}

/** A mark 2–5; null for none («Нет отметки», a dash); unknown for anything else. */
export function markOf(cell: SheetCell | undefined): 2 | 3 | 4 | 5 | null | 'unknown' {
  const mark = cellNumber(cell);
  if (mark === 2 || mark === 3 || mark === 4 || mark === 5) return mark;
  return isBlank(cell) || /^(?:нет отметки|н\/?[аб]|осв|х)\.?$/.test(headText(cell)) ? null : 'unknown';
}

export const numberOrNull = <T extends number>(value: T | null | 'unknown'): T | null =>
  value === 'unknown' ? null : value;

const schoolOf = (unit: ReportUnit | null): ReportUnit | null =>
  unit === null ? null : { ...unit, level: 'school' };

function taskOf(cell: SheetCell | undefined, task: string, scoreMax: number | null) {
  if (scoreMax === null || isBlank(cell)) return [];
  const points = cellNumber(cell) ?? (headText(cell) === 'х' ? 0 : null);
  return points === null || points < 0 || points > scoreMax ? [] : [{ task, points, pointsMax: scoreMax }];
}

/** Told only of rows in which every task was read. */
function differs({ score, tasks }: PupilResult, taskCount: number): boolean {
  if (score === null || taskCount === 0 || tasks.length !== taskCount) return false;
  return Math.abs(tasks.reduce((sum, { points }) => sum + points, 0) - score) > 1e-9;
}

/** «СОШ № 1 (edu123456) … | Кол-во участников: 24» above the heads. */
function unitAbove({ rows, head }: ReportTable): { unit: ReportUnit | null; participants: number | null } {
  const cells = rows.slice(0, head).flatMap((line) => line.map(cellText));
  const named = cells.find((text) => /(?<![\p{L}\d])edu\d{4,}/iu.test(text));
  const participants = /(?:кол-?во|количество) участников\D{0,3}(\d+)/.exec(
    cells.map(headText).join(' | '),
  )?.[1];
  return {
    unit: named === undefined ? null : unitNamed(named.split('|')[0] ?? named),
    participants: participants === undefined ? null : Number(participants),
  };
}
