import type { SourceCell } from '@opora/domain/basics/source-document.ts';
import type { MergeRange, Sheet } from 'hucre';
import { shownValue } from './sheet-value.ts';

/** A row of a sheet with its texts laid on the grid of the columns that are shown; a cell covered by a merge is left out. */
export type GridRow = {
  /** Number of the row in the file. */
  readonly number: number;
  readonly cells: readonly SourceCell[];
  readonly filled: readonly SourceCell[];
  /** A cell merged downwards in a row above reaches here with its text. */
  readonly isCovered: boolean;
};

/** What is hidden is not printed. Rows hidden by a filter are only out of sight for a while: they stay. */
export function isHiddenRow(sheet: Sheet, row: number): boolean {
  if (sheet.rowDefs?.get(row)?.hidden !== true) return false;
  const filtered = /(\d+):\D*(\d+)/.exec(sheet.autoFilter?.range.replaceAll('$', '') ?? '');
  return filtered === null || row + 1 <= Number(filtered[1]) || row + 1 > Number(filtered[2]);
}

export const isHiddenColumn = (sheet: Sheet, column: number): boolean =>
  sheet.columns?.[column]?.hidden === true;

/** Rows down to the last that shows anything, columns up to the last that does. */
export function gridRows(sheet: Sheet): GridRow[] {
  const texts = Array.from(sheet.rows, (row, r) =>
    Array.from(row ?? [], (value, c) =>
      shownValue(value ?? null, sheet.cells?.get(`${r},${c}`)).replaceAll('\r\n', '\n'),
    ),
  );
  const height = texts.findLastIndex((row) => row.some((text) => text !== '')) + 1;
  const width = texts.reduce((most, row) => Math.max(most, row.findLastIndex((text) => text !== '') + 1), 0);
  const rows = shownAmong(height, (row) => isHiddenRow(sheet, row));
  const columns = shownAmong(width, (column) => isHiddenColumn(sheet, column));
  const merges = mergesByCell(sheet.merges ?? [], rows, columns);
  return rows.shown.map((r, at) => {
    const cells = columns.shown.flatMap((c, column): SourceCell[] => {
      if (merges.covered.has(`${at},${column}`)) return [];
      const merge = merges.starts.get(`${at},${column}`);
      if (merge === undefined) return [{ column, columnSpan: 1, rowSpan: 1, text: texts[r]?.[c] ?? '' }];
      const { startRow, startCol } = merge.from;
      return [
        { column, columnSpan: merge.columns, rowSpan: merge.rows, text: texts[startRow]?.[startCol] ?? '' },
      ];
    });
    return {
      number: r + 1,
      cells,
      filled: cells.filter(({ text }) => text !== ''),
      isCovered: merges.reached.has(at),
    };
  });
}

/** Indexes that are shown, and for every index the number of shown ones before it. */
type Shown = { readonly shown: readonly number[]; readonly before: readonly number[] };

function shownAmong(count: number, isHidden: (index: number) => boolean): Shown {
  const shown: number[] = [];
  const before: number[] = [];
  for (let index = 0; index < count; index += 1) {
    before.push(shown.length);
    if (!isHidden(index)) shown.push(index);
  }
  before.push(shown.length);
  return { shown, before };
}

type Merge = { readonly from: MergeRange; readonly rows: number; readonly columns: number };

type Merges = {
  readonly starts: ReadonlyMap<string, Merge>;
  readonly covered: ReadonlySet<string>;
  readonly reached: ReadonlySet<number>;
};

/** Merges cut to the part of the sheet that is shown: a merge over a whole column would otherwise be a million rows. */
function mergesByCell(merges: readonly MergeRange[], rows: Shown, columns: Shown): Merges {
  const starts = new Map<string, Merge>();
  const covered = new Set<string>();
  const reached = new Set<number>();
  const span = ({ before, shown }: Shown, from: number, to: number): [number, number] => [
    before[from] ?? shown.length,
    before[to + 1] ?? shown.length,
  ];
  for (const merge of merges) {
    const [top, bottom] = span(rows, merge.startRow, merge.endRow);
    const [left, right] = span(columns, merge.startCol, merge.endCol);
    if (top >= bottom || left >= right || covered.has(`${top},${left}`)) continue;
    starts.set(`${top},${left}`, { from: merge, rows: bottom - top, columns: right - left });
    for (let r = top; r < bottom; r += 1) {
      if (r > top) reached.add(r);
      for (let c = left; c < right; c += 1) if (r !== top || c !== left) covered.add(`${r},${c}`);
    }
  }
  return { starts, covered, reached };
}
