import type {
  SourceBlock,
  SourceCell,
  SourceParagraph,
  SourcePlace,
  SourceRow,
} from '@opora/domain/basics/source-document.ts';
import type { MergeRange, Sheet } from 'hucre';
import { shownValue } from './sheet-value.ts';

/** A row of a sheet with its texts laid on the grid: null is a cell covered by a merge. */
type GridRow = {
  readonly number: number;
  readonly cells: readonly SourceCell[];
  readonly filled: number;
  readonly covered: number;
};

/**
 * Divides a sheet into the words above its table, the table, and the words below it. The table begins with the first
 * row that fills most of the width with at least two cells; below it, rows after a blank one that fill less are words.
 * Empty edges are cut. `tablesBefore` is the number of tables in the sheets before.
 */
export function sheetBlocks(sheet: Sheet, tablesBefore: number): SourceBlock[] {
  const rows = gridRows(sheet);
  const width = rows.reduce((most, row) => Math.max(most, row.covered), 0);
  const isBody = (row: GridRow): boolean => row.filled >= 2 && row.covered >= width * 0.6;
  const start = rows.findIndex(isBody);
  if (start < 0) return rows.flatMap((row) => rowParagraph(row, sheet));
  const end = tableEnd(rows, start, isBody);
  const number = tablesBefore + 1;
  const body = rows.slice(start, end);
  const head = printTitles(sheet);
  const place = { ...rowPlace(body[0]?.number ?? 1, number, null), lastLine: body.at(-1)?.number ?? 1 };
  return [
    ...rows.slice(0, start).flatMap((row) => rowParagraph(row, sheet)),
    {
      kind: 'table',
      rows: body.map((row, i): SourceRow => ({
        cells: row.cells,
        repeatedHead: row.number >= head.from && row.number <= head.to,
        place: rowPlace(row.number, number, i + 1),
      })),
      columnCount: body.reduce((most, row) => Math.max(most, rowWidth(row)), 0),
      structure: 'grid',
      sheet: sheet.name,
      place,
    },
    ...rows.slice(end).flatMap((row) => rowParagraph(row, sheet)),
  ];
}

/** Rows that are printed on each page, as «$4:$5»; an empty span when there are none. */
function printTitles(sheet: Sheet): { readonly from: number; readonly to: number } {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(sheet.pageSetup?.printTitlesRow ?? '');
  return { from: Number(rows?.[1] ?? 1), to: Number(rows?.[2] ?? 0) };
}

/** One past the last row of the table: after a blank row only a row as wide as the table goes on with it. */
function tableEnd(rows: readonly GridRow[], start: number, isBody: (row: GridRow) => boolean): number {
  let end = start;
  let blank = false;
  for (let i = start; i < rows.length; i += 1) {
    const row = rows[i];
    if (row === undefined || row.filled === 0) blank = true;
    else if (!blank || isBody(row)) {
      end = i + 1;
      blank = false;
    }
  }
  return end;
}

function rowParagraph(row: GridRow, sheet: Sheet): SourceParagraph[] {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const first = filled[0];
  if (first === undefined) return [];
  const align = sheet.cells?.get(`${row.number - 1},${first.column}`)?.style?.alignment?.horizontal;
  return [
    {
      kind: 'paragraph',
      text: filled.map((cell) => cell.text).join('\t'),
      label: null,
      headingLevel: null,
      alignment: align === 'left' || align === 'center' || align === 'right' ? align : null,
      place: rowPlace(row.number, null, null),
    },
  ];
}

/** Rows from the first to the last that shows anything, columns up to the last that does. */
function gridRows(sheet: Sheet): GridRow[] {
  const texts = Array.from(sheet.rows, (row, r) =>
    Array.from(row ?? [], (value, c) =>
      shownValue(value ?? null, sheet.cells?.get(`${r},${c}`)).replaceAll('\r\n', '\n'),
    ),
  );
  const height = texts.findLastIndex((row) => row.some((text) => text !== '')) + 1;
  const width = texts.reduce((most, row) => Math.max(most, row.findLastIndex((text) => text !== '') + 1), 0);
  const merges = mergesByCell(sheet.merges ?? [], width, height);
  return texts.slice(0, height).map((row, r) => gridRow(row, r, width, merges));
}

type Merges = { readonly starts: ReadonlyMap<string, MergeRange>; readonly covered: ReadonlySet<string> };

function gridRow(texts: readonly string[], r: number, width: number, merges: Merges): GridRow {
  const cells: SourceCell[] = [];
  let filled = 0;
  let covered = 0;
  for (let c = 0; c < width; c += 1) {
    if (merges.covered.has(`${r},${c}`)) continue;
    const merge = merges.starts.get(`${r},${c}`);
    const text = texts[c] ?? '';
    const columnSpan = merge ? merge.endCol - merge.startCol + 1 : 1;
    cells.push({ column: c, columnSpan, rowSpan: merge ? merge.endRow - merge.startRow + 1 : 1, text });
    if (text === '') continue;
    filled += 1;
    covered += columnSpan;
  }
  return { number: r + 1, cells, filled, covered };
}

/** Merges cut to the part of the sheet that is shown: a merge over a whole column would otherwise be a million rows. */
function mergesByCell(merges: readonly MergeRange[], width: number, height: number): Merges {
  const starts = new Map<string, MergeRange>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const cut = {
      ...merge,
      endRow: Math.min(merge.endRow, height - 1),
      endCol: Math.min(merge.endCol, width - 1),
    };
    if (
      cut.endRow < cut.startRow ||
      cut.endCol < cut.startCol ||
      covered.has(`${cut.startRow},${cut.startCol}`)
    )
      continue;
    starts.set(`${cut.startRow},${cut.startCol}`, cut);
    for (let r = cut.startRow; r <= cut.endRow; r += 1) {
      for (let c = cut.startCol; c <= cut.endCol; c += 1) {
        if (r !== cut.startRow || c !== cut.startCol) covered.add(`${r},${c}`);
      }
    }
  }
  return { starts, covered };
}

function rowWidth(row: GridRow): number {
  const last = row.cells.at(-1);
  return last ? last.column + last.columnSpan : 0;
}

/** `line` is the row of the sheet, so that it can be found there; `row` that of the table. */
function rowPlace(line: number, table: number | null, row: number | null): SourcePlace {
  return { line, lastLine: line, page: null, table, row };
}
