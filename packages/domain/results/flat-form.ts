import type { SheetCell } from '../basics/sheet-table.ts';
import { headText } from './reading/sheet-words.ts';

/** Columns of the flat form, by the names they have in its head. */
export const flatColumns = [
  'year',
  'procedure',
  'grade',
  'subject',
  'school',
  'participants',
  'below',
] as const;
export type FlatColumn = (typeof flatColumns)[number];

/** How a CSV of the flat form is laid out: which column stands where, counted from 0. */
export type FlatLayout = {
  readonly delimiter: ',' | ';' | '\t';
  /** Columns of the file, those that are not read included. */
  readonly width: number;
  /** `participants` is absent where each row is one pupil. */
  readonly at: Readonly<Record<Exclude<FlatColumn, 'participants'>, number>> & {
    readonly participants: number | null;
  };
};

/** Why a file of results cannot be used. What stands in a cell is never part of it: it could be a name. */
export type FlatFault =
  | { readonly code: 'empty' | 'not-text' | 'not-utf8' | 'too-many-different' | 'unreadable' }
  | { readonly code: 'columns-missing' | 'columns-repeated'; readonly columns: readonly FlatColumn[] }
  | { readonly code: 'row-torn'; readonly line: number }
  | { readonly code: 'value'; readonly line: number; readonly column: FlatColumn; readonly pupils: boolean }
  | { readonly code: 'row-repeated'; readonly line: number };

/** Finds the columns by the head of the file, in any order, in English or Russian; other columns are passed over. */
export function readFlatHead(head: string): FlatLayout | FlatFault {
  const readings = ([',', ';', '\t'] as const).map((delimiter) => {
    const names = splitFlatRow(head, delimiter) ?? [];
    return { delimiter, columns: names.map(flatColumnNamed) };
  });
  const found = ({ columns }: (typeof readings)[number]) => columns.filter((column) => column !== null);
  const best = readings.toSorted((one, other) => found(other).length - found(one).length)[0];
  const columns = best?.columns ?? [];
  const place = (column: FlatColumn): number => columns.indexOf(column);
  const missing = flatColumns.filter((column) => column !== 'participants' && place(column) < 0);
  if (best === undefined || missing.length > 0) return { code: 'columns-missing', columns: missing };
  const repeated = flatColumns.filter((column) => place(column) !== columns.lastIndexOf(column));
  if (repeated.length > 0) return { code: 'columns-repeated', columns: repeated };
  return {
    delimiter: best.delimiter,
    width: columns.length,
    at: {
      year: place('year'),
      procedure: place('procedure'),
      grade: place('grade'),
      subject: place('subject'),
      school: place('school'),
      participants: place('participants') < 0 ? null : place('participants'),
      below: place('below'),
    },
  };
}

const russianNames: Readonly<Record<string, FlatColumn>> = {
  год: 'year',
  процедура: 'procedure',
  класс: 'grade',
  предмет: 'subject',
  школа: 'school',
  'код школы': 'school',
  участников: 'participants',
  'ниже минимума': 'below',
};

const columnsByName = new Map<string, FlatColumn>(
  [...flatColumns.map((column) => [column, column] as const), ...Object.entries(russianNames)].map(
    ([name, column]) => [headText(name), column],
  ),
);

/** The column that a head names, in English or Russian; null for one that is passed over. */
export function flatColumnNamed(name: SheetCell): FlatColumn | null {
  return columnsByName.get(headText(name)) ?? null;
}

/** Cells of one line, quotes taken off; null where a quotation is not closed or goes on after its end. */
export function splitFlatRow(line: string, delimiter: string): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}]*))(${delimiter}|$)`, 'y');
  for (;;) {
    const match = cell.exec(line);
    if (match === null) return null;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return cells;
  }
}

/** The most pupils of one school in a procedure and year that are believed; the largest schools have a few thousand in all grades. */
export const participantsMax = 100_000;

/** A whole number without sign, point, exponent or leading zeros; null for anything else. */
export function parseFlatNumber(text: string, max: number): number | null {
  const value = /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : null;
  return value !== null && value <= max ? value : null;
}

/** Whether a cell that is not a count may stand in its column; spaces around it are taken off before. */
export function isFlatValue(
  column: 'year' | 'procedure' | 'grade' | 'subject' | 'school',
  text: string,
): boolean {
  switch (column) {
    case 'year': {
      const year = parseFlatNumber(text, 2100);
      return year !== null && year >= 2000;
    }
    case 'grade': {
      const grade = parseFlatNumber(text, 12);
      return grade !== null && grade >= 1;
    }
    case 'procedure':
    case 'subject':
    case 'school': {
      // Control characters could rewrite what a terminal shows.
      return text.length > 0 && text.length <= 200 && !/\p{Cc}/u.test(text);
    }
  }
}
