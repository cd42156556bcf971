import type { SourceDocument, SourceParagraph, SourceTable } from '../../basics/source-document.ts';
import { besideParagraphs } from './beside-paragraphs.ts';
import { layoutLines } from './layout-lines.ts';
import { cleanText, oneLine, startsLower } from './printed-text.ts';
import { headAt, headRowsMax, isColumnNumbers, sameHead, type TableHead } from './table-head.ts';
import { filledCells, isBlankRow, type TableRow, tableRows } from './table-row.ts';
import { type TextLine, textLine } from './text-line.ts';

/** A table with its parts on the following pages put together. `head` is null when no row says what the columns are. */
export type ReadingTable = {
  readonly kind: 'table';
  readonly head: TableHead | null;
  readonly body: readonly TableRow[];
  readonly columnCount: number;
  readonly torn: boolean;
  readonly sheet: string | null;
};

export type ReadingBlock = TextLine | ReadingTable;

/** Lines and tables in reading order: tables torn by a page put together, stacked tables parted, layout tables dissolved. */
export function readingBlocks(source: SourceDocument): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  for (let at = 0; at < source.blocks.length; at++) {
    const block = source.blocks[at];
    const beside = besideParagraphs(source.blocks, at);
    blocks.push(...layoutLines(beside.rows));
    if (beside.count > 0) at += beside.count - 1;
    else if (block?.kind === 'paragraph') blocks.push(...paragraphLines(block));
    else if (block !== undefined)
      for (const part of partsOfTable(block))
        if (part.kind === 'line') blocks.push(part);
        else addTable(blocks, part);
  }
  return blocks.flatMap((block) =>
    block.kind === 'table' && isLayout(block) ? layoutLines(block.body) : [block],
  );
}

function paragraphLines(paragraph: SourceParagraph): TextLine[] {
  const text = cleanText(paragraph.text);
  const inHeading = paragraph.headingLevel !== null || /^#{1,6}\s/.test(text);
  return text
    .split('\n')
    .flatMap(partedLine)
    .flatMap((raw, index) => {
      const line = textLine(raw, paragraph.place);
      const label = index === 0 && line.label === '' ? (paragraph.label ?? '') : line.label;
      if (line.text === '') return [];
      const { alignment } = paragraph;
      // An item of a list set in the letters of a heading is none.
      const heading = inHeading && !/^[-–—•·*▪●○◦]/.test(label);
      return [{ ...line, label, heading, centred: alignment === 'center', right: alignment === 'right' }];
    });
}

/** Words that offices print on a line of their own, whatever a file joined them with. */
function partedLine(text: string): string[] {
  const act = /^([^\p{Ll}]{8,})\s(ПРИКАЗ|РАСПОРЯЖЕНИЕ|ПОСТАНОВЛЕНИЕ|РЕШЕНИЕ)$/u.exec(text);
  const annex = /^(Приложение(?:\s*№?\s*\d+)?)\s+(\p{Lu}{4,}(?:\s.*)?)$/u.exec(text);
  const label =
    /^(.{20,}[.;])\s+((?:основные\s+)?(?:цели?|задачи|ожидаемые результаты)(?:\s\p{L}+){0,2}:)$/iu.exec(text);
  const parts = act ?? annex ?? label;
  return parts === null ? [text] : [parts[1] ?? '', parts[2] ?? ''];
}

/** A file may keep several tables in one (sheets, torn text): each head begins a new table, what stands before it is its own. */
function partsOfTable(table: SourceTable): ReadingBlock[] {
  const rows = tableRows(table).filter((row) => !isBlankRow(row));
  const torn = table.structure === 'torn';
  const parts: ReadingBlock[] = [];
  let head: TableHead | null = null;
  let body: TableRow[] = [];
  const close = (before: TableHead | null) => {
    const titles = before === null ? [] : trailingTitles(body);
    const own = body.slice(0, body.length - titles.length);
    if (head !== null || own.length > 0) parts.push(readingTable(table, head, own));
    parts.push(...layoutLines(titles));
    body = [];
  };
  for (let index = 0; index < rows.length;) {
    const found: TableHead | null =
      headAgain(rows, index, { head, torn }) ?? headAt(rows, index, { torn, rowsMax: headRowsMax });
    const row = rows[index];
    const underTitle = body.length > 0 && filledCells(body.at(-1)).length === 1;
    if (found === null || (head !== null && !beginsAnotherTable(head, found, underTitle))) {
      if (row !== undefined) body.push(row);
      index += 1;
    } else {
      if (head === null || !sameHead(head.columns, found.columns)) {
        close(head);
        head = found;
      }
      index = found.bodyFrom;
    }
  }
  close(null);
  return parts;
}

type HeadSoFar = { readonly head: TableHead | null; readonly torn: boolean };

function headAgain(rows: readonly TableRow[], at: number, { head, torn }: HeadSoFar): TableHead | null {
  const found = head === null ? null : headAt(rows, at, { torn, rowsMax: head.rowCount });
  return found !== null && head !== null && sameHead(head.columns, found.columns) ? found : null;
}

/** Above the next table of a sheet stands its title, each line a row of one cell. */
function trailingTitles(body: readonly TableRow[]): TableRow[] {
  const last = body.findLastIndex((row) => filledCells(row).length > 1);
  return body.slice(last + 1);
}

/** In the middle of a table only a full head counts, not a row that happens to use the words of one. */
function beginsAnotherTable(head: TableHead, found: TableHead, underTitle: boolean): boolean {
  if (sameHead(head.columns, found.columns)) return true;
  const subject = found.columns.find(({ role }) => role === 'title' || role === 'indicator')?.head ?? '';
  if (underTitle && subject !== '' && subject.split(' ').length <= 2) return true;
  const roles = found.columns.map(({ role }) => role).filter((role) => role !== 'other');
  if (roles.includes('number'))
    return roles.length >= 3 || roles.includes('school') || roles.includes('indicator');
  const named = found.columns.filter((column) => column.head !== '');
  return roles.length >= 3 && roles.length === named.length && named.every(isColumnName);
}

/** A few words without a full stop or a number: what a column is called, not what stands in it. */
const isColumnName = ({ head }: { readonly head: string }): boolean =>
  head.length <= 50 && /^\p{Lu}[^.;:\d]*$/u.test(head);

function readingTable(table: SourceTable, head: TableHead | null, body: readonly TableRow[]): ReadingTable {
  return {
    kind: 'table',
    head,
    body: body.filter((row) => !isColumnNumbers(row)),
    columnCount: table.columnCount,
    torn: table.structure === 'torn',
    sheet: table.sheet,
  };
}

/** What may stand between two parts of one table: nothing, a page number, «Продолжение таблицы». */
const pageFurniture =
  /^(?:-?\s*\d{1,3}\s*-?|(?:продолжение|окончание)\s.{0,40}|страница\s.{0,20}|стр\.?\s*\d+|лист\s*\d+)$/iu;

function addTable(blocks: ReadingBlock[], part: ReadingTable): void {
  let last = blocks.length - 1;
  while (last >= 0 && isFurniture(blocks[last])) last -= 1;
  const between = bareLines(blocks, last, part);
  last -= between.length;
  const before = blocks[last];
  if (before === undefined || before.kind !== 'table' || !continuesTable(before, part)) {
    blocks.push(part);
    return;
  }
  blocks.splice(last, blocks.length - last, {
    ...before,
    body: [...before.body, ...rowsOfLines(between, before), ...part.body],
    columnCount: Math.max(before.columnCount, part.columnCount),
  });
}

/**
 * Lines without tabs between two parts of a torn table: a head of a section, or the rest of a cell a page carried over.
 * What follows them must have no head of its own and be rows, not a signature.
 */
function bareLines(blocks: readonly ReadingBlock[], last: number, part: ReadingTable): TextLine[] {
  if (!part.torn || part.head !== null) return [];
  let from = last;
  while (from >= 0 && isBareLine(blocks[from])) from -= 1;
  const before = blocks[from];
  const lines = blocks.slice(from + 1, last + 1).filter((block): block is TextLine => block.kind === 'line');
  if (before === undefined || before.kind !== 'table' || before.head === null || lines.length > bareLinesMax)
    return [];
  const filled = Math.max(0, ...part.body.map((row) => filledCells(row).length));
  return filled >= Math.min(3, before.columnCount) ? lines : [];
}

const bareLinesMax = 4;
const isBareLine = (block: ReadingBlock | undefined): boolean =>
  block !== undefined &&
  block.kind === 'line' &&
  block.text.length <= 200 &&
  !block.text.toLowerCase().startsWith('приложение');

/** A line that goes on in lower case belongs to the line before it, or to the title of the open activity. */
function rowsOfLines(lines: readonly TextLine[], { head, columnCount }: ReadingTable): TableRow[] {
  const titleAt = head?.columns.find(({ role }) => role === 'title' || role === 'indicator')?.index ?? 0;
  return lines.map(({ label, text, place }) => {
    const printed = oneLine(`${label} ${text}`);
    const cell =
      startsLower(text) && label === '' ? { column: titleAt, span: 1 } : { column: 0, span: columnCount };
    return { cells: [{ ...cell, text: printed, inherited: false }], repeatedHead: false, place };
  });
}

const isFurniture = (block: ReadingBlock | undefined): boolean =>
  block !== undefined && block.kind === 'line' && pageFurniture.test(block.text);

function continuesTable(before: ReadingTable, part: ReadingTable): boolean {
  if (before.sheet !== part.sheet || before.torn !== part.torn) return false;
  if (before.head === null) return part.head === null && before.columnCount === part.columnCount;
  if (part.head !== null) return sameHead(before.head.columns, part.head.columns);
  return part.torn || Math.abs(part.columnCount - before.columnCount) <= 1;
}

/** A letterhead, a block of signatures: a small table without a head of its own whose rows are printed lines. */
function isLayout(table: ReadingTable): boolean {
  return table.head === null && !isLabelled(table);
}

const passportLabel =
  /^(?:основн\S* )?(?:цел[ьи]|задач[аи]|срок|период|разработчик|исполнител|соисполнител|заказчик|координатор|участник|основани|ожидаем|результат|показател|индикатор|целев\S* (?:показател|индикатор)|наименовани|объ[её]м|источник|финансир|этап|куратор|руководител\S* (?:проекта|программы)|контрол)/iu;

/** «Цель | …», «Задачи | …»: the first column names what stands in the second. */
export function isLabelled(table: ReadingTable): boolean {
  if (table.head !== null || usedColumns(table) > 4) return false;
  return table.body.filter((row) => passportLabel.test(rowLabel(row))).length >= 2;
}

/** Columns where a cell begins; a sheet may merge any number of its columns into one. */
const usedColumns = (table: ReadingTable): number =>
  new Set(table.body.flatMap((row) => filledCells(row).map((cell) => cell.column))).size;

export const isPassportLabel = (text: string): boolean => passportLabel.test(text);

/** First cell of the row that is not its number. */
export function rowLabel(row: TableRow): string {
  const filled = filledCells(row).filter((cell) => !/^\d+[.)]?$/.test(cell.text));
  return filled.length >= 2 || (filled[0]?.column ?? 1) === 0 ? oneLine(filled[0]?.text ?? '') : '';
}
