import { foldText } from '../basics/fold-text.ts';
import { parseTypedNumber } from '../basics/format.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import type { FindSchool } from '../results/passport-sheet.ts';
import type { Indicator } from './indicator.ts';
import type { IndicatorValue } from './indicator-value.ts';
import { readValue, type ReadingFinding } from './read-value.ts';
import { type ColumnHead, type FindHead, headFinder, readPart } from './value-head.ts';

/** Where in the file: as a person sees it, from 1. */
type Place = { readonly sheet: string; readonly row: number; readonly column: number };

export const sheetProblems = [
  'unknown-school',
  'ambiguous-school',
  'unknown-indicator',
  'computed',
  'repeated',
] as const;
export type SheetProblem = (typeof sheetProblems)[number] | ReadingFinding;

export type SheetValue = Place & { readonly orgUnitId: string } & Pick<
    IndicatorValue,
    'indicator' | 'state' | 'amount' | 'total' | 'typed'
  >;

export type ValueSheets = {
  readonly values: readonly SheetValue[];
  readonly problems: readonly (Place & { readonly text: string; readonly problem: SheetProblem })[];
};

type Means = {
  readonly indicators: readonly Indicator[];
  readonly findSchool: FindSchool;
};

const headRowsMax = 30;

/**
 * Values of many schools. Either schools stand in rows and indicators in columns (a column for the value, or two for n and N), or each row
 * names a school, an indicator and its value. What was not understood is listed with its cell; an empty cell says nothing.
 */
export function readValueSheets(sheets: readonly SheetTable[], means: Means): ValueSheets {
  const values: SheetValue[] = [];
  const problems: ValueSheets['problems'][number][] = [];
  const seen = new Set<string>();
  const definitions = new Map(means.indicators.map((one) => [one.code, one]));
  const findHead = headFinder(means.indicators);
  const read = sheets.map((sheet) => ({ sheet, all: [...saidIn(sheet, findHead)] }));
  const totals = totalsIn(
    read.flatMap(({ all }) => all),
    { ...means, definitions },
  );
  for (const { sheet, all } of read) {
    problems.push(...unknownHeads(sheet, findHead));
    for (const said of all) {
      const { place, text } = said;
      const found = means.findSchool(said.school);
      const [school] = found;
      const indicator = definitions.get(said.code ?? '');
      const key = `${school} ${said.code}`;
      const problem = problemOf({ schools: found.length, indicator, isRepeated: seen.has(key) });
      if (problem !== null || school === undefined || indicator === undefined) {
        problems.push({ ...place, text, problem: problem ?? 'unknown-school' });
        continue;
      }
      const value = readSaid(said, indicator, totals.get(`${school} ${indicator.totalCode}`) ?? null);
      if (value.state === 'empty') continue;
      if (value.finding !== null && value.finding !== 'total-implied') {
        problems.push({ ...place, text, problem: value.finding });
        continue;
      }
      seen.add(key);
      const { state, amount, total, typed } = value;
      values.push({ ...place, orgUnitId: school, indicator: indicator.code, state, amount, total, typed });
    }
  }
  return { values, problems: onceForRow(problems) };
}

function problemOf({
  schools,
  indicator,
  isRepeated,
}: {
  readonly schools: number;
  readonly indicator: Indicator | undefined;
  readonly isRepeated: boolean;
}): SheetProblem | null {
  if (schools === 0) return 'unknown-school';
  if (schools > 1) return 'ambiguous-school';
  if (indicator === undefined) return 'unknown-indicator';
  if (indicator.origin.kind === 'computed') return 'computed';
  return isRepeated ? 'repeated' : null;
}

/** What one place of a sheet says, before anything is looked up. */
type Said = {
  readonly place: Place;
  readonly school: string;
  readonly code: string | null;
  readonly text: string;
  readonly cell: SheetCell;
  readonly total: SheetCell;
};

/** «school code»: how many there are in all, where the table has a column for it. Shares in percent are of it. */
function totalsIn(
  all: readonly Said[],
  { definitions, findSchool }: Pick<Means, 'findSchool'> & { definitions: ReadonlyMap<string, Indicator> },
): ReadonlyMap<string, number> {
  const codes = new Set([...definitions.values()].map(({ totalCode }) => totalCode));
  const totals = new Map<string, number>();
  for (const said of all) {
    const indicator = codes.has(said.code) ? definitions.get(said.code ?? '') : undefined;
    if (indicator === undefined) continue;
    const { amount } = readSaid(said, indicator, null);
    const [school, ...others] = amount === null ? [] : findSchool(said.school);
    if (amount !== null && school !== undefined && others.length === 0)
      totals.set(`${school} ${said.code}`, amount);
  }
  return totals;
}

/** `ofSchool`: the total by another column, where the value has none of its own. */
function readSaid(
  { cell, total }: Said,
  indicator: Indicator,
  ofSchool: number | null,
): ReturnType<typeof readValue> {
  const typed = parseTypedNumber(shown(total));
  const known = typed !== null && Number.isInteger(typed) && typed >= 0 ? typed : ofSchool;
  const read = readValue(cell, { ...indicator, total: known });
  const isAlone = read.state === 'given' && read.total === null && indicator.totalOf !== null;
  return isAlone && known !== null ? { ...read, total: known, finding: null } : read;
}

function* saidIn(sheet: SheetTable, findHead: FindHead): Generator<Said> {
  const long = findLongHead(sheet);
  if (long === null) yield* saidInColumns(sheet, findHead);
  else yield* saidInRows(sheet, long, findHead);
}

const longHeads = {
  school: /^(школа|образовательная организация|оо|наименование оо|организация|код оо|код школы|school)$/,
  indicator: /^(показатель|код показателя|код|indicator|code)$/,
} as const;

type LongHead = {
  readonly row: number;
  readonly school: number;
  readonly indicator: number;
  readonly amount: number;
  readonly total: number | null;
};

function findLongHead({ rows }: SheetTable): LongHead | null {
  for (const [row, cells] of rows.slice(0, headRowsMax).entries()) {
    const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(foldText(shown(cell))));
    const part = (wanted: string): number => cells.findIndex((cell) => readPart(cell) === wanted);
    const [school, indicator, amount] = [find(longHeads.school), find(longHeads.indicator), part('amount')];
    if (school === -1 || indicator === -1 || amount === -1) continue;
    const total = part('total');
    return { row, school, indicator, amount, total: total === -1 ? null : total };
  }
  return null;
}

function* saidInRows({ name, rows }: SheetTable, head: LongHead, findHead: FindHead): Generator<Said> {
  for (const [index, row] of rows.entries()) {
    const at = (column: number | null): SheetCell => (column === null ? null : (row[column] ?? null));
    if (index <= head.row || shown(at(head.school)) === '') continue;
    const named = at(head.indicator);
    yield {
      place: { sheet: name, row: index + 1, column: head.amount + 1 },
      school: shown(at(head.school)),
      code: findHead(typeof named === 'number' ? String(named) : named)?.code ?? null,
      text: [shown(named), shown(at(head.amount))].filter((text) => text !== '').join(': '),
      cell: at(head.amount),
      total: at(head.total),
    };
  }
}

/** The row that names most indicators; null where none names any. */
function findHeadRow({ rows }: SheetTable, findHead: FindHead): number | null {
  const counts = rows
    .slice(0, headRowsMax)
    .map((row) => row.filter((cell) => findHead(cell) !== null).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counts.indexOf(most);
}

/** «R99», «D0З»: whoever heads a column so means an indicator. */
const codeLike = /^\s*(?=\S*\d)\p{Lu}{1,3}[\p{Lu}\d]{1,4}\p{Ll}?(?:[\s,;:]+[nNпП])?\s*$/u;

/** Heads beside those of indicators that look like a code and are none: their columns would be missed unseen. */
function unknownHeads(sheet: SheetTable, findHead: FindHead): ValueSheets['problems'] {
  const headRow = findLongHead(sheet) === null ? findHeadRow(sheet, findHead) : null;
  if (headRow === null) return [];
  return (sheet.rows[headRow] ?? []).flatMap((cell, column) =>
    typeof cell === 'string' && codeLike.test(cell) && findHead(cell) === null
      ? [
          {
            sheet: sheet.name,
            row: headRow + 1,
            column: column + 1,
            text: cell,
            problem: 'unknown-indicator',
          },
        ]
      : [],
  );
}

/** Heads stand in one row, or a row of indicators over a row of n and N. */
function* saidInColumns(sheet: SheetTable, findHead: FindHead): Generator<Said> {
  const { name, rows } = sheet;
  const headRow = findHeadRow(sheet, findHead);
  if (headRow === null) return;
  const under = rows[headRow + 1] ?? [];
  const isTwoRows = under.some((cell) => readPart(cell) === 'total');
  const heads = columnHeads(rows[headRow] ?? [], isTwoRows ? under : [], findHead);
  const totals = new Map(
    heads.flatMap((head, column) => (head?.part === 'total' ? [[head.code, column] as const] : [])),
  );
  for (const [index, row] of rows.entries()) {
    if (index <= headRow + (isTwoRows ? 1 : 0)) continue;
    const school = row.find((cell, column) => heads[column] === null && /\p{L}/u.test(shown(cell)));
    if (school === undefined || /^(итого|всего|в среднем)/i.test(shown(school))) continue;
    for (const [column, head] of heads.entries()) {
      if (head === null || head.part === 'total' || shown(row[column] ?? null) === '') continue;
      yield {
        place: { sheet: name, row: index + 1, column: column + 1 },
        school: shown(school),
        code: head.code,
        text: `${shown(school)}: ${shown(row[column] ?? null)}`,
        cell: row[column] ?? null,
        total: row[totals.get(head.code) ?? -1] ?? null,
      };
    }
  }
}

function columnHeads(
  row: readonly SheetCell[],
  under: readonly SheetCell[],
  findHead: FindHead,
): (ColumnHead | null)[] {
  let over: ColumnHead | null = null;
  const width = Math.max(row.length, under.length);
  return Array.from({ length: width }, (_, column) => {
    const own = findHead(row[column] ?? null);
    const part = readPart(under[column] ?? null);
    if (own !== null) over = own;
    else if (shown(row[column] ?? null) !== '' || part === null) over = null;
    if (over === null) return null;
    return part === null ? own : { code: over.code, part };
  });
}

/** A school that nobody knows is told once, not for each of its values. */
function onceForRow(problems: ValueSheets['problems']): ValueSheets['problems'] {
  const told = new Set<string>();
  return problems.filter(({ sheet, row, problem }) => {
    if (problem !== 'unknown-school' && problem !== 'ambiguous-school') return true;
    const key = `${sheet} ${row}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

const shown = (cell: SheetCell): string =>
  String(cell ?? '')
    .trim()
    .slice(0, 200);
