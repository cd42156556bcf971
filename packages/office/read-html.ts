import { FileRefusal } from '@opora/domain/basics/file-refusal.ts';
import type { SourceBlock, SourceDocument } from '@opora/domain/basics/source-document.ts';
import { Parser } from 'htmlparser2';
import { htmlTable, type HtmlCell, type HtmlRow } from './html-table.ts';
import { plainSpaces } from './plain-spaces.ts';
import type { ReadLimits } from './read-limits.ts';

/** Content that is not shown on the page. */
const unseen = new Set(['script', 'style', 'title', 'noscript', 'template', 'xml']);

/** Elements that begin and end a line of their own. */
const ownLine = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd center caption section article header footer'.split(' '),
);

/** What stands so far; `rows` and `cell` belong to the outermost table that is open. */
type Page = {
  readonly blocks: SourceBlock[];
  readonly limits: ReadLimits;
  line: number;
  tables: number;
  cells: number;
  words: string;
  heading: number | null;
  /** Lists that are open, the innermost last, with the items so far; null where items are not numbered. */
  readonly lists: (number | null)[];
  label: string | null;
  tags: number;
  depth: number;
  tableDepth: number;
  unseenDepth: number;
  inHead: boolean;
  rows: HtmlRow[];
  cell: HtmlCell | null;
};

/**
 * Reads the tables of a web page and the words between them: electronic journals and old reports save pages under the
 * names of workbooks. A page without a table is refused, because it is a web site and not a document.
 */
export function readHtml(text: string, limits: ReadLimits): SourceDocument {
  const page: Page = {
    blocks: [],
    limits,
    line: 0,
    tables: 0,
    cells: 0,
    words: '',
    heading: null,
    lists: [],
    label: null,
    tags: 0,
    depth: 0,
    tableDepth: 0,
    unseenDepth: 0,
    inHead: false,
    rows: [],
    cell: null,
  };
  const parser = new Parser({
    onopentag: (name, attributes) => openTag(page, name, attributes),
    onclosetag: (name) => closeTag(page, name),
    ontext: (piece) => addText(page, piece.replace(/[ \t\r\n\f]+/g, ' ')),
  });
  parser.end(text);
  endTable(page);
  endLine(page);
  if (page.tables === 0) throw new FileRefusal('web-page');
  return { format: 'html', blocks: page.blocks, pageCount: null, notes: [] };
}

function openTag(page: Page, name: string, attributes: Readonly<Record<string, string>>): void {
  page.depth += 1;
  page.tags += 1;
  const { xmlNodes, xmlDepth } = page.limits;
  if (page.tags > xmlNodes) throw new FileRefusal('too-many-entries', { limit: xmlNodes });
  // Careless pages leave tags open, so they look deeper than they are.
  if (page.depth > 10 * xmlDepth) throw new FileRefusal('nesting-too-deep', { limit: 10 * xmlDepth });
  if (unseen.has(name)) page.unseenDepth += 1;
  else if (name === 'br') addText(page, '\n');
  else if (name === 'table') {
    if (page.tableDepth === 0) endLine(page);
    page.tableDepth += 1;
  } else if (page.tableDepth === 1) openInTable(page, name, attributes);
  else if (page.tableDepth > 1) {
    // A table inside a cell becomes lines of the cell, its cells divided by tabs.
    if (name === 'tr') addText(page, '\n');
    else if (name === 'td' || name === 'th') addText(page, '\t');
  } else if (ownLine.has(name)) {
    endLine(page);
    page.heading = /^h[1-6]$/.test(name) ? Number(name[1]) : null;
    if (name === 'ol')
      page.lists.push(Math.max(0, (Number.parseInt(attributes['start'] ?? '', 10) || 1) - 1));
    else if (name === 'ul') page.lists.push(null);
    else if (name === 'li') page.label = nextLabel(page.lists);
  }
}

function nextLabel(lists: (number | null)[]): string {
  const last = lists.at(-1) ?? null;
  if (last === null) return '•';
  lists[lists.length - 1] = last + 1;
  return `${last + 1}.`;
}

function openInTable(page: Page, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'thead') page.inHead = true;
  else if (name === 'tr') page.rows.push({ cells: [], head: page.inHead });
  else if (name === 'td' || name === 'th') {
    if (page.rows.length === 0) page.rows.push({ cells: [], head: page.inHead });
    page.cell = {
      text: '',
      columnSpan: span(attributes['colspan'], 500),
      rowSpan: span(attributes['rowspan'], 65_535),
    };
    page.rows.at(-1)?.cells.push(page.cell);
    page.cells += page.cell.columnSpan;
    const limit = page.limits.sheetCells;
    if (page.cells > limit) throw new FileRefusal('too-many-cells', { limit });
  } else if (ownLine.has(name)) addText(page, '\n');
}

function closeTag(page: Page, name: string): void {
  page.depth -= 1;
  if (unseen.has(name)) page.unseenDepth = Math.max(0, page.unseenDepth - 1);
  else if (name === 'table') {
    if (page.tableDepth === 1) endTable(page);
    page.tableDepth = Math.max(0, page.tableDepth - 1);
  } else if (page.tableDepth === 1) {
    if (name === 'thead') page.inHead = false;
    else if (name === 'td' || name === 'th') page.cell = null;
    else if (ownLine.has(name)) addText(page, '\n');
  } else if (page.tableDepth === 0 && ownLine.has(name)) {
    endLine(page);
    page.label = null;
    if (name === 'ol' || name === 'ul') page.lists.pop();
  }
}

function addText(page: Page, text: string): void {
  if (page.unseenDepth > 0) return;
  if (page.tableDepth === 0) page.words += text;
  else if (page.cell) page.cell.text += text;
}

function endLine(page: Page): void {
  const text = plainSpaces(page.words);
  page.words = '';
  if (text === '') return;
  const { label } = page;
  page.label = null;
  page.line += 1;
  page.blocks.push({
    kind: 'paragraph',
    text,
    label,
    headingLevel: page.heading,
    alignment: null,
    place: { line: page.line, lastLine: page.line, page: null, table: null, row: null },
  });
}

function endTable(page: Page): void {
  const rows = page.rows.filter((row) => row.cells.length > 0);
  page.rows = [];
  page.cell = null;
  page.inHead = false;
  if (rows.length === 0) return;
  for (const { cells } of rows) for (const cell of cells) cell.text = cellText(cell.text);
  page.tables += 1;
  page.blocks.push(htmlTable(rows, page.tables, page.line + 1));
  page.line += rows.length;
}

function cellText(text: string): string {
  const lines = plainSpaces(text).split('\n');
  return lines.filter((line) => line !== '').join('\n');
}

function span(text: string | undefined, most: number): number {
  const value = Number.parseInt(text ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}
