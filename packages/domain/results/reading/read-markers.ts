import type { ReportMarker } from './report.ts';
import { faultList, type ReadTable, type ReportTable, rowsBelow, unknownHeads } from './report-table.ts';
import { subjectName } from './subject-name.ts';
import { cellNumber, headText, isBlank } from './sheet-words.ts';
import { factsOver } from './title-facts.ts';
import { unitColumns } from './unit-columns.ts';

const markerHead = /^(\d{1,2}) ([а-я]{2})$/;

/** Columns of the regional file of markers: «4 РУ», «5 МА». */
export const markerColumns = (heads: readonly string[]) =>
  heads.flatMap((head, column) => {
    const [, grade, subject] = markerHead.exec(head) ?? [];
    return subject === undefined || subjectName(subject) === null
      ? []
      : [{ column, grade: Number(grade), subject: subjectName(subject) }];
  });

/** The regional file of markers: which school was marked in which work. An empty cell says that the school did not sit it. */
export function readMarkers(table: ReportTable): ReadTable {
  const columns = markerColumns(table.heads);
  const { taken, unitOf, factsOf } = unitColumns(table);
  const { faults, add } = faultList();
  const markers: ReportMarker[] = [];
  for (const { row, cells } of rowsBelow(table)) {
    const unit = unitOf(cells);
    if (unit === null) add(row, 0, 'no-school');
    if (unit === null) continue;
    for (const { column, grade, subject } of columns) {
      if (isBlank(cells[column])) continue;
      const value = /^(?:да|есть|маркер)$/.test(headText(cells[column])) ? 1 : cellNumber(cells[column]);
      if (value === null) add(row, column, 'not-a-number');
      else
        markers.push({
          row,
          unit,
          facts: factsOver({ kind: 'ВПР', grade, subject }, factsOf(cells)),
          marked: value > 0,
        });
    }
  }
  const known = (column: number): boolean =>
    taken(column) ||
    columns.some((one) => one.column === column) ||
    table.heads[column] === 'количество маркеров';
  return { rows: [], markers, faults, unknownColumns: unknownHeads(table, known) };
}
