import { foldText } from '../basics/fold-text.ts';
import { lookAlikes } from '../basics/look-alikes.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import { passportForm, type PassportCellProblem, readPassportCell } from './passport-cell.ts';
import { PassportCode, type PassportGroup, passportGroup } from './social-passport.ts';

/** Where in the file: as a person sees it, from 1. */
export type SheetPlace = { readonly sheet: string; readonly row: number; readonly column: number };

export type PassportCell = SheetPlace & {
  readonly orgUnitId: string;
  readonly variable: PassportCode;
  readonly count: number;
  readonly total: number;
  readonly fromShare: boolean;
};

export type PassportProblem = SheetPlace & { readonly text: string; readonly problem: PassportCellProblem };

export type PassportSheets = {
  readonly values: readonly PassportCell[];
  readonly problems: readonly PassportProblem[];
};

/** Ids of the schools that a name or code may mean. */
export type FindSchool = (name: string) => readonly string[];

/** Head words in the order of asking: an invalid parent is not an invalid child, nor is a record for addiction any other record. */
const headWords: readonly (readonly [PassportCode, RegExp])[] = [
  ['X02', /высш\S* (квалификационн\S* )?категори/],
  ['X01', /(перв\S*|^1|[ -]1(-?\S{1,2})?|\bi) (квалификационн\S* )?категори/],
  ['X04', /(учител|педагог).*(повышени\S* квалификаци|курс)/],
  ['X03', /(учител|педагог).*высш\S* (педагогическ\S* )?образовани/],
  ['X07', /алко|нарко/],
  ['X15', /родител.*инвалид/],
  ['X06', /инвалид/],
  ['X05', /овз|ограниченн\S* возможност/],
  ['X08', /учет|кдн|(?<!\p{L})одн(?!\p{L})/u],
  ['X09', /многодетн/],
  ['X10', /неполн\S* сем/],
  ['X11', /(оба|двое|два).*высш\S* образовани/],
  ['X12', /один.*высш\S* образовани/],
  ['X13', /(оба|двое|два).*безработн/],
  ['X14', /(единственн|один).*безработн/],
  ['X16', /неблагоустроен|непригодн/],
  ['X17', /русск\S* язык.* не |не\s?родн/],
  ['X18', /подвоз/],
  ['X19', /(смен|измен).*(жительств|стран|регион)|переехавш|мигра/],
];

const totalWords: Readonly<Record<PassportGroup, RegExp>> = {
  pupils:
    /^((всего|общее|число|численность|количество|контингент).*(обучающ|учащ|учеников)|контингент|обучающихся всего)/,
  teachers: /^(всего|общее|число|численность|количество).*(учител|педагог)/,
};

type Heading = { readonly variable: PassportCode } | { readonly totalOf: PassportGroup } | null;

/** Which variable or total a head names. */
export function readPassportHead(cell: SheetCell): Heading {
  if (typeof cell !== 'string' || cell.length > 200) return null;
  const code = PassportCode.safeParse(
    /^\s*([XХxх]\d\d)(?!\d)/.exec(cell)?.[1]?.toUpperCase().replace('Х', 'X'),
  );
  if (code.success) return { variable: code.data };
  const words = foldText(
    cell.replaceAll(/(?<=\p{Script=Cyrillic})[A-Za-z]|[A-Za-z](?=\p{Script=Cyrillic})/gu, cyrillic),
  );
  const variable = headWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (variable !== undefined) return { variable };
  const totalOf = (['pupils', 'teachers'] as const).find((group) => totalWords[group].test(words));
  return totalOf === undefined ? null : { totalOf };
}

const cyrillic = (letter: string): string => lookAlikes[letter] ?? letter;

const headRowsMax = 30;

/** Values of all sheets, whether schools stand in rows or in columns; what was not understood is listed with its cell. */
export function readPassportSheets(sheets: readonly SheetTable[], findSchool: FindSchool): PassportSheets {
  const read = sheets.map((sheet) => readSheet(sheet, findSchool));
  return {
    values: read.flatMap(({ values }) => values),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readSheet({ name, rows }: SheetTable, findSchool: FindSchool): PassportSheets {
  const heads = rows
    .slice(0, headRowsMax)
    .map((row) => row.filter((cell) => readPassportHead(cell) !== null).length);
  const best = Math.max(0, ...heads);
  const inRows = {
    cells: rows,
    headRow: heads.indexOf(best),
    at: (row: number, column: number) => ({ row, column }),
  };
  // Turned on its side, such a sheet reads like the other; a label that goes on in the next row is one label.
  const width = Math.max(0, ...rows.map((row) => row.length));
  const joined = joinLabels(rows);
  const turned = Array.from({ length: width }, (_, column) => joined.map((row) => row[column] ?? null));
  const labels = turned
    .slice(0, 3)
    .map((column) => column.filter((cell) => readPassportHead(cell) !== null).length);
  const most = Math.max(0, ...labels);
  if (Math.max(best, most) === 0) return { values: [], problems: [] };
  const grid: Grid =
    best >= most
      ? inRows
      : { cells: turned, headRow: labels.indexOf(most), at: (row, column) => ({ row: column, column: row }) };
  return readGrid(grid, name, findSchool);
}

/** A row with nothing but a label goes on with the label of the row above. */
function joinLabels(rows: readonly (readonly SheetCell[])[]): SheetCell[][] {
  const joined = rows.map((row) => [...row]);
  for (const [at, row] of joined.entries()) {
    const filled = [...row.entries()].filter(([, cell]) => isFilled(cell));
    const [[column, label] = [0, null]] = filled;
    const above = joined[at - 1];
    if (above === undefined || filled.length !== 1 || typeof label !== 'string') continue;
    const start = above[column];
    if (typeof start !== 'string' || above.filter(isFilled).length < 2) continue;
    above[column] = `${start} ${label}`;
    row[column] = null;
  }
  return joined;
}

/** Schools in rows below a row of heads; `at` tells where a cell stood before the sheet was turned. */
type Grid = {
  readonly cells: readonly (readonly SheetCell[])[];
  readonly headRow: number;
  readonly at: (row: number, column: number) => { readonly row: number; readonly column: number };
};

type SchoolRow = {
  readonly row: readonly SheetCell[];
  readonly index: number;
  readonly school: string;
};

function readGrid(grid: Grid, sheet: string, findSchool: FindSchool): PassportSheets {
  const { cells, headRow, at } = grid;
  const head = (cells[headRow] ?? []).map(readPassportHead);
  const place = (row: number, column: number): SheetPlace => {
    const from = at(row, column);
    return { sheet, row: from.row + 1, column: from.column + 1 };
  };
  const rows = findSchoolRows(grid, head, findSchool);
  const problems: PassportProblem[] = rows.problems.map(({ index, column, ...rest }) => ({
    ...place(index, column),
    ...rest,
  }));
  const values: PassportCell[] = [];
  const seen = new Set<string>();
  const forms = head.map((_, column) =>
    passportForm(
      String(cells[headRow]?.[column] ?? ''),
      rows.schools.map(({ row }) => row[column] ?? null),
    ),
  );
  for (const { row, index, school } of rows.schools) {
    const totals = totalsOf(head, row);
    for (const [column, heading] of head.entries()) {
      if (heading === null || !('variable' in heading)) continue;
      const { variable } = heading;
      const cell = row[column] ?? null;
      const reading = readPassportCell(cell, forms[column] ?? 'count', totals[passportGroup(variable)]);
      if (reading.kind === 'empty') continue;
      const isRepeated = seen.has(`${school} ${variable}`);
      if (reading.kind === 'problem' || isRepeated) {
        const problem = reading.kind === 'problem' ? reading.problem : 'repeated';
        problems.push({ ...place(index, column), text: shown(cell), problem });
        continue;
      }
      const { count, total, fromShare } = reading;
      values.push({ ...place(index, column), orgUnitId: school, variable, count, total, fromShare });
      seen.add(`${school} ${variable}`);
    }
  }
  return { values, problems };
}

type RowProblem = Pick<PassportProblem, 'text' | 'problem'> & {
  readonly index: number;
  readonly column: number;
};

/** Rows below the head that name one school; a row with numbers that names none or several is a problem, a row of sums is not. */
function findSchoolRows(
  { cells, headRow }: Grid,
  head: readonly Heading[],
  findSchool: FindSchool,
): { readonly schools: readonly SchoolRow[]; readonly problems: readonly RowProblem[] } {
  const schools: SchoolRow[] = [];
  const problems: RowProblem[] = [];
  for (const [index, row] of cells.entries()) {
    if (index <= headRow) continue;
    const names = row.filter((cell, column) => (head[column] ?? null) === null && isFilled(cell));
    const found = names.map((cell) => findSchool(String(cell))).find((ids) => ids.length > 0) ?? [];
    const [school] = found;
    if (school !== undefined && found.length === 1) {
      schools.push({ row, index, school });
      continue;
    }
    const column = row.findIndex((cell) => typeof cell === 'string' && isFilled(cell));
    const text = shown(row[column] ?? null);
    const isSaid = head.some((one, at) => one !== null && isFilled(row[at] ?? null));
    if (!isSaid || (head[column] ?? null) !== null || /^(итого|всего|в среднем)/i.test(text)) continue;
    const problem = found.length > 1 ? 'ambiguous-school' : 'unknown-school';
    problems.push({ index, column: Math.max(0, column), text, problem });
  }
  return { schools, problems };
}

const isFilled = (cell: SheetCell): boolean => String(cell ?? '').trim() !== '';
const shown = (cell: SheetCell): string =>
  String(cell ?? '')
    .trim()
    .slice(0, 120);

function totalsOf(head: readonly Heading[], row: readonly SheetCell[]): Record<PassportGroup, number | null> {
  const find = (group: PassportGroup): number | null => {
    const column = head.findIndex((one) => one !== null && 'totalOf' in one && one.totalOf === group);
    const digits = String(row[column] ?? '').replaceAll(/\s+/g, '');
    return column !== -1 && /^\d+$/.test(digits) && Number(digits) > 0 ? Number(digits) : null;
  };
  return { pupils: find('pupils'), teachers: find('teachers') };
}
