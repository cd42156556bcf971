import { parseTypedNumber } from '../basics/format.ts';
import type { Indicator } from './indicator.ts';
import type { CellTexts } from './form-cell.ts';
import { indicatorMatcher, type NamedIndicator } from './match-indicator.ts';
import { secondNumberOf, spelledPair } from './value-pair.ts';

/** A line of the form that a pasted block fills. */
export type PlacedLine = CellTexts & {
  readonly code: string;
  /** In the block, from 1. */
  readonly row: number;
  /** Found by words alike, not by code, name or place. */
  readonly isDoubtful: boolean;
};

export type PlacedBlock = {
  readonly placed: readonly PlacedLine[];
  /** Rows that found no line, with their text. */
  readonly left: readonly { readonly row: number; readonly text: string }[];
};

type Line = NamedIndicator & Pick<Indicator, 'totalOf' | 'unit'>;

/** Cells of a block copied from a table: tabs between columns, a cell in quotes may hold line breaks. */
export function blockRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text
    .replace(/\r?\n$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    const [whole, quoted, plain, end] = match;
    if (whole === '' && match.index > 0 && end === '') break;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

/**
 * Where each row of a pasted block goes. A block that names its indicators, by code or by words, is placed by them in whatever order they
 * stand; a block of bare numbers goes down from the line where the cursor is.
 */
export function placeBlock(
  rows: readonly (readonly string[])[],
  lines: readonly Line[],
  from: { readonly code: string; readonly field: keyof CellTexts },
): PlacedBlock {
  const match = indicatorMatcher(lines);
  const named = rows.map((row) => nameOf(row, match));
  const { placed, left } =
    named.some((one) => one !== null) && hasWords(rows)
      ? placeNamed(rows, named, lines)
      : placeInOrder(rows, lines, from);
  return { placed: spelledOut(placed, lines), left };
}

/** A column of «40/85» and «7/15,5» says of all its pairs what the second number is. */
function spelledOut(placed: readonly PlacedLine[], lines: readonly Line[]): readonly PlacedLine[] {
  const shares = new Set(lines.filter(({ unit }) => unit === 'share').map(({ code }) => code));
  const second = secondNumberOf(placed.flatMap(({ code, amount }) => (shares.has(code) ? amount : [])));
  return placed.map((one) =>
    shares.has(one.code) && one.total === '' ? { ...one, amount: spelledPair(one.amount, second) } : one,
  );
}

type Named = { readonly code: string; readonly isDoubtful: boolean; readonly column: number } | null;

function nameOf(row: readonly string[], match: ReturnType<typeof indicatorMatcher>): Named {
  for (const [column, cell] of row.entries()) {
    const found = /\p{L}/u.test(cell) ? match(cell) : null;
    if (found !== null) return { ...found, column };
  }
  return null;
}

const hasWords = (rows: readonly (readonly string[])[]): boolean =>
  rows.some((row) => row.length > 1 && row.some((cell) => /\p{L}.*\p{L}|^\p{L}\d\d/u.test(cell)));

function placeNamed(
  rows: readonly (readonly string[])[],
  named: readonly Named[],
  lines: readonly Line[],
): PlacedBlock {
  const placed: PlacedLine[] = [];
  const left: { row: number; text: string }[] = [];
  const taken = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const found = named[at] ?? null;
    const line = lines.find(({ code }) => code === found?.code);
    const cells = found === null ? [] : valueCells(row.slice(found.column + 1));
    if (found === null || line === undefined || taken.has(found.code)) {
      if (row.some((cell) => cell !== '')) left.push({ row: at + 1, text: row.join(' · ').slice(0, 200) });
      continue;
    }
    taken.add(found.code);
    placed.push({
      ...textsOfCells(cells, line),
      code: found.code,
      row: at + 1,
      isDoubtful: found.isDoubtful,
    });
  }
  return { placed, left };
}

/** Without the columns of words between the name and the numbers (a unit, a further name). */
function valueCells(cells: readonly string[]): readonly string[] {
  const first = cells.findIndex((cell) => /\d|^[-–—−]$|^(?:да|нет|есть|имеется|н\/п)$/iu.test(cell));
  return first === -1 ? [] : cells.slice(first);
}

function placeInOrder(
  rows: readonly (readonly string[])[],
  lines: readonly Line[],
  { code, field }: { readonly code: string; readonly field: keyof CellTexts },
): PlacedBlock {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.code === code),
  );
  const placed: PlacedLine[] = [];
  const left: { row: number; text: string }[] = [];
  for (const [at, row] of rows.entries()) {
    const line = lines[start + at];
    if (line === undefined) {
      left.push({ row: at + 1, text: row.join(' · ').slice(0, 200) });
      continue;
    }
    const texts = field === 'total' ? { amount: '', total: row[0] ?? '' } : textsOfCells(row, line);
    placed.push({ ...texts, code: line.code, row: at + 1, isDoubtful: false });
  }
  return { placed, left };
}

/** The second column is the total only where the line has one and it is a number. */
function textsOfCells(cells: readonly string[], { totalOf }: Line): CellTexts {
  const [amount = '', second = ''] = cells;
  return { amount, total: totalOf !== null && parseTypedNumber(second) !== null ? second : '' };
}
