import { filledStretches } from './pdf-gutters.ts';
import { isRowNumber, type RowFacts, type TableFacts } from './pdf-row-facts.ts';
import type { Line } from './pdf-lines.ts';
import { TITLE_LINES_MAX } from './pdf-table-regions.ts';

/** Lines `from` up to but not including `to` of a page, being one row. */
export type Row = {
  readonly from: number;
  readonly to: number;
  /** Other rows would have been nearly as likely. */
  readonly isUnclear: boolean;
};

/** How the texts of a row's cells stand to each other: their first lines on one level, or their middles. */
type Level = 'top' | 'middle';

const LINES_OF_ROW_MAX = 60;
const EMPTY_COST = 1;
const LONELY_COST = 1;
const UNLEVEL_COST = 2;
const GAP_COST = 2;
const SPACE_COST = 0.5;
const NO_NUMBER_COST = 2.5;
const NUMBERS_COST = 4;
const MIXED_COST = 4;
/** A head known to be one has one row, unless the numbers of the columns follow. */
const TORN_HEAD_COST = 6;
const UNCLEAR_COST = 4;
/** The first row of a page is a head or the rest of a row: its cells stand as they like. */
const LENIENT = 0.25;

/**
 * The rows of a table on each of its pages: of all ways to cut its lines into rows the one under which cells have no holes,
 * begin (or have their middles) on one level, and have one number each.
 */
export function findRows(pages: readonly RowFacts[], table: TableFacts): readonly (readonly Row[])[] {
  const heads = repeatedHeads(pages);
  const [top, middle] = (['top', 'middle'] as const).map((level) => {
    const cut = pages.map((page, index) => {
      const { from: top, to: head } = heads[index] ?? { from: 0, to: 0 };
      const first = index > 0 ? 'rest' : head > 0 ? 'row' : 'head';
      const parts = [
        cutRows(page, table, { from: 0, to: top, level, first: 'row' }),
        cutRows(page, table, { from: top, to: head, level, first: 'head' }),
        cutRows(page, table, { from: head, to: page.lines.length, level, first }),
      ];
      return {
        cost: parts.reduce((sum, part) => sum + part.cost, 0),
        rows: parts.flatMap((part) => part.rows),
      };
    });
    return { cost: cut.reduce((sum, page) => sum + page.cost, 0), rows: cut.map((page) => page.rows) };
  });
  return (top && middle && top.cost > middle.cost ? middle : top)?.rows ?? [];
}

/** By page, the lines at its top that are the head that other pages begin with, too; the first page may have a title above. */
function repeatedHeads(pages: readonly RowFacts[]): { from: number; to: number }[] {
  const first = pages[0]?.lines ?? [];
  const found = pages.slice(1).map(({ lines }) => {
    const at = first.slice(0, TITLE_LINES_MAX + 1).findIndex((line) => line.text === lines[0]?.text);
    const same = at === -1 ? 0 : lines.findIndex((line, index) => line.text !== first[at + index]?.text);
    return { at, count: same === -1 ? lines.length : same };
  });
  const longest = found.reduce((a, b) => (b.count > a.count ? b : a), { at: 0, count: 0 });
  const own = { from: Math.max(0, longest.at), to: Math.max(0, longest.at) + longest.count };
  return [own, ...found.map(({ count }) => ({ from: 0, to: count }))];
}

type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly level: Level;
  /** What the first row may be: a head, the rest of a row of the page before, or a row like all others. */
  readonly first: 'head' | 'rest' | 'row';
};

function cutRows(
  page: RowFacts,
  table: TableFacts,
  { from: start, to: end, level, first }: Stretch,
): { cost: number; rows: Row[] } {
  const isHead = end < page.lines.length;
  const best = new Map([[start, { cost: 0, from: start, own: 0 }]]);
  for (let from = start; from < end; from++) {
    const before = best.get(from);
    if (!before || (from > start && !page.isCut[from])) continue;
    const row = startRow(page, table, { from, level, as: from === start ? first : 'row' });
    for (let to = from + 1; to <= Math.min(end, from + LINES_OF_ROW_MAX); to++) {
      if (to - 1 > from && page.isRuled[to - 1]) break;
      row.take(to - 1);
      if (to < end && !page.isCut[to]) continue;
      const torn = isHead && from > start && !isColumnNumbers(page, from, to) ? TORN_HEAD_COST : 0;
      const own = row.cost() + torn;
      const cost = before.cost + own + (page.cutCost[from] ?? 0);
      if (cost < (best.get(to)?.cost ?? Infinity)) best.set(to, { cost, from, own });
    }
  }
  const rows: Row[] = [];
  for (let to = end; to > start;) {
    const { from, own } = best.get(to) ?? { from: start, own: 0 };
    // A rule on both sides, or the end of the page, explains a row that looks like none.
    const isExplained = to === page.lines.length || (page.isRuled[from] && page.isRuled[to]);
    rows.unshift({ from, to, isUnclear: from > start && own >= UNCLEAR_COST && !isExplained });
    to = from;
  }
  return { cost: best.get(end)?.cost ?? Infinity, rows };
}

/** «1 | 2 | 3» under the head. */
function isColumnNumbers({ lines }: RowFacts, from: number, to: number): boolean {
  return to - from === 1 && lines[from]?.words.every((word) => /^\d{1,2}\.?$/u.test(word.text)) === true;
}

type Cell = { first: number; last: number };

/** The cost of a row, while lines are added to it one by one. */
function startRow(
  page: RowFacts,
  table: TableFacts,
  { from, level, as }: { from: number; level: Level; as: Stretch['first'] },
) {
  const cells: (Cell | null)[] = table.columns.map(() => null);
  let holes = 0;
  let titles = 0;
  let titlesWithin = 0;
  let taken = 0;
  let numbers = 0;
  let isNumberLater = false;
  const add = (line: Line, column: number): void => {
    const cell = cells[column];
    if (table.columns[column]?.isNumber) {
      if (isRowNumber(line.text)) {
        numbers += 1;
        isNumberLater ||= cell !== null && cell !== undefined;
      }
    }
    if (!cell) {
      cells[column] = { first: line.baseline, last: line.baseline };
      return;
    }
    const pitch = (line.baseline - cell.last) / line.size;
    if (pitch > 1.35 * table.pitch) holes += GAP_COST;
    else if (pitch > table.pitch + 0.15) holes += SPACE_COST;
    cell.last = line.baseline;
  };
  const take = (index: number): void => {
    taken += 1;
    if (page.isTitle[index]) {
      titles += 1;
      if (index > from && isAlone(page.lines[index])) titlesWithin += 1;
    }
    page.parts[index]?.forEach((part, column) => {
      if (part) add(part, column);
    });
  };
  const cost = (): number => {
    if (titles > 0 && page.isTitle[from] && isTitleRow(page, from, from + taken)) return 0;
    const filled = cells.filter((cell) => cell !== null);
    const size = page.lines[from]?.size ?? 10;
    const top = Math.min(...filled.map((cell) => cell.first));
    const bottom = Math.max(...filled.map((cell) => cell.last));
    const offset = (cell: Cell): number =>
      level === 'top' ? cell.first - top : Math.abs(cell.first + cell.last - top - bottom) / 2;
    const unlevel = filled.filter((cell) => offset(cell) > 0.35 * size).length * UNLEVEL_COST;
    const empty = (cells.length - filled.length) * EMPTY_COST + (filled.length === 1 ? LONELY_COST : 0);
    if (as === 'head')
      return (
        (unlevel + empty + titles) * LENIENT +
        holes / 2 +
        titlesWithin * MIXED_COST +
        numbersCost(numbers, isNumberLater)
      );
    const mixed = titles > 0 ? MIXED_COST : 0;
    if (as === 'rest' && numbers === 0)
      return (level === 'top' ? unlevel : unlevel * LENIENT) + empty * LENIENT + holes / 2 + mixed;
    const hasNumbers = table.columns[0]?.isNumber;
    const numbering = !hasNumbers ? 0 : numbers === 0 ? NO_NUMBER_COST : numbersCost(numbers, isNumberLater);
    return unlevel + empty + holes + numbering + mixed;
  };
  return { take, cost };
}

function numbersCost(numbers: number, isNumberLater: boolean): number {
  return (Math.max(0, numbers - 1) + (isNumberLater ? 1 : 0)) * NUMBERS_COST;
}

function isAlone(line: Line | undefined): boolean {
  return line !== undefined && filledStretches(line).length === 1;
}

/** A title of a section and nothing else: lines close under each other, one text in each. */
function isTitleRow(page: RowFacts, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) {
    const [line, above] = [page.lines[index], page.lines[index - 1]];
    if (!line || !above || line.baseline - above.baseline > 1.6 * line.size) return false;
    const isOne = page.isTitle[index] || page.parts[index]?.filter((part) => part !== null).length === 1;
    if (!isOne) return false;
  }
  return to - from <= 4;
}
