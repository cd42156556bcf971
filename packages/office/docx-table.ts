import type {
  SourceCell,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';
import { wholeNumber } from './docx-styles.ts';
import { childSwitch, childValue, firstChild, type XmlElement } from './xml-tree.ts';

/** More columns than any program makes; a larger span is a slip or an attack. */
const mostColumns = 500;

/** A cell while rows below may still lengthen it. */
type OpenCell = { -readonly [Key in keyof SourceCell]: SourceCell[Key] };

type TablePlace = { readonly number: number; readonly firstLine: number };

/** Lays out the grid of a table: cells covered by a merge are not repeated, columns skipped by a row stay skipped. */
export function docxTable(
  table: XmlElement,
  at: TablePlace,
  cellText: (cell: XmlElement) => string,
): SourceTable {
  const open = new Map<number, OpenCell>();
  const rows: SourceRow[] = [];
  let columnCount = 0;
  for (const row of flatten(table, 'tr')) {
    const properties = firstChild(row, 'trPr');
    if (firstChild(properties, 'del')) continue;
    let column = span(childValue(properties, 'gridBefore'), 0);
    const cells: OpenCell[] = [];
    for (const cell of flatten(row, 'tc')) {
      column += placeCell(cell, column, cells, { open, cellText });
    }
    columnCount = Math.max(columnCount, column + span(childValue(properties, 'gridAfter'), 0));
    rows.push({
      cells,
      repeatedHead: childSwitch(properties, 'tblHeader') ?? false,
      place: place(at, at.firstLine + rows.length, rows.length + 1),
    });
  }
  return {
    kind: 'table',
    rows,
    columnCount,
    structure: 'grid',
    sheet: null,
    place: { ...place(at, at.firstLine, null), lastLine: at.firstLine + Math.max(rows.length - 1, 0) },
  };
}

/** Adds the cell to its row, or to the cell it continues. Returns the columns it takes. */
function placeCell(
  cell: XmlElement,
  column: number,
  cells: OpenCell[],
  table: { open: Map<number, OpenCell>; cellText: (cell: XmlElement) => string },
): number {
  const properties = firstChild(cell, 'tcPr');
  const columnSpan = span(childValue(properties, 'gridSpan'), 1);
  const vertical = firstChild(properties, 'vMerge');
  const above = table.open.get(column);
  if (vertical && vertical.attributes['val'] !== 'restart' && above) {
    above.rowSpan += 1;
    return columnSpan;
  }
  const left = cells.at(-1);
  const horizontal = firstChild(properties, 'hMerge');
  if (horizontal && horizontal.attributes['val'] !== 'restart' && left) {
    left.columnSpan += columnSpan;
    return columnSpan;
  }
  const placed: OpenCell = { column, columnSpan, rowSpan: 1, text: table.cellText(cell) };
  cells.push(placed);
  for (let i = 0; i < columnSpan; i += 1) table.open.delete(column + i);
  if (vertical) table.open.set(column, placed);
  return columnSpan;
}

/** Rows of a table, or cells of a row, through the wrappers that content controls put around them. */
function flatten(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(child.name)
      ? flatten(child, name)
      : [];
  });
}

function span(text: string | null, otherwise: number): number {
  return Math.min(Math.max(wholeNumber(text) ?? otherwise, otherwise), mostColumns);
}

function place(at: TablePlace, line: number, row: number | null): SourcePlace {
  return { line, lastLine: line, page: null, table: at.number, row };
}
