import type {
  SourceCell,
  SourceDocument,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';
import type { ReadSource } from '@opora/domain/plans/read-document.ts';

/** What the source pane shows as one line: a paragraph or a row of a table. */
export type SourceLine =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly label: string | null;
      readonly isHeading: boolean;
      readonly alignment: 'left' | 'center' | 'right' | null;
      readonly place: SourcePlace;
      /** Set on the first line of a page. */
      readonly startsPage: number | null;
    }
  | {
      readonly kind: 'row';
      readonly cells: readonly SourceCell[];
      readonly columnCount: number;
      /** Widths of the columns as shares of the whole, by how much text stands in them. */
      readonly widths: readonly number[];
      readonly isHead: boolean;
      readonly place: SourcePlace;
      readonly startsPage: number | null;
    };

export function sourceLines(source: SourceDocument): readonly SourceLine[] {
  let page: number | null = null;
  const startOf = (place: SourcePlace): number | null => {
    if (place.page === null || place.page === page) return null;
    page = place.page;
    return page;
  };
  return source.blocks.flatMap((block): SourceLine[] => {
    if (block.kind === 'paragraph') {
      const { text, label, alignment, place } = block;
      const isHeading = block.headingLevel !== null;
      return [{ kind: 'paragraph', text, label, isHeading, alignment, place, startsPage: startOf(place) }];
    }
    const widths = columnWidths(block);
    return block.rows.map((row) => ({
      kind: 'row',
      cells: standsAlone(row.cells) ? widened(row.cells, block.columnCount) : row.cells,
      columnCount: block.columnCount,
      widths,
      isHead: row.repeatedHead,
      place: row.place,
      startsPage: startOf(row.place),
    }));
  });
}

/** Room for the longest word, and the more the more text there is: a date is not broken beside a column of sentences. */
function columnWidths(table: SourceTable): number[] {
  const letters = Array.from({ length: table.columnCount }, () => 0);
  const words = Array.from({ length: table.columnCount }, () => 2);
  for (const { cells } of table.rows) {
    if (standsAlone(cells)) continue;
    for (const { column, columnSpan, text } of cells) {
      if (columnSpan !== 1) continue;
      letters[column] = (letters[column] ?? 0) + text.length;
      const longest = Math.max(...text.split(/\s+/).map((word) => word.length));
      words[column] = Math.max(words[column] ?? 2, Math.min(longest, longestWordMax));
    }
  }
  const weights = words.map(
    (word, at) => word + 2 + Math.sqrt((letters[at] ?? 0) / Math.max(table.rows.length, 1)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

const longestWordMax = 14;

/** The heading of a section in the first cell of an empty row: it says nothing of the column under it. */
function standsAlone(cells: SourceRow['cells']): boolean {
  return cells.every(({ column, text }) => (column === 0) === (text !== ''));
}

function widened(cells: SourceRow['cells'], columnCount: number): SourceRow['cells'] {
  return cells.slice(0, 1).map((cell) => ({ ...cell, columnSpan: columnCount }));
}

/** Did the field come from this line? */
export function isWithin({ place }: SourceLine, source: ReadSource): boolean {
  if (source.table !== null && place.table !== null && source.table !== place.table) return false;
  return place.lastLine >= source.from && place.line <= source.to;
}

/** First line that the field came from, -1 when it came from none. */
export function lineOf(lines: readonly SourceLine[], source: ReadSource): number {
  return lines.findIndex((line) => isWithin(line, source));
}
