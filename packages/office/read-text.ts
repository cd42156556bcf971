import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceParagraph,
  SourcePlace,
  SourceRow,
  SourceTable,
} from '@opora/domain/basics/source-document.ts';
import { cleanMarks } from './text-marks.ts';

type Line = { readonly text: string; readonly number: number; readonly page: number | null };

/**
 * Reads plain text as it came out of a scan. Each line that is not blank is a paragraph; lines with tabs are rows of a
 * `torn` table. Blank lines (a change of pages) do not end a table: only a line of words without tabs does.
 */
export function readText(text: string): SourceDocument {
  const lines = splitLines(text);
  const blocks: SourceBlock[] = [];
  let tables = 0;
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    if (line === undefined) break;
    const run = pipeRun(lines, i) ?? tabRun(lines, i);
    if (run === null) {
      if (line.text.trim() !== '') blocks.push(paragraph(line));
      i += 1;
    } else {
      tables += 1;
      blocks.push(table(run, tables));
      i = run.next;
    }
  }
  return { format: 'text', blocks, pageCount: lines.at(-1)?.page ?? null, notes: [] };
}

/** A form feed starts a page and, being no line break, does not shift the numbers of lines. */
function splitLines(text: string): Line[] {
  const paged = text.includes('\f');
  let page = 1;
  return text.split(/\r\n|\n|\r/).map((raw, i) => {
    const leading = /^[\s]*\f/.test(raw);
    if (leading) page += 1;
    const line = { text: raw.replaceAll('\f', ' '), number: i + 1, page: paged ? page : null };
    if (!leading && raw.includes('\f')) page += 1;
    return line;
  });
}

type Run = { readonly rows: readonly Line[]; readonly next: number; readonly structure: 'grid' | 'torn' };

/** Rows from line `start` on, when a table starts there. */
function tabRun(lines: readonly Line[], start: number): Run | null {
  if (!isTabRow(lines[start])) return null;
  const rows: Line[] = [];
  let next = start;
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || line.text.trim() === '') {
      if (line?.text.includes('\t')) rows.push(line);
      continue;
    }
    if (!line.text.includes('\t')) break;
    rows.push(line);
    next = i + 1;
  }
  const shown = rows.filter((row) => row.number <= (lines[next - 1]?.number ?? 0));
  const lone =
    shown.length === 1 && (shown[0]?.text.split('\t').filter((cell) => cell.trim() !== '').length ?? 0) < 3;
  return lone ? null : { rows: shown, next, structure: 'torn' };
}

/** A tab that only indents the first line of a paragraph makes no row. */
function isTabRow(line: Line | undefined): boolean {
  const words = line?.text.trimStart() ?? '';
  const indent = line?.text.slice(0, line.text.length - words.length) ?? '';
  return words !== '' && (words.includes('\t') || indent.indexOf('\t') !== indent.lastIndexOf('\t'));
}

/** A Markdown table is a line of cells over a line of dashes. */
function pipeRun(lines: readonly Line[], start: number): Run | null {
  const rule = lines[start + 1]?.text.trim() ?? '';
  if (!lines[start]?.text.includes('|') || !/^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$/.test(rule))
    return null;
  let next = start + 2;
  while (lines[next]?.text.includes('|')) next += 1;
  return {
    rows: [...lines.slice(start, start + 1), ...lines.slice(start + 2, next)],
    next,
    structure: 'grid',
  };
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
