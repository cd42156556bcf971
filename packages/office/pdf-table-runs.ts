import { columnCount, columnParts, crosses, findGutters, type Gutter } from './pdf-gutters.ts';
import type { PageLayout } from './pdf-layout.ts';
import { median, type Line } from './pdf-lines.ts';
import { findRegions, TITLE_LINES_MAX } from './pdf-table-regions.ts';

/** A table without borders: its lines on one page or on several, one after another, and the white between its columns. */
export type TableRun = { readonly parts: readonly RunPart[]; readonly gutters: readonly Gutter[] };

/** `page` counts from 0 in the list of pages. */
export type RunPart = { readonly page: number; readonly from: number; readonly to: number };

/** Share of the lines that may run over the gutters of the same table on another page. */
const CROSSING_SHARE = 0.2;
/** So many lines of the end of the table so far tell whether the next page goes on with it. */
const LINES_TELLING = 150;
const ALIGNED_SHARE = 0.5;

/** Every table without borders, those that go on over pages in one. */
export function findTableRuns(pages: readonly PageLayout[]): TableRun[] {
  const found: TableRun[] = [];
  pages.forEach(({ lines }, page) => {
    const regions = findRegions(lines).map(({ from, to, gutters }): TableRun => ({
      parts: [{ page, from, to }],
      gutters,
    }));
    const last = found.at(-1);
    const open = last && isOpenBelow(last, pages) && last.parts.at(-1)?.page === page - 1 ? last : null;
    const first = regions[0];
    const joined =
      open && (first && isOpenAbove(first, pages) ? join(open, first, pages) : goOn(open, page, pages));
    if (joined) {
      found.pop();
      found.push(joined);
      if (first && joined.parts.at(-1)?.to === first.parts[0]?.to) regions.shift();
    } else if (first && !open && isOpenAbove(first, pages)) regions[0] = withBeginning(first, pages) ?? first;
    found.push(...regions.filter((run) => !overlaps(run, joined)));
  });
  return found.map((run) => ({ ...run, gutters: sharedGutters(run, pages) }));
}

function overlaps(run: TableRun, other: TableRun | null | undefined): boolean {
  const [own, last] = [run.parts[0], other?.parts.at(-1)];
  return own !== undefined && last !== undefined && own.page === last.page && own.from < last.to;
}

export function linesOf(run: TableRun, pages: readonly PageLayout[]): Line[] {
  return run.parts.flatMap(({ page, from, to }) => pages[page]?.lines.slice(from, to) ?? []);
}

function isOpenBelow(run: TableRun, pages: readonly PageLayout[]): boolean {
  const last = run.parts.at(-1);
  const page = last && pages[last.page];
  if (!page || !isTitle(page.lines.slice(last.to), run.gutters)) return false;
  const baseline = page.lines[last.to - 1]?.baseline ?? 0;
  return page.tables.every(({ grid }) => grid.box.top < baseline);
}

/** Nothing, or the title of a section before the next row of a table. */
function isTitle(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  return (
    lines.length <= TITLE_LINES_MAX &&
    (lines.length === 0 || lines.some((line) => crosses(line, gutters))) &&
    lines.every((line, index) => {
      const above = lines[index - 1];
      return !above || line.baseline - above.baseline < 1.7 * line.size;
    })
  );
}

function isOpenAbove(run: TableRun, pages: readonly PageLayout[]): boolean {
  const first = run.parts[0];
  const page = first && pages[first.page];
  if (!page || !isTitle(page.lines.slice(0, first.from), run.gutters)) return false;
  const baseline = page.lines[0]?.baseline ?? 0;
  return page.tables.every(({ grid }) => grid.box.top > baseline);
}

function join(upper: TableRun, lower: TableRun, pages: readonly PageLayout[]): TableRun | null {
  const parts = [
    ...upper.parts.slice(0, -1),
    ...upper.parts.slice(-1).map((part) => ({ ...part, to: pages[part.page]?.lines.length ?? part.to })),
    ...lower.parts.map((part) => ({ ...part, from: 0 })),
  ];
  const lines = linesOf(upper, pages).slice(-LINES_TELLING);
  const more = linesOf(lower, pages);
  const shared = findGutters([...lines, ...more]);
  if (shared.length > 1 && shared.length >= Math.min(upper.gutters.length, lower.gutters.length))
    return { parts, gutters: shared };
  const [strong, weak] = lines.length >= more.length ? [upper, more] : [lower, lines];
  return fits(weak, strong.gutters) ? { parts, gutters: strong.gutters } : null;
}

/** The table with the lines at the top of a page that stand in its columns, too few to show columns by themselves. */
function goOn(run: TableRun, page: number, pages: readonly PageLayout[]): TableRun | null {
  const lines = pages[page]?.lines ?? [];
  const top = lines[0]?.baseline ?? 0;
  if (pages[page]?.tables.some(({ grid }) => grid.box.top < top)) return null;
  const to = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    return crosses(line, run.gutters) || (above && line.baseline - above.baseline > 2 * line.size);
  });
  const own = lines.slice(0, to === -1 ? lines.length : to);
  if (own.length === 0 || !isSetLike(own, linesOf(run, pages).slice(-LINES_TELLING), run.gutters))
    return null;
  return { ...run, parts: [...run.parts, { page, from: 0, to: own.length }] };
}

/** The table with its head and first rows at the end of the page before, too few to show columns by themselves. */
function withBeginning(run: TableRun, pages: readonly PageLayout[]): TableRun | null {
  const page = (run.parts[0]?.page ?? 0) - 1;
  const lines = pages[page]?.lines ?? [];
  let from = lines.length;
  let kept = from;
  while (from > 0) {
    const [line, below] = [lines[from - 1], lines[from]];
    if (!line || crosses(line, run.gutters) || (below && below.baseline - line.baseline > 2.5 * line.size))
      break;
    from -= 1;
    if (columnCount(line, run.gutters) > 1) kept = from;
  }
  const own = lines.slice(kept);
  const bottom = lines.at(-1)?.baseline ?? 0;
  if (pages[page]?.tables.some(({ grid }) => grid.box.top > bottom)) return null;
  if (own.length < 2 || !isSetLike(own, linesOf(run, pages).slice(0, LINES_TELLING), run.gutters))
    return null;
  return { ...run, parts: [{ page, from: kept, to: lines.length }, ...run.parts] };
}

function fits(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  return lines.filter((line) => crosses(line, gutters)).length <= lines.length * CROSSING_SHARE;
}

/** Texts begin or have their middle where those of the same column of the table do. */
function isSetLike(lines: readonly Line[], table: readonly Line[], gutters: readonly Gutter[]): boolean {
  const places = Array.from({ length: gutters.length + 1 }, (_, column) => {
    const own = table
      .filter((line) => !crosses(line, gutters))
      .flatMap((line) => columnParts(line, gutters)[column] ?? []);
    return {
      start: median(own.map((part) => part.start)),
      middle: median(own.map((part) => (part.start + part.end) / 2)),
    };
  });
  const parts = lines.flatMap((line) =>
    columnParts(line, gutters).flatMap((part, column) => (part ? { part, place: places[column] } : [])),
  );
  const set = parts.filter(
    ({ part, place }) =>
      place &&
      (Math.abs(part.start - place.start) < 3 || Math.abs((part.start + part.end) / 2 - place.middle) < 3),
  );
  return set.length >= parts.length * ALIGNED_SHARE;
}

/** The gutters as all pages of the table show them. */
function sharedGutters(run: TableRun, pages: readonly PageLayout[]): readonly Gutter[] {
  if (run.parts.length < 2) return run.gutters;
  const shared = findGutters(linesOf(run, pages));
  return shared.length >= run.gutters.length ? shared : run.gutters;
}
