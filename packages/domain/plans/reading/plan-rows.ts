import type { ReadSource } from '../read-document.ts';
import {
  type Beside,
  continueRow,
  fieldText,
  type JoinRules,
  type OpenPlanRow,
  openRow,
  sourceOf,
} from './open-plan-row.ts';
import {
  isEndOf,
  isShredded,
  type LineCell,
  type PlanField,
  planFields,
  type PlanLine,
  planLines,
} from './plan-line.ts';
import { fillEmptyCells } from './empty-cells.ts';
import { type OpenRow, planContext, planLineKind } from './plan-line-kind.ts';
import { oneLine, startsLower } from './printed-text.ts';
import type { ReadingTable } from './reading-block.ts';
import { mendedHead } from './section-head.ts';
import { cellAt } from './table-row.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An activity as printed, its lines put together and nothing interpreted. Line breaks inside a cell stay. */
export type PlanRow = {
  readonly no: string;
  readonly section: string | null;
  readonly title: string;
  readonly deadline: string;
  readonly responsible: string;
  readonly expected: string;
  readonly source: ReadSource;
  /** Put together from several rows of the file. */
  readonly joined: boolean;
  /** Pieces left aside as traces of recognition. */
  readonly ghosts: readonly string[];
  /** Texts that were put into an empty cell of a torn table. */
  readonly mended: readonly string[];
};

export type PlanTable = {
  /** Fields the table has columns for. */
  readonly fields: ReadonlySet<PlanField>;
  /** Heads of columns that a plan has no field for and that hold text. */
  readonly unknownColumns: readonly string[];
  readonly sections: readonly string[];
  readonly rows: readonly PlanRow[];
  /** Remarks under the rows: legends, notes. */
  readonly remarks: readonly string[];
};

/** `headings`: titles printed elsewhere in the document, by which a torn head of a section is mended. */
export function planTable(
  table: ReadingTable,
  vocabulary: Vocabulary,
  headings: readonly string[],
): PlanTable {
  const lines = planLines(table).flatMap((line, at, all) =>
    table.torn ? partedFromHead(line, all[at - 1]) : [line],
  );
  const { heads, rows, remarks } = sortedLines(lines, table.torn);
  const sections = heads.map((pieces) =>
    table.torn ? mendedHead(pieces, headings, vocabulary) : oneLine(pieces.join(' ')),
  );
  const rules = { vocabulary, widthOf: columnWidths(lines, table.torn) };
  const columns = table.head?.columns ?? [];
  const fields = new Set(planFields.filter((field) => columns.some(({ role }) => role === field)));
  const read = rows.map((row) => planRow(row, sections, rules));
  return {
    fields,
    unknownColumns: unknownColumns(table),
    sections,
    rows: table.torn ? fillEmptyCells(read, fields) : read,
    remarks,
  };
}

type SortedLines = { heads: string[][]; rows: OpenPlanRow[]; remarks: string[]; group: Beside };

function sortedLines(lines: readonly PlanLine[], torn: boolean): SortedLines {
  const context = planContext(lines, torn);
  const sorted: SortedLines = { heads: [], rows: [], remarks: [], group: { text: '' } };
  let open: OpenRow = { kind: null, last: null, no: '', deadline: '' };
  lines.forEach((line, at) => {
    const kind = planLineKind(context, at, open);
    if (kind === 'section') sorted.heads.push([...line.pieces]);
    else if (kind === 'section-rest') sorted.heads.at(-1)?.push(...line.pieces);
    else if (kind === 'remark') sorted.remarks.push(line.pieces.join(' '));
    else addToRows(sorted, line, kind === 'start', torn);
    const row = sorted.rows.at(-1);
    open =
      kind === 'start' || kind === 'rest'
        ? { kind, last: line, no: row?.no ?? '', deadline: row?.pieces.deadline.join(' ') ?? '' }
        : { kind, last: null, no: '', deadline: '' };
  });
  return sorted;
}

function addToRows(sorted: SortedLines, line: PlanLine, begins: boolean, torn: boolean): void {
  const { heads, rows } = sorted;
  const last = rows.at(-1);
  const group = oneLine(line.group);
  const another = group !== '' && group !== sorted.group.text && begins && !startsLower(group);
  if (another) sorted.group = { text: group };
  else if (torn && group !== sorted.group.text) sorted.group.text = oneLine(`${sorted.group.text} ${group}`);
  if (begins || last === undefined)
    rows.push(openRow(line, heads.length === 0 ? null : heads.length - 1, sorted.group));
  else continueRow(last, line, torn);
}

/** Length of the longest line of a column; a torn table whose cells are whole has no lines to measure. */
function columnWidths(lines: readonly PlanLine[], torn: boolean): (field: PlanField) => number {
  const widths = new Map(
    planFields.map((field) => [
      field,
      lines.reduce((width, line) => Math.max(width, line[field].text.length), 0),
    ]),
  );
  return (field) => (torn ? (widths.get(field) ?? 0) : 0);
}

function unknownColumns(table: ReadingTable): string[] {
  const columns = table.head?.columns ?? [];
  const others = columns.filter(
    ({ role, head }, at) =>
      head !== '' && (role === 'other' || role === 'school') && !isEndOf(columns[at - 1], head),
  );
  return others
    .filter(({ index }) => table.body.some((row) => cellAt(row, index)?.text))
    .map(({ head }) => head);
}

function planRow(row: OpenPlanRow, sections: readonly string[], rules: JoinRules): PlanRow {
  const underHead = row.section === null ? null : (sections[row.section] ?? null);
  return {
    no: row.no,
    section: row.group.text === '' ? underHead : row.group.text,
    title: oneLine(fieldText(row, 'title', rules)),
    deadline: oneLine(fieldText(row, 'deadline', rules)),
    responsible: fieldText(row, 'responsible', rules),
    expected: fieldText(row, 'expected', rules),
    joined: row.places.length > 1,
    ghosts: row.ghosts,
    mended: [],
    source: sourceOf(row.places),
  };
}

/**
 * Where a scan printed the end of a section's head and the first line of an activity as one row, each cell begins with the
 * former in lower case and goes on with the latter from a capital letter.
 */
function partedFromHead(line: PlanLine, before: PlanLine | undefined): PlanLine[] {
  if (before === undefined || !isShredded(before) || line.no !== '') return [line];
  const parts = new Map(
    planFields.map((field) => [field, /^(\p{Ll}[^\p{Lu}]*?)\s+(\p{Lu}.*)$/su.exec(line[field].text)]),
  );
  if ([...parts.values()].filter((part) => part !== null).length < 2) return [line];
  const ofHead = (field: PlanField) => parts.get(field)?.[1] ?? '';
  const ofRow = (field: PlanField) => parts.get(field)?.[2] ?? line[field].text;
  return [withTexts(line, ofHead), withTexts(line, ofRow)];
}

function withTexts(line: PlanLine, textOf: (field: PlanField) => string): PlanLine {
  const cell = (field: PlanField): LineCell => ({ text: textOf(field), inherited: false });
  return {
    ...line,
    title: cell('title'),
    deadline: cell('deadline'),
    responsible: cell('responsible'),
    expected: cell('expected'),
    pieces: planFields.map(textOf).filter((text) => text !== ''),
  };
}
