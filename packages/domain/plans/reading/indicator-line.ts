import type { SourcePlace } from '../../basics/source-document.ts';
import { breaksByIntention } from './plan-line-kind.ts';
import { startsLower, startsUpper } from './printed-text.ts';
import type { ReadingTable } from './reading-block.ts';
import type { ColumnRole } from './column-role.ts';
import type { TableColumn } from './table-head.ts';
import { cellAt, filledCells, type TableRow } from './table-row.ts';

/** A row of a table of indicators as it stands in the file; in a torn table one visual line. */
export type IndicatorLine = {
  readonly no: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  readonly collection: string;
  /** One text for each value column, '' where nothing is printed. */
  readonly values: readonly string[];
  /** One cell merged over the table: a heading of a group. */
  readonly wide: boolean;
  readonly opensPage: boolean;
  readonly place: SourcePlace;
};

export type IndicatorTable = {
  readonly columns: readonly TableColumn[];
  readonly lines: readonly IndicatorLine[];
  readonly torn: boolean;
  /** Does the table number its indicators? */
  readonly numbered: boolean;
};

const printedNumber = /^\d{1,3}(?:\.\d{1,3})*[.)]?$/u;
const notValues = /примечан|отметк|ответствен|исполнител|срок|формул|методик/iu;

export function indicatorTable(table: ReadingTable): IndicatorTable {
  const columns = table.head?.columns ?? [];
  const numbers = numberColumn(table, columns);
  const values = columns.filter(
    ({ role, head, index }) =>
      ['other', 'school', 'expected', 'deadline'].includes(role) &&
      head !== '' &&
      index !== numbers &&
      !notValues.test(head),
  );
  let page: number | null = null;
  const lines = table.body.map((row) => {
    const opensPage = row.place.page !== null && page !== null && row.place.page !== page;
    page = row.place.page ?? page;
    return indicatorLine(table.torn ? unshifted(row, columns) : row, { columns, numbers, values, opensPage });
  });
  const numbered = lines.filter((line) => line.no !== '').length * 6 > lines.length;
  return { columns: values, lines, torn: table.torn, numbered };
}

/** A column of numbers may have no head. */
function numberColumn(table: ReadingTable, columns: readonly TableColumn[]): number | null {
  const named = columns.find(({ role }) => role === 'number');
  if (named !== undefined) return named.index;
  const first = columns[0];
  const numbers = table.body.filter((row) => printedNumber.test(cellAt(row, 0)?.text ?? '')).length;
  return first?.head === '' && numbers > 0 ? 0 : null;
}

/** A torn line that lost its empty first cell: the name stands in the column of groups, the values one column to the left. */
function unshifted(row: TableRow, columns: readonly TableColumn[]): TableRow {
  const nameIndex = columns.find(({ role }) => role === 'indicator')?.index ?? 0;
  const last = columns.length - 1;
  const moved = nameIndex === 1 && row.cells.length === last && last > 1;
  if (!moved || !/\p{L}{3}/u.test(cellAt(row, 0)?.text ?? '')) {
    return moved && filledCells(row).every(({ column }) => column === 0) ? shifted(row) : row;
  }
  return shifted(row);
}

const shifted = (row: TableRow): TableRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, column: cell.column + 1 })),
});

type LineColumns = {
  readonly columns: readonly TableColumn[];
  readonly numbers: number | null;
  readonly values: readonly TableColumn[];
  readonly opensPage: boolean;
};

function indicatorLine(row: TableRow, { columns, numbers, values, opensPage }: LineColumns): IndicatorLine {
  const text = (role: ColumnRole) => {
    const column = columns.find((candidate) => candidate.role === role);
    return column === undefined ? '' : (cellAt(row, column.index)?.text ?? '');
  };
  const [only, more] = filledCells(row).filter((cell) => !cell.inherited);
  const wide = more === undefined && only !== undefined && only.span > 1 && only.span >= columns.length - 1;
  const no = numbers === null ? '' : (cellAt(row, numbers)?.text ?? '');
  const name = text('indicator');
  const own = numbers === null && !wide ? /^(\d{1,2}(?:\.\d{1,2})*[.)])\s*(?=\p{L})/u.exec(name) : null;
  return {
    no: own?.[1] ?? (printedNumber.test(no) ? no : ''),
    name: wide ? only.text : name.slice(own?.[0].length ?? 0),
    group: text('group'),
    unit: text('unit'),
    collection: text('collection'),
    values: wide ? values.map(() => '') : values.map(({ index }) => cellAt(row, index)?.text ?? ''),
    wide,
    opensPage,
    place: row.place,
  };
}

export const isSubItem = (name: string): boolean => /^[-–—•]\s*\p{L}/u.test(name);

export type OpenIndicator = {
  readonly lastName: string;
  readonly hasValues: boolean;
  /** The number printed a line too early waits for its row. */
  readonly numberWaits: boolean;
};

/** A page break may cut a row in two: the rest goes on in lower case and brings no second value. */
function restOfPageBefore(line: IndicatorLine, open: OpenIndicator): boolean {
  if (!line.opensPage || line.no !== '' || !startsLower(line.name) || isSubItem(line.name)) return false;
  const secondValue = open.hasValues && line.values.some((text) => text !== '');
  return !secondValue && !startsLower(open.lastName) && !/[:;]$|т\.\s?ч\.?$/u.test(open.lastName);
}

/** Does the line begin an indicator? Lines of a grid do, but for what a page cut off. */
export function beginsIndicator(
  line: IndicatorLine,
  table: IndicatorTable,
  open: OpenIndicator,
  width: number,
): boolean {
  if (open.lastName === '') return line.name !== '';
  if (line.name === '') return false;
  if (!table.torn) return !restOfPageBefore(line, open);
  if (line.no !== '') return !startsLower(line.name);
  if (!startsUpper(line.name)) return false;
  // The number of a row may stand beside its second line: values of its own tell that it began.
  if (table.numbered)
    return open.numberWaits || (open.hasValues && line.values.filter((text) => text !== '').length > 1);
  const cut = /(?:ст\.|№|п\.)\s?\d*$/u.test(open.lastName);
  const complete = isSubItem(open.lastName) || /\((?:ед|чел|шт|да|балл|%)[^()]*\)$/u.test(open.lastName);
  if (cut) return false;
  return (
    complete || line.values.some((text) => text !== '') || breaksByIntention(open.lastName, line.name, width)
  );
}
