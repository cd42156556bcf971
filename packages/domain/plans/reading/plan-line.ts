import type { SourcePlace } from '../../basics/source-document.ts';
import { plainText, startsLower } from './printed-text.ts';
import type { ReadingTable } from './reading-block.ts';
import type { ColumnRole } from './column-role.ts';
import type { TableColumn } from './table-head.ts';
import { cellAt, filledCells, type RowCell, type TableRow } from './table-row.ts';

/** One row of a plan's table as it stands in the file; in a torn table one visual line of it. */
export type PlanLine = {
  /** Printed number, '' where none is printed. */
  readonly no: string;
  /** Words that stand in the column of numbers: the head of a section or a piece of it. */
  readonly stray: string;
  readonly group: string;
  readonly title: LineCell;
  readonly deadline: LineCell;
  readonly responsible: LineCell;
  readonly expected: LineCell;
  /** Text of all cells in their order, pieces of a shredded title among them. */
  readonly pieces: readonly string[];
  /** One cell merged over most of the columns. */
  readonly wide: boolean;
  /** First row on a page. */
  readonly opensPage: boolean;
  readonly place: SourcePlace;
};

export type LineCell = { readonly text: string; readonly inherited: boolean };

export type PlanField = 'title' | 'deadline' | 'responsible' | 'expected';
export const planFields: readonly PlanField[] = ['title', 'deadline', 'responsible', 'expected'];

const noCell: LineCell = { text: '', inherited: false };

/** «1», «1.2.», «1.2.3», «10)», «IV», «№ 3». */
const printedNumber = /^(?:№\s*)?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXIХ]{1,5}[.)]?)$/u;

export function planLines(table: ReadingTable): PlanLine[] {
  const columns = planColumns(table);
  const width = Math.max(0, ...(table.head?.columns ?? []).map(({ index }) => index + 1));
  let page: number | null = null;
  return table.body.map((row) => {
    const opensPage = row.place.page !== null && page !== null && row.place.page !== page;
    page = row.place.page ?? page;
    return planLine(table.torn ? unshifted(withinHead(row, width), columns) : row, columns, opensPage);
  });
}

export type PlanColumns = {
  readonly indexOf: (role: ColumnRole) => number | null;
  /** The second of two columns «начало», «окончание». */
  readonly deadlineEnd: number | null;
  readonly count: number;
};

function planColumns(table: ReadingTable): PlanColumns {
  const columns = table.head?.columns ?? [];
  const number =
    columns.find(({ role }) => role === 'number') ??
    columns.find(({ index, head }) => index === 0 && head === '');
  return {
    indexOf: (role) =>
      (role === 'number' ? number : columns.find((column) => column.role === role))?.index ?? null,
    deadlineEnd:
      columns.find(({ role, head }, at) => role === 'other' && isEndOf(columns[at - 1], head))?.index ?? null,
    count: Math.max(0, ...columns.filter(({ role }) => role !== 'other').map(({ index }) => index + 1)),
  };
}

export const isEndOf = (before: TableColumn | undefined, head: string): boolean =>
  before?.role === 'deadline' && /(?:^|\s)(?:оконч|заверш|конец)/iu.test(head);

/** A scan may count one tab too many before the last cell of a line. */
function withinHead(row: TableRow, width: number): TableRow {
  const beyond = filledCells(row).filter(({ column }) => column >= width);
  const last = width - 1;
  if (width === 0 || beyond.length !== 1 || (cellAt(row, last)?.text ?? '') !== '') return row;
  const kept = row.cells.filter(({ column }) => column < last);
  return { ...row, cells: [...kept, ...beyond.map((cell) => ({ ...cell, column: last, span: 1 }))] };
}

/** A line carried over a page may lose its empty number cell; then every cell stands one column to the left. */
function unshifted(row: TableRow, columns: PlanColumns): TableRow {
  const numbers = columns.indexOf('number');
  if (numbers !== 0) return row;
  const first = cellAt(row, 0);
  const beyond = filledCells(row).filter(({ column }) => column > 1);
  const lastIsEmpty = (cellAt(row, columns.count - 1)?.text ?? '') === '';
  const words = first !== null && !printedNumber.test(first.text) && /\p{L}{3}/u.test(first.text);
  if (!words || beyond.length === 0 || !lastIsEmpty) return row;
  const shifted = row.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
  return { ...row, cells: [{ column: 0, span: 1, text: '', inherited: false }, ...shifted] };
}

function planLine(row: TableRow, columns: PlanColumns, opensPage: boolean): PlanLine {
  const wide = wideCell(row, columns.count);
  const lineCell = (role: ColumnRole): LineCell => {
    const index = columns.indexOf(role);
    const cell = index === null ? null : cellAt(row, index);
    return cell === null ? noCell : { text: cell.text, inherited: cell.inherited };
  };
  // A sheet keeps «1.2» as a number and shows it with a comma.
  const numberCell = lineCell('number')
    .text.trim()
    .replace(/^(\d{1,2}),(\d{1,2})$/, '$1.$2');
  const ownNumber =
    wide !== null && printedNumber.test(numberCell) && cellText(row, columns.indexOf('title')) !== numberCell;
  const numbered =
    wide === null
      ? withNumber(numberCell, lineCell('title'), columns.indexOf('number') !== null)
      : { no: ownNumber ? numberCell : '', stray: '', title: noCell };
  return {
    ...numbered,
    group: lineCell('group').text,
    deadline: wide === null ? withEnd(lineCell('deadline'), cellText(row, columns.deadlineEnd)) : noCell,
    responsible: wide === null ? lineCell('responsible') : noCell,
    expected: wide === null ? lineCell('expected') : noCell,
    pieces: filledCells(row)
      .filter((cell) => !cell.inherited)
      .map((cell) => cell.text),
    wide: wide !== null,
    opensPage,
    place: row.place,
  };
}

const cellText = (row: TableRow, column: number | null): string =>
  column === null ? '' : (cellAt(row, column)?.text ?? '');

/** Beginning and end in two columns are one term. */
const withEnd = (start: LineCell, end: string): LineCell =>
  end === '' ? start : { ...start, text: start.text === '' ? `до ${end}` : `${start.text} – ${end}` };

/** A cell merged over most of the columns; its number may stand in a cell before it. */
function wideCell(row: TableRow, count: number): RowCell | null {
  const filled = filledCells(row).filter((cell) => !cell.inherited);
  const words = filled.filter((cell) => !(cell.column === 0 && printedNumber.test(cell.text)));
  const [only] = words;
  const wideFrom = Math.max(2, count - (words.length < filled.length ? 2 : 1));
  return words.length === 1 && only !== undefined && only.span >= wideFrom ? only : null;
}

/** The number stands in a column of its own, or before the title where there is none. */
function withNumber(
  cell: string,
  title: LineCell,
  ownColumn: boolean,
): Pick<PlanLine, 'no' | 'stray' | 'title'> {
  if (printedNumber.test(cell)) return { no: cell, stray: '', title };
  if (ownColumn) return { no: '', stray: /\p{L}/u.test(cell) ? cell : '', title };
  const own = /^(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)])\s*(?=\p{Lu}|«)/u.exec(title.text);
  if (own === null) return { no: '', stray: '', title };
  return { no: own[1] ?? '', stray: '', title: { ...title, text: title.text.slice(own[0].length) } };
}

const timeWords =
  /\d|янв|фев|мар[тс]|апр|ма[йея](?!\p{L})|июн|июл|авг|сен|окт|ноя|дек|(?<!\p{L})год|кварт|полугод|еже|постоян|течени|график|(?<!\p{L})по (?:\p{L}+ )?план|план(?:у|ом|ам)(?!\p{L})|итогам|результатам|кажд|понедельник|вторник|(?<!\p{L})сред[ауы](?!\p{L})|четверг|четверт|пятниц|суббот|срок|мере|период|недел|день|дня|дней|месяц|немедлен|систематич|регулярн|декад|каникул|^до |^после|раз[а]? в|весь|всего|индивид|согласован|запрос|отдельн|необходимост|круглогод|окончани|завершени/u;

/** Does the text speak of time at all? Decides what a cell of the deadline column is when the table is torn. */
export const speaksOfTime = (text: string): boolean => timeWords.test(plainText(text));

/** The line has no more than a title. */
export const isTitleOnly = (line: PlanLine): boolean =>
  [line.deadline, line.responsible, line.expected].every((cell) => cell.text === '' || cell.inherited);

/** Pieces of a sentence that runs on through the cells: a head cut into columns by the scan. */
export function isShredded(line: PlanLine): boolean {
  const { text } = line.deadline;
  if (text === '' || line.no !== '' || speaksOfTime(text)) return false;
  const tiny = text.replace(/[^\p{L}]/gu, '').length <= 1;
  return tiny ? isTitleOnlyBut(line, text) : startsLower(text) || startsLower(line.responsible.text);
}

const isTitleOnlyBut = (line: PlanLine, ghost: string): boolean =>
  [line.responsible.text, line.expected.text].every(
    (text) => text === '' || text === ghost || startsLower(text),
  );
