import { filledCells, type RowCell, type TableRow } from './table-row.ts';
import { type TextLine, textLine } from './text-line.ts';

/** Words a block of approval begins with; two of them side by side are read one after the other. */
export const approval = /^[«"]?(?:утвержд|согласован|рассмотрен|принят)\p{L}*/iu;

const annex = /^приложени[ея](?!\p{L})/iu;
const addressee = /^(?:руководителям|директорам|начальникам|главам|заведующим|специалистам)(?!\p{L})/iu;

/** Words by which a block begins that may stand beside another one. */
export const beginsBlock = (text: string): boolean =>
  approval.test(text) || annex.test(text) || addressee.test(text);

/**
 * Printed lines of a table that only lays text out: its rows from top to bottom, but blocks that stand side by side (approvals,
 * a letterhead and an addressee) one block after the other.
 */
export function layoutLines(rows: readonly TableRow[]): TextLine[] {
  const lines: TextLine[] = [];
  for (let at = 0; at < rows.length;) {
    const edges = blockEdges(rows[at]);
    let end = at + 1;
    while (edges.length > 0 && end < rows.length && standsInBlocks(rows[end], edges)) end += 1;
    const run = rows.slice(at, end);
    lines.push(...(edges.length > 0 ? linesByBlocks(run, edges) : run.flatMap(linesOfRow)));
    at = end;
  }
  return lines;
}

const ownCells = (row: TableRow | undefined): RowCell[] => filledCells(row).filter((cell) => !cell.inherited);

/** Columns at which blocks begin that stand side by side from this row on; none where the row is one line. */
function blockEdges(row: TableRow | undefined): number[] {
  const cells = ownCells(row);
  const beside = cells.some(({ column, text }) => column > 0 && beginsBlock(text));
  return beside ? [...new Set([0, ...cells.map((cell) => cell.column)])] : [];
}

/** Every cell of the row lies within one block, and no other blocks begin here. */
function standsInBlocks(row: TableRow | undefined, edges: readonly number[]): boolean {
  const cells = ownCells(row);
  const crossing = cells.some(({ column, span }) =>
    edges.some((edge) => column < edge && edge < column + span),
  );
  return !crossing && !cells.some((cell) => cell.column > 0 && approval.test(cell.text));
}

function linesByBlocks(rows: readonly TableRow[], edges: readonly number[]): TextLine[] {
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1] ?? Infinity;
    return rows.flatMap((row) => {
      const cells = ownCells(row).filter(({ column }) => column >= edge && column < next);
      return printedLines(cells.map((cell) => cell.text).join(' '), row);
    });
  });
}

function linesOfRow(row: TableRow): TextLine[] {
  const texts = ownCells(row).map((cell) => cell.text);
  const severalLines = texts.some((text) => text.includes('\n'));
  return printedLines(texts.join(severalLines ? '\n' : ' '), row);
}

const printedLines = (text: string, row: TableRow): TextLine[] =>
  text
    .split('\n')
    .map((line) => textLine(line, row.place))
    .filter((line) => line.text !== '');
