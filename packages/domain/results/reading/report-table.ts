import type { SheetCell, SheetTable } from '../../basics/sheet-table.ts';
import type { Report, ReportFacts } from './report.ts';
import type { ReportFault, ReportFaultCode } from './report-fault.ts';
import { cellText, headText, isBlank } from './sheet-words.ts';

/** A sheet with its heads found: what every reader of a layout is given. */
export type ReportTable = {
  readonly rows: SheetTable['rows'];
  /** Index of the row of heads. */
  readonly head: number;
  /** Heads as they are compared. */
  readonly heads: readonly string[];
  /** What the lines above the heads say. */
  readonly title: ReportFacts;
};

export type ReadTable = Pick<Report, 'rows' | 'markers' | 'faults' | 'unknownColumns'>;

/** Column of the first of these heads; −1 when none is there. */
export function columnOf(heads: readonly string[], wanted: RegExp): number {
  return heads.findIndex((head) => wanted.test(head));
}

/** Rows below the heads, with their number in the sheet from 1; heads repeated on a page and empty rows are left out. */
export function rowsBelow({
  rows,
  head,
  heads,
}: ReportTable): { readonly row: number; readonly cells: readonly SheetCell[] }[] {
  return rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell, at) => !isBlank(cell) && headText(cell) !== heads[at]));
}

/** Collects faults by place. */
export function faultList(): {
  readonly faults: ReportFault[];
  readonly add: (row: number, column: number, code: ReportFaultCode) => void;
} {
  const faults: ReportFault[] = [];
  return { faults, add: (row, column, code) => void faults.push({ row, column: column + 1, code }) };
}

/** Heads with words that no column took. */
export function unknownHeads(
  { rows, head, heads }: ReportTable,
  taken: (column: number) => boolean,
): Report['unknownColumns'] {
  return heads.flatMap((text, column) =>
    text === '' || taken(column)
      ? []
      : [{ column: column + 1, head: cellText(rows[head]?.[column]).slice(0, 100) }],
  );
}
