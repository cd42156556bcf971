import type { SourcePlace } from '../../basics/source-document.ts';
import type { ReadSource } from '../read-document.ts';
import {
  isShredded,
  type LineCell,
  type PlanField,
  planFields,
  type PlanLine,
  planLines,
} from './plan-line.ts';
import { isGhost, type OpenRow, planContext, type PlanLineKind, planLineKind } from './plan-line-kind.ts';
import { oneLine } from './printed-text.ts';
import type { ReadingTable } from './reading-block.ts';
import { mendedHead } from './section-head.ts';
import { cellAt } from './table-row.ts';
import { joinTorn, type Vocabulary } from './vocabulary.ts';

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
  /** A piece recognised twice was left out. */
  readonly ghosts: readonly string[];
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

type OpenPlanRow = {
  no: string;
  section: string | null;
  pieces: Record<PlanField, string[]>;
  places: SourcePlace[];
  ghosts: string[];
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
  const context = planContext(lines, table.torn);
  const sections: string[][] = [];
  const rows: OpenPlanRow[] = [];
  const remarks: string[] = [];
  let open: OpenRow = { kind: null, last: null, no: '', deadline: '' };
  lines.forEach((line, at) => {
    const kind: PlanLineKind = planLineKind(context, at, open);
    if (kind === 'section') sections.push([...line.pieces]);
    else if (kind === 'section-rest') sections.at(-1)?.push(...line.pieces);
    else if (kind === 'remark') remarks.push(line.pieces.join(' '));
    else addLine(rows, line, kind, sections.length);
    const row = rows.at(-1);
    open =
      kind === 'section' || kind === 'section-rest' || kind === 'remark'
        ? { kind, last: null, no: '', deadline: '' }
        : { kind, last: line, no: row?.no ?? '', deadline: row?.pieces.deadline.join(' ') ?? '' };
  });
  const titles = sections.map((pieces) =>
    table.torn ? mendedHead(pieces, headings, vocabulary) : oneLine(pieces.join(' ')),
  );
  return {
    fields: new Set(
      planFields.filter((field) => table.head?.columns.some(({ role }) => role === field) ?? false),
    ),
    unknownColumns: unknownColumns(table),
    sections: titles,
    rows: rows.map((row) => finished(row, titles, vocabulary)),
    remarks,
  };

  function addLine(all: OpenPlanRow[], line: PlanLine, kind: PlanLineKind, sectionCount: number): void {
    const last = all.at(-1);
    if (kind === 'start' || last === undefined) all.push(openRow(line, sectionCount, table.torn));
    else continueRow(last, line, table.torn);
  }
}

function unknownColumns(table: ReadingTable): string[] {
  const others =
    table.head?.columns.filter(({ role, head }) => head !== '' && (role === 'other' || role === 'school')) ??
    [];
  return others
    .filter(({ index }) => table.body.some((row) => cellAt(row, index)?.text))
    .map(({ head }) => head);
}

function openRow(line: PlanLine, sectionCount: number, torn: boolean): OpenPlanRow {
  const row: OpenPlanRow = {
    no: line.no,
    section: line.group !== '' ? oneLine(line.group) : sectionCount > 0 ? `#${sectionCount - 1}` : null,
    pieces: { title: [], deadline: [], responsible: [], expected: [] },
    places: [line.place],
    ghosts: [],
  };
  if (line.stray !== '' && !torn) row.pieces.title.push(line.stray);
  for (const field of planFields) if (line[field].text !== '') row.pieces[field].push(line[field].text);
  return row;
}

function continueRow(row: OpenPlanRow, line: PlanLine, torn: boolean): void {
  row.places.push(line.place);
  if (row.no === '') row.no = line.no;
  for (const field of planFields) addPiece(row, field, line[field], torn);
}

function addPiece(row: OpenPlanRow, field: PlanField, cell: LineCell, torn: boolean): void {
  if (cell.text === '' || cell.inherited) return;
  const before = row.pieces[field].join(' ');
  const stain = field === 'deadline' ? !/[\p{L}\d]/u.test(cell.text) : !/\p{L}/u.test(cell.text);
  if (torn && (stain || (before !== '' && isGhost(cell.text, before)))) row.ghosts.push(cell.text);
  else row.pieces[field].push(cell.text);
}

function finished(row: OpenPlanRow, sections: readonly string[], vocabulary: Vocabulary): PlanRow {
  const [first] = row.places;
  const last = row.places.at(-1);
  const ofSection = /^#(\d+)$/.exec(row.section ?? '');
  const field = (name: PlanField) =>
    row.pieces[name].reduce((text, piece) => joinCell(text, piece, vocabulary), '');
  return {
    no: row.no,
    section: ofSection === null ? row.section : (sections[Number(ofSection[1])] ?? null),
    title: oneLine(field('title')),
    deadline: oneLine(field('deadline')),
    responsible: field('responsible'),
    expected: field('expected'),
    joined: row.places.length > 1,
    ghosts: row.ghosts,
    source: {
      from: first?.line ?? 0,
      to: last?.lastLine ?? first?.lastLine ?? 0,
      page: first?.page ?? null,
      table: first?.table ?? null,
      row: first?.row ?? null,
    },
  };
}

/** Pieces are joined where the sentence runs on; a list keeps its lines. */
function joinCell(before: string, piece: string, vocabulary: Vocabulary): string {
  const [head = '', ...rest] = piece.split('\n');
  return [joinTorn(before, head, vocabulary), ...rest].join('\n');
}

/**
 * Where a scan printed the end of a section's head and the first line of an activity as one row, each cell begins with the
 * former in lower case and goes on with the latter from a capital letter.
 */
function partedFromHead(line: PlanLine, before: PlanLine | undefined): PlanLine[] {
  if (before === undefined || !isShredded(before) || line.no !== '') return [line];
  const parts = planFields.map((field) => /^(\p{Ll}[^\p{Lu}]*?)\s+(\p{Lu}.*)$/su.exec(line[field].text));
  if (parts.filter((part) => part !== null).length < 2) return [line];
  const cell = (field: PlanField, group: 1 | 2): LineCell => {
    const part = parts[planFields.indexOf(field)];
    const whole = group === 2 && part === null ? line[field].text : '';
    return { text: part?.[group] ?? whole, inherited: false };
  };
  const cells = (group: 1 | 2) => ({
    title: cell('title', group),
    deadline: cell('deadline', group),
    responsible: cell('responsible', group),
    expected: cell('expected', group),
  });
  const headPieces = planFields.map((field) => cell(field, 1).text).filter((text) => text !== '');
  return [
    { ...line, ...cells(1), pieces: headPieces },
    {
      ...line,
      ...cells(2),
      pieces: planFields.map((field) => cell(field, 2).text).filter((text) => text !== ''),
    },
  ];
}
