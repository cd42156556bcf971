import { type ColumnRole, headMeaning } from './column-role.ts';
import { foldText, oneLine, plainText, startsLower } from './printed-text.ts';
import { cellAt, filledCells, type TableRow, textAt } from './table-row.ts';

export type TableColumn = {
  readonly index: number;
  readonly role: ColumnRole;
  /** Head as printed, the lines of a torn or two-row head joined. */
  readonly head: string;
  /** Lowest row of the head: «2022» under «Значение». */
  readonly lowest: string;
};

export type TableHead = {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** Row after the head, column numbers («1 2 3 4») included. */
  readonly bodyFrom: number;
};

export type HeadRules = {
  /** In a torn table the words of a head run on over the lines. */
  readonly torn: boolean;
  /** A head repeated on a page is as high as it was the first time. */
  readonly rowsMax: number;
};

export const headRowsMax = 5;

/** The head that begins at row `at`, or null when that row is no head: at least two columns must say what they are for. */
export function headAt(
  rows: readonly TableRow[],
  at: number,
  { torn, rowsMax }: HeadRules,
): TableHead | null {
  const first = rows[at];
  if (first === undefined || filledCells(first).length < 2 || holdsData(first)) return null;
  let end = at + 1;
  while (end - at < rowsMax && (continuesHead(rows, at, end) || (torn && runsOn(rows, at, end)))) end += 1;
  const columns = headColumns(rows.slice(at, end));
  if (!isHead(columns)) return null;
  const rowCount = end - at;
  while (isColumnNumbers(rows[end])) end += 1;
  return { columns, rowCount, bodyFrom: end };
}

/** Numbers and dates by themselves stand in the body; a year may be what a column is for, and so may a day in a table of indicators. */
const holdsData = (row: TableRow): boolean => {
  const isNumber = filledCells(row).some(({ text }) => /^(?!20\d\d$)\d+(?:\.\d+)*[.)]?$/.test(text));
  const dated = filledCells(row).filter(({ text }) => /\d\d?\.\d\d\.\d{4}/.test(text));
  return (isNumber || (dated.length > 0 && !isDatedHead(row, dated))) && !isColumnNumbers(row);
};

const indicatorHead = /^(?:(?:наименование|название|перечень) )?(?:показател|индикатор|критери)/u;

/** «Показатель | На 01.09.2025 | На 25.05.2026»: each day says of when a column is; a single one, that it does («на», «по состоянию на»). */
function isDatedHead(row: TableRow, dated: readonly { readonly text: string }[]): boolean {
  const isNamed = filledCells(row).some(
    ({ text }) => text.length <= 60 && indicatorHead.test(plainText(text)),
  );
  const says = dated.length > 1 ? /(?:^|\s)на\s+\d|^\d\d?\.\d\d\.\d{4}(?:\s?г\.?)?$/iu : /(?:^|\s)на\s+\d/iu;
  return isNamed && dated.every(({ text }) => says.test(text));
}

function isHead(columns: readonly TableColumn[]): boolean {
  const has = (...roles: ColumnRole[]) => columns.some((column) => roles.includes(column.role));
  const named = columns.filter((column) => column.role !== 'other');
  if (columns.some((column) => column.head.length > 160)) return false;
  if (has('indicator') && !has('title'))
    return columns.length > 1 && columns.every(({ head }) => head.length <= 60);
  if (named.length < 2) return false;
  if (has('title')) return has('deadline', 'responsible');
  if (has('group', 'expected')) return has('deadline', 'responsible') && has('number', 'expected');
  return has('school') && has('number');
}

/** A further row of the head: under cells merged downwards, under a head cell that is split, or the rest of torn words. */
function continuesHead(rows: readonly TableRow[], at: number, next: number): boolean {
  const row = rows[next];
  const above = rows[at];
  if (row === undefined || above === undefined || isColumnNumbers(row)) return false;
  if (row.repeatedHead && above.repeatedHead) return true;
  if (row.cells.some((cell) => cell.inherited && cell.text !== '')) return true;
  const filled = filledCells(row);
  if (filled.length === 0 || coversSplit(above, filled)) return filled.length > 0;
  const years = filled.length > 1 && filled.every(({ text }) => /^20\d\d(?:\s|$)/.test(text));
  if (years) return textAt(row, 0) === '';
  if (filled.some((cell) => cell.text.length > 60 || /\d/.test(cell.text))) return false;
  const meanings = filledCells(above).filter((cell) => headMeaning(cell.text) !== null).length;
  // The rest of a row may use the words of a head, but a head begins its lines with capitals.
  const begins = filledCells(above).every((cell) => !startsLower(cell.text));
  return begins && textAt(above, 0) === '' && filled.length >= 3 && meanings >= 1;
}

/** The rest of words and sentences that a torn head began a line above. */
function runsOn(rows: readonly TableRow[], at: number, next: number): boolean {
  const [above, row] = [rows[at], rows[next]];
  if (above === undefined || row === undefined) return false;
  const filled = filledCells(row);
  const below = textAt(row, 0);
  const underNumber = numberRest.test(below);
  if (filled.length === 0 || (filled.length >= filledCells(above).length && !underNumber)) return false;
  if (filled.some(({ text }) => text.length > 60 || /\d/.test(text) || !startsLower(text))) return false;
  const isHead = filledCells(above).some((cell) => headMeaning(cell.text) !== null);
  return isHead && (underNumber || headMeaning(below) === null);
}

/** «№» has «п/п» under it. */
const numberRest = /^п\s?\.?\s?[/.]\s?п/iu;

/** Each cell is narrower than the one it stands under. */
const coversSplit = (above: TableRow, cells: readonly { column: number; span: number }[]): boolean =>
  cells.every((cell) => (cellAt(above, cell.column)?.span ?? 1) > cell.span);

/** One column for each cell of the lowest row of the head: a sheet may merge several columns of its grid into one. */
function headColumns(rows: readonly TableRow[]): TableColumn[] {
  const count = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.span)));
  const indexes = Array.from({ length: count }, (_, index) => index).filter((index) =>
    beginsColumn(rows, index),
  );
  const parts = indexes.map((index) => columnHead(rows, index));
  const heads = parts.map((lines) => oneLine(lines.join('\n')));
  // A narrow column cuts the words of its head: «Ответствен|ные лица».
  const meanings = heads.map((head, at) => meaningOf(head, parts[at]?.at(-1) ?? ''));
  return indexes.map((index, at) => ({
    index,
    head: heads[at] ?? '',
    lowest: oneLine(parts[at]?.at(-1) ?? ''),
    role: roleAmong(meanings, at),
  }));
}

/** Under «Организация исполнения» the lower words tell whether the column has terms or parties. */
function meaningOf(head: string, lowest: string): ReturnType<typeof headMeaning> {
  const own = headMeaning(head) ?? headMeaning(head.replaceAll(' ', ''));
  return own?.role === 'school' ? (headMeaning(lowest) ?? own) : own;
}

function beginsColumn(rows: readonly TableRow[], index: number): boolean {
  const lowest = rows.map((row) => cellAt(row, index)).findLast((cell) => cell !== null);
  return lowest === undefined || lowest?.column === index;
}

function columnHead(rows: readonly TableRow[], index: number): string[] {
  return rows.flatMap((row) => {
    const cell = cellAt(row, index);
    return cell === null || cell.text === '' || cell.inherited ? [] : [cell.text];
  });
}

/** Only one column of a plan is the title, the deadline and so on: the strongest word, then the first column. */
function roleAmong(meanings: readonly ReturnType<typeof headMeaning>[], index: number): ColumnRole {
  const own = meanings[index];
  if (own === null || own === undefined) return 'other';
  const hasTitle = meanings.some((meaning) => meaning?.role === 'title');
  const rank = (meaning: typeof own) => meaning.strength;
  const better = meanings.findIndex((other, at) => {
    if (other === null || at === index || other.role !== own.role) return false;
    return rank(other) > rank(own) || (rank(other) === rank(own) && at < index);
  });
  // Beside a column of activities a column of indicators says what comes out of them.
  if (own.role === 'indicator' && hasTitle) {
    return meanings.some((meaning) => meaning?.role === 'expected') || better >= 0 ? 'other' : 'expected';
  }
  return better >= 0 && own.role !== 'school' ? 'other' : own.role;
}

/** «1 | 2 | 3 | 4 | 5» under the head: numbers of the columns; a hidden column takes its number along. */
export function isColumnNumbers(row: TableRow | undefined): boolean {
  if (row === undefined) return false;
  const numbers = filledCells(row).map((cell) => Number(cell.text.replace(/[.)]$/, '')));
  const [first = 9] = numbers;
  const last = numbers.at(-1) ?? 0;
  return (
    numbers.length >= 3 &&
    numbers.every((number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? 0)) &&
    first <= 2 &&
    last - first <= numbers.length + hiddenColumnsMax - 1
  );
}

const hiddenColumnsMax = 2;

export const sameHead = (left: readonly TableColumn[], right: readonly TableColumn[]): boolean =>
  left
    .filter((column) => column.head !== '')
    .map((column) => foldText(column.head))
    .join('|') ===
  right
    .filter((column) => column.head !== '')
    .map((column) => foldText(column.head))
    .join('|');
