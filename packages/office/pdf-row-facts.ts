import { columnParts, covers, filledStretches, type Gutter } from './pdf-gutters.ts';
import { median, type Line } from './pdf-lines.ts';
import { room } from './pdf-paragraphs.ts';

/** What the lines of one table on one page tell about its rows. */
export type RowFacts = {
  readonly lines: readonly Line[];
  readonly parts: readonly (readonly (Line | null)[])[];
  /** By line: runs over a gutter, or stands by itself in the middle of the table, as the title of a section does. */
  readonly isTitle: readonly boolean[];
  /** By line: a rule is drawn over the table's width above it; what it would cost to begin a row here; a row cannot. */
  readonly isRuled: readonly boolean[];
  readonly cutCost: readonly number[];
  readonly isCut: readonly boolean[];
};

/** What all pages of a table have in common. */
export type TableFacts = {
  readonly gutters: readonly Gutter[];
  readonly left: number;
  readonly right: number;
  readonly columns: readonly ColumnFacts[];
  /** The usual distance of the lines of one cell, in sizes of the type. */
  readonly pitch: number;
};

type ColumnFacts = {
  readonly left: number;
  readonly right: number;
  readonly isSetLeft: boolean;
  readonly isNumber: boolean;
};

const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]{1,5}[.)]?)$/u;
const NUMBER_SHARE = 0.55;
/** Lines nearer than this, in sizes of the type, stand beside each other and not under each other. */
const UNDER_MIN = 0.85;
const RULE_SHARE = 0.85;
/** White between the texts of two columns, in sizes of the type. */
const WHITE_BETWEEN = 1;
const ROW_COST = 1;
/** A text that needs the next line to go on, one that ended its line on purpose, and more white than in a cell. */
const GOES_ON_COST = 0.6;
const ENDED_GAIN = 0.45;
const SPACED_GAIN = 1;
const CAPITALS_GAIN = 0.5;
const SPACED_MIN = 0.15;

export function isRowNumber(text: string): boolean {
  return NUMBER.test(text);
}

export function tableFacts(lines: readonly Line[], gutters: readonly Gutter[]): TableFacts {
  const parts = lines.filter((line) => !runsOver(line, gutters)).map((line) => columnParts(line, gutters));
  const size = median(lines.map((line) => line.size));
  const columns = Array.from({ length: gutters.length + 1 }, (_, column): ColumnFacts => {
    const own = parts.flatMap((part) => part[column] ?? []);
    const start = median(own.map((part) => part.start));
    const numbers = own.filter((part) => NUMBER.test(part.text));
    return {
      left: Math.min(...own.map((part) => part.start)),
      right: Math.max(...own.map((part) => part.end)),
      isSetLeft: own.filter((part) => Math.abs(part.start - start) < 2).length >= own.length * 0.6,
      isNumber: column === 0 && numbers.length > 2 && numbers.length >= own.length * NUMBER_SHARE,
    };
  });
  return {
    gutters,
    left: Math.min(...lines.map((line) => line.start)),
    right: Math.max(...lines.map((line) => line.end)),
    columns: columns.map((column, index) => ({ ...column, right: roomTo(column, columns[index + 1], size) })),
    pitch: usualPitch(parts),
  };
}

/** A column reaches as far as the white that word processors leave before the next one. */
function roomTo({ right }: ColumnFacts, next: ColumnFacts | undefined, size: number): number {
  return next?.isSetLeft ? Math.max(right, next.left - WHITE_BETWEEN * size) : right;
}

/** Lines of a cell are the nearest to each other that lines of a column are. */
function usualPitch(parts: readonly (readonly (Line | null)[])[]): number {
  const pitches: number[] = [];
  const above: (Line | null)[] = [];
  for (const line of parts)
    line.forEach((part, column) => {
      const last = above[column];
      const pitch = part && last ? (part.baseline - last.baseline) / part.size : 0;
      if (pitch > UNDER_MIN && pitch < 4) pitches.push(pitch);
      if (part) above[column] = part;
    });
  const sorted = pitches.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.15)] ?? 1.2;
}

export function rowFacts(lines: readonly Line[], rules: readonly number[], table: TableFacts): RowFacts {
  const parts = lines.map((line) => columnParts(line, table.gutters));
  const isTitle = lines.map((line, index) => isTitleLine(line, parts[index] ?? [], table));
  const above = (index: number): Line | undefined => lines[index - 1];
  const isRuled = lines.map((line, index) => {
    const last = above(index);
    return (
      last !== undefined && rules.some((at) => at > last.baseline && at < line.baseline - 0.3 * line.size)
    );
  });
  return {
    lines,
    parts,
    isTitle,
    isRuled,
    isCut: lines.map((line, index) => {
      const last = above(index);
      return last === undefined || line.baseline - last.baseline > UNDER_MIN * line.size;
    }),
    cutCost: lines.map((_, index) => cutCost(index, { lines, parts, table })),
  };
}

/** Places of rules drawn over most of the table's width. */
export function rulesOver(
  rules: readonly { at: number; from: number; to: number }[],
  { left, right }: TableFacts,
): number[] {
  const places = new Map<number, number>();
  for (const { at, from, to } of rules) {
    const key = Math.round(at);
    places.set(key, (places.get(key) ?? 0) + Math.max(0, Math.min(to, right) - Math.max(from, left)));
  }
  return [...places].filter(([, length]) => length >= RULE_SHARE * (right - left)).map(([at]) => at);
}

function runsOver(line: Line, gutters: readonly Gutter[]): boolean {
  return filledStretches(line).some((stretch) => gutters.some((gutter) => covers(stretch, gutter)));
}

function isTitleLine(line: Line, parts: readonly (Line | null)[], table: TableFacts): boolean {
  if (runsOver(line, table.gutters)) return true;
  const column = parts.findIndex((part) => part !== null);
  const [part, facts] = [parts[column], table.columns[column]];
  if (!part || !facts || parts.filter((each) => each !== null).length > 1) return false;
  const middle = (table.left + table.right) / 2;
  const isCentred = Math.abs((line.start + line.end) / 2 - middle) < 0.75 * line.size;
  return (
    isCentred && facts.isSetLeft && line.start > facts.left + line.size && /^[\p{Lu}\d]/u.test(line.text)
  );
}

function cutCost(
  index: number,
  { lines, parts, table }: Pick<RowFacts, 'lines' | 'parts'> & { table: TableFacts },
): number {
  const [line, last] = [lines[index], lines[index - 1]];
  if (!line || !last) return 0;
  let cost = ROW_COST;
  if ((line.baseline - last.baseline) / line.size > table.pitch + SPACED_MIN) cost -= SPACED_GAIN;
  for (const [column, facts] of table.columns.entries()) {
    const [own, before] = [parts[index]?.[column], parts[index - 1]?.[column]];
    if (!own || !before || facts.isNumber) continue;
    const free = room(before, own, facts);
    const goesOn = /^\P{L}*\p{Ll}/u.test(own.text) && !/[.;:!?]$/u.test(before.text);
    if (free === 'enough') cost -= ENDED_GAIN;
    else if (free === 'none' || goesOn) cost += GOES_ON_COST;
  }
  const own = parts[index]?.filter((part) => part !== null) ?? [];
  if (own.length > 2 && own.every((part) => /^(?:\P{L}*\p{Lu}|\d|\P{L}*$)/u.test(part.text)))
    cost -= CAPITALS_GAIN;
  return cost;
}
