import type { SourceBlock, SourceParagraph } from '../../basics/source-document.ts';
import { beginsBlock } from './layout-lines.ts';
import { cleanText } from './printed-text.ts';
import type { TableRow } from './table-row.ts';

/** A line of one block may stand alone between lines of both; more of them are text of their own. */
const ALONE_MAX = 1;
const BLOCK_ROWS_MAX = 12;

type BesideParagraphs = { readonly rows: readonly TableRow[]; readonly count: number };

/**
 * Paragraphs from `start` on whose lines hold approvals side by side, parted by tabs or runs of spaces, as the rows of a layout;
 * `count` is 0 where no such paragraphs begin.
 */
export function besideParagraphs(blocks: readonly SourceBlock[], start: number): BesideParagraphs {
  const first = blocks[start];
  if (first?.kind !== 'paragraph' || !besideCells(firstLine(first)).slice(1).some(beginsBlock))
    return { rows: [], count: 0 };
  let end = start + 1;
  for (let at = end; at < blocks.length && at < start + BLOCK_ROWS_MAX; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || block.label !== null || at - end > ALONE_MAX) break;
    if (block.text.includes('\t')) end = at + 1;
  }
  const run = blocks.slice(start, end);
  const rows = run.flatMap((block) => (block.kind === 'paragraph' ? rowsOf(block) : []));
  return { rows, count: run.length };
}

const firstLine = ({ text }: SourceParagraph): string => text.split('\n')[0] ?? '';

const besideCells = (text: string): string[] => text.split(/\s*\t\s*/).map(cleanText);

const rowsOf = ({ text, place }: SourceParagraph): TableRow[] =>
  text.split('\n').map((line) => ({
    cells: besideCells(line).map((cell, column) => ({ column, span: 1, text: cell, inherited: false })),
    repeatedHead: false,
    place,
  }));
