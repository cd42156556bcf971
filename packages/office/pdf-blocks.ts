import type {
  SourceBlock,
  SourceNote,
  SourcePlace,
  SourceRow,
} from '@opora/domain/basics/source-document.ts';
import type { DrawnTable, PageLayout } from './pdf-layout.ts';
import type { Line } from './pdf-lines.ts';
import { textBounds } from './pdf-bounds.ts';
import { appendText } from './pdf-joined-text.ts';
import { flowsOn, joinLines, type Bounds, type Paragraph } from './pdf-paragraphs.ts';
import { fillRows, joinParts, type FilledTable } from './pdf-table-parts.ts';
import { learnWords, type Vocabulary } from './pdf-words.ts';

type Draft =
  | {
      readonly kind: 'paragraph';
      readonly page: number;
      readonly bounds: Bounds;
      readonly paragraph: Paragraph;
    }
  | {
      readonly kind: 'table';
      readonly page: number;
      readonly lastPage: number;
      readonly isTorn: boolean;
      readonly table: FilledTable;
    };

/** Type this much larger than the body's is a heading's. */
const HEADING_SIZE = 1.12;
/** On a picture sizes are measured roughly. */
const HEADING_SIZE_SEEN = 1.35;
const HEADING_LEVELS_MAX = 4;

export type Blocks = { readonly blocks: readonly SourceBlock[]; readonly notes: readonly SourceNote[] };

/** Paragraphs and tables of the whole document in reading order; tables and paragraphs go on over pages. */
export function makeBlocks(pages: readonly PageLayout[]): Blocks {
  const vocabulary = learnWords(pages.flatMap(allLines).map((line) => line.text));
  const drafts: Draft[] = [];
  for (const page of pages) {
    const bounds = textBounds(pages.filter((each) => Math.abs(each.width - page.width) < 1));
    const own = pageDrafts(page, bounds, vocabulary);
    const last = drafts.at(-1);
    const first = own[0];
    const joined = last && first && last.page < first.page ? joinDrafts(last, first, vocabulary) : null;
    if (joined) {
      drafts.pop();
      own.shift();
      drafts.push(joined);
    }
    drafts.push(...own);
  }
  return placeBlocks(drafts, headingLevels(pages));
}

function allLines(page: PageLayout): Line[] {
  return [...page.lines, ...page.tables.flatMap((table) => table.cells.flatMap((cell) => cell.lines))];
}

function pageDrafts(page: PageLayout, bounds: Bounds, vocabulary: Vocabulary): Draft[] {
  const drafts: Draft[] = [];
  let run: Line[] = [];
  const endRun = (): void => {
    for (const paragraph of joinLines(run, { bounds, vocabulary, inCell: false }))
      drafts.push({ kind: 'paragraph', page: page.page, bounds, paragraph });
    run = [];
  };
  const top = (item: Line | DrawnTable): number => ('grid' in item ? item.grid.box.top : item.baseline);
  for (const item of [...page.lines, ...page.tables].sort((a, b) => top(a) - top(b))) {
    if (!('grid' in item)) {
      run.push(item);
      continue;
    }
    endRun();
    drafts.push({
      kind: 'table',
      page: page.page,
      lastPage: page.page,
      isTorn: page.isRecognised && !item.grid.isDrawn,
      table: fillRows(item, page.page, vocabulary),
    });
  }
  endRun();
  return drafts;
}

function joinDrafts(last: Draft, first: Draft, vocabulary: Vocabulary): Draft | null {
  if (last.kind === 'table' && first.kind === 'table') {
    if (last.lastPage !== first.page - 1) return null;
    const table = joinParts(last.table, first.table, vocabulary);
    return table && { ...last, lastPage: first.lastPage, table };
  }
  if (last.kind !== 'paragraph' || first.kind !== 'paragraph') return null;
  const before = last.paragraph.lines.at(-1);
  const after = first.paragraph.lines[0];
  if (!before || !after || !flowsOn(before, after, last.bounds)) return null;
  const text = appendText(last.paragraph.text, first.paragraph.text, vocabulary);
  return {
    ...last,
    paragraph: { ...last.paragraph, text, lines: [...last.paragraph.lines, ...first.paragraph.lines] },
  };
}

/** Level of a heading by the size of its type: the largest is 1; nothing for the size most of the text is set in. */
function headingLevels(pages: readonly PageLayout[]): (paragraph: Paragraph) => number | null {
  const weights = new Map<number, number>();
  for (const line of pages.flatMap(allLines)) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  const [body = 0] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  const least = body * (pages.some((page) => page.isRecognised) ? HEADING_SIZE_SEEN : HEADING_SIZE);
  const sizes = [...weights.keys()].filter((size) => size > least).sort((a, b) => b - a);
  return ({ lines }) => {
    const size = Math.round(Math.max(...lines.map((line) => line.size)) * 2) / 2;
    const level = sizes.indexOf(size) + 1;
    return level === 0 ? null : Math.min(level, HEADING_LEVELS_MAX);
  };
}

function placeBlocks(
  drafts: readonly Draft[],
  headingLevel: (paragraph: Paragraph) => number | null,
): Blocks {
  const notes: SourceNote[] = [];
  let line = 0;
  let tableNumber = 0;
  const place = (page: number, table: number | null, row: number | null): SourcePlace => {
    line += 1;
    return { line, lastLine: line, page, table, row };
  };
  const blocks = drafts.map((draft): SourceBlock => {
    if (draft.kind === 'paragraph') {
      const { text, alignment } = draft.paragraph;
      return {
        kind: 'paragraph',
        text,
        label: null,
        headingLevel: headingLevel(draft.paragraph),
        alignment,
        place: place(draft.page, null, null),
      };
    }
    tableNumber += 1;
    const table = tableNumber;
    const rows = draft.table.rows.map((row, index): SourceRow => ({
      cells: row.cells,
      repeatedHead: row.repeatedHead,
      place: place(row.page, table, index + 1),
    }));
    draft.table.rows.forEach((row, index) => {
      if (row.isUnclear) notes.push({ code: 'row-unclear', place: rows[index]?.place ?? null, value: null });
    });
    const columnCount = draft.table.columnEdges.length - 1;
    const whole = { line: line - rows.length + 1, lastLine: line, page: draft.page, table, row: null };
    // Two columns are text laid out side by side rather than a table that may have been misjudged.
    if (!draft.table.isDrawn && columnCount > 2)
      notes.push({ code: 'table-without-rules', place: whole, value: table });
    return {
      kind: 'table',
      rows,
      columnCount,
      structure: draft.isTorn ? 'torn' : 'grid',
      sheet: null,
      place: whole,
    };
  });
  return { blocks, notes };
}
