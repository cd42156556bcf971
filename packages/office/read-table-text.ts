import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceCell, SourceDocument } from '@opora/domain/basics/source-document.ts';
import { plainSpaces } from './plain-spaces.ts';
import { readDelimited } from './read-delimited.ts';
import type { ReadLimits } from './read-limits.ts';
import { gridBlocks } from './sheet-blocks.ts';
import type { GridRow } from './sheet-grid.ts';

/** Fewer columns or rows are a list, and prose has semicolons and commas too. */
const COLUMNS_MIN = 3;
const ROWS_MIN = 3;
/** Programs pad every row of a table to one width; a few lines may be typed by hand. */
const EVEN_SHARE = 0.95;
const HEAD_LETTERS = 20_000;

/** A sheet saved as text (CSV, TSV), read as the sheet it was; null for any other text. */
export function readTableText(text: string, limits: ReadLimits): SourceDocument | null {
  // The beginning tells whether the rest is worth dividing; its last row may be cut.
  if (text.length > HEAD_LETTERS && !isTable(readDelimited(text.slice(0, HEAD_LETTERS)).slice(0, -1)))
    return null;
  const rows = readDelimited(text);
  if (!isTable(rows)) return null;
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > limits.sheetCells)
    throw new FileRefusal('too-many-cells', { limit: limits.sheetCells, found: cells });
  const look = { sheet: null, titles: { from: 1, to: 0 }, alignmentAt: () => undefined };
  return { format: 'text', blocks: gridBlocks(rows.map(gridRow), look, 0), pageCount: null, notes: [] };
}

function isTable(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  const even = rows.filter((row) => row.length === width).length;
  return width >= COLUMNS_MIN && rows.length >= ROWS_MIN && even >= EVEN_SHARE * rows.length;
}

function gridRow(texts: readonly string[], row: number): GridRow {
  const cells = texts.map((text, column): SourceCell => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    text: plainSpaces(text),
  }));
  return { number: row + 1, cells, filled: cells.filter(({ text }) => text !== ''), isCovered: false };
}
