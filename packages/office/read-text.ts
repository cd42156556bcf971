import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceParagraph,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';
import { readLimits, type ReadLimits } from './read-limits.ts';
import { cleanMarks } from './text-marks.ts';

/** A line that is not blank. */
type Line = { readonly text: string; readonly number: number; readonly page: number | null };

/**
 * Reads plain text as it came out of a scan. Each line that is not blank is a paragraph; lines with tabs are rows of a
 * `torn` table. Blank lines (a change of pages) do not end a table: only a line of words without tabs does.
 */
export function readText(text: string, limits: ReadLimits = readLimits): SourceDocument {
  const lines = linesOf(text, limits);
  const blocks: SourceBlock[] = [];
  let tables = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const run = pipeRun(lines, i) ?? tabRun(lines, i, columnsBefore(blocks));
    if (run === null) blocks.push(paragraph(line));
    else {
      tables += 1;
      blocks.push(table(run, tables));
      i = run.last;
    }
  }
  return { format: 'text', blocks, pageCount: lines.at(-1)?.page ?? null, notes: [] };
}

/** A form feed starts a page and, being no line break, does not shift the numbers of lines. */
function linesOf(text: string, limits: ReadLimits): Line[] {
  const paged = text.includes('\f');
  const lines: Line[] = [];
  let page = 1;
  let cells = 0;
  for (const { raw, number } of filledLines(text.replace(/\r\n?/g, '\n'))) {
    const feeds = paged ? raw.split('\f').length - 1 : 0;
    const feedsBefore = feeds > 0 ? raw.slice(0, raw.search(/\S|$/)).split('\f').length - 1 : 0;
    page += feedsBefore;
    if (raw.trim() !== '') {
      lines.push({ text: paged ? raw.replaceAll('\f', ' ') : raw, number, page: paged ? page : null });
      if (raw.includes('\t')) cells += raw.split('\t').length;
    }
    page += feeds - feedsBefore;
    refuseOver('too-many-entries', lines.length, limits.textLines);
    refuseOver('too-many-cells', cells, limits.sheetCells);
  }
  return lines;
}

/** Goes over the text without an array of all its lines: of a file of line breaks it would take gigabytes. */
function* filledLines(text: string): Generator<{ readonly raw: string; readonly number: number }> {
  let number = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    number += 1;
    if (end > at) yield { raw: text.slice(at, end), number };
    at = end + 1;
  }
}

function refuseOver(code: 'too-many-entries' | 'too-many-cells', found: number, limit: number): void {
  if (found > limit) throw new FileRefusal(code, { limit, found });
}

type Run = { readonly rows: readonly Line[]; readonly last: number; readonly structure: 'grid' | 'torn' };

/** Columns of the torn table that ends here or before a printed number of a page; 0 where none does. */
function columnsBefore(blocks: readonly SourceBlock[]): number {
  const last = blocks.findLast((block) => block.kind === 'table' || !/^\s*\d{1,3}\s*$/.test(block.text));
  return last?.kind === 'table' && last.structure === 'torn' ? last.columnCount : 0;
}

/**
 * Rows from line `start` on, when a table starts there; one row of two cells is rather a signature, unless it has as many cells as the
 * table before it: a page cut off the last line of that.
 */
function tabRun(lines: readonly Line[], start: number, columns: number): Run | null {
  const first = lines[start];
  if (first === undefined || !isTabRow(first.text)) return null;
  let end = start + 1;
  while (lines[end]?.text.includes('\t')) end += 1;
  const filled = first.text.split('\t').filter((cell) => cell.trim() !== '').length;
  const cut = columns >= 3 && first.text.split('\t').length === columns;
  if (end === start + 1 && filled < 3 && !cut) return null;
  return { rows: lines.slice(start, end), last: end - 1, structure: 'torn' };
}

/** A tab that only indents the first line of a paragraph makes no row. */
function isTabRow(text: string): boolean {
  const words = text.trimStart();
  const indent = text.slice(0, text.length - words.length);
  return words.includes('\t') || indent.indexOf('\t') !== indent.lastIndexOf('\t');
}

/** A Markdown table is a line of cells over a line of dashes. */
function pipeRun(lines: readonly Line[], start: number): Run | null {
  const rule = lines[start + 1]?.text.trim() ?? '';
  if (!lines[start]?.text.includes('|')) return null;
  if (!/^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$/.test(rule)) return null;
  let end = start + 2;
  while (lines[end]?.text.includes('|')) end += 1;
  const rows = lines.slice(start, end).filter((_, i) => i !== 1);
  return { rows, last: end - 1, structure: 'grid' };
}

function table(run: Run, number: number): SourceTable {
  const rows = run.rows.map((line, i): SourceRow => {
    const texts = run.structure === 'torn' ? line.text.split('\t') : pipeCells(line.text);
    return {
      cells: texts.map((text, column): SourceCell => ({
        column,
        columnSpan: 1,
        rowSpan: 1,
        text: cleanMarks(text, '\n'),
      })),
      repeatedHead: run.structure === 'grid' && i === 0,
      place: place(line, number, i + 1),
    };
  });
  const first = run.rows[0];
  return {
    kind: 'table',
    rows,
    columnCount: rows.reduce((most, row) => Math.max(most, row.cells.length), 0),
    structure: run.structure,
    sheet: null,
    place: {
      ...place(first ?? { text: '', number: 1, page: null }, number, null),
      lastLine: run.rows.at(-1)?.number ?? 1,
    },
  };
}

function pipeCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/);
}

function paragraph(line: Line): SourceParagraph {
  const heading = /^\s{0,3}(#{1,6})\s+(\S.*)$/.exec(line.text);
  // A recogniser puts a list dash before a number that was printed without one.
  const text = (heading?.[2] ?? line.text).replace(/^\s*[-*]\s+(?=\d+(?:\.\d+)*[.)]\s)/, '');
  return {
    kind: 'paragraph',
    text: cleanMarks(text, '\t'),
    label: null,
    headingLevel: heading?.[1]?.length ?? null,
    alignment: null,
    place: place(line, null, null),
  };
}

function place(line: Line, table: number | null, row: number | null): SourcePlace {
  return { line: line.number, lastLine: line.number, page: line.page, table, row };
}
