import type { SheetCell } from '../basics/sheet-table.ts';
import { monthNamed, type NamedMonth } from './schedule-days.ts';

/** What a column of a schedule holds. */
export type ScheduleColumn =
  | { readonly holds: 'title' | 'start' | 'end' | 'month' | 'plan-no' | 'no' | 'about' | 'nothing' }
  /** A column for each month, its cells the days. */
  | { readonly holds: 'days-of'; readonly month: NamedMonth };

export type ScheduleLayout = {
  /** Row of the head. */
  readonly head: number;
  readonly columns: readonly ScheduleColumn[];
};

type Row = readonly SheetCell[];

const headRowsMax = 30;

type Role = Exclude<ScheduleColumn['holds'], 'days-of'>;

/** Words that decide wherever they stand. */
const deciding: readonly (readonly [RegExp, Role])[] = [
  [/(?:пункт|строк|№|номер).{0,20}(?:план|карт|приказ)|^пункт/, 'plan-no'],
  [/^(?:№|n|номер|п\/п)/, 'no'],
  [/^месяц/, 'month'],
  // «Дата начала и окончания» is one column for both.
  [/(?<!\p{L})начал[оа]?(?!\p{L}).*(?:окончан|заверш|конец|конца|конечн)/u, 'start'],
  [/окончан|заверш|^(?:дата\s+)?(?:по|до)$|конец|конечн/, 'end'],
];

/** Of these the first in the head decides: «Дата, время, место» holds days, «Место и форма проведения» does not. */
const naming: readonly (readonly [RegExp, Role])[] = [
  [
    /(?<!\p{L})(?:мест[оа]|врем|час(?:ы|ов|а)?(?!\p{L})|форм|кол(?:-|\.|ичеств)|ссылк|объ[её]м)|ответств|участник|категор|аудитор|куратор|адрес|организатор|примечан/u,
    'about',
  ],
  [/(?<!\p{L})(?:дат[аы]|срок|период|числ[оа]|когда|начал[оа]?(?!\p{L}))|^дн[иь]|проведен.{0,4}$/u, 'start'],
  [
    /мероприяти|(?<!\p{L})(?:тем[аы]|вид)(?!\p{L})|наименован|назван|содержан|событи|курс|семинар|программ|вебинар|занят/u,
    'title',
  ],
];

/** A column that names days in passing: «Место и дата проведения»; «Время» alone often holds months. */
const inPassing = /(?<!\p{L})(?:дат[аы]|срок|период|врем)/u;

const headText = (cell: SheetCell): string =>
  typeof cell === 'string' ? cell.toLowerCase().replaceAll(/\s+/g, ' ').trim() : '';

function roleOf(cell: SheetCell): Role {
  const text = headText(cell);
  if (text === '') return 'nothing';
  const decided = deciding.find(([pattern]) => pattern.test(text));
  if (decided !== undefined) return decided[1];
  const named = naming.flatMap(([pattern, role]) => {
    const at = text.search(pattern);
    return at === -1 ? [] : [{ at, role }];
  });
  return named.toSorted((one, other) => one.at - other.at)[0]?.role ?? 'about';
}

/** How the table is laid out, by its head; null: nothing in it says where the days stand. */
export function layoutOf(rows: readonly Row[]): ScheduleLayout | null {
  const heads = rows.slice(0, headRowsMax);
  for (const rolesOf of [plainRoles, rolesWithPassing]) {
    for (const [at, row] of heads.entries()) {
      const columns = columnsOf(row, rolesOf(row));
      if (columns !== null) return { head: at, columns };
    }
  }
  return null;
}

/** Where a table without days says what it lists; null: nowhere. */
export function titleHeadOf(rows: readonly Row[]): { readonly row: number; readonly column: number } | null {
  for (const [row, cells] of rows.slice(0, headRowsMax).entries()) {
    const column = cells.map(roleOf).indexOf('title');
    if (column !== -1) return { row, column };
  }
  return null;
}

const plainRoles = (row: Row): Role[] => row.map(roleOf);

function rolesWithPassing(row: Row): Role[] {
  const roles = plainRoles(row);
  const passing = row.findIndex((cell, at) => roles[at] === 'about' && inPassing.test(headText(cell)));
  return roles.map((role, at) => (at === passing ? 'start' : role));
}

function columnsOf(row: Row, roles: readonly Role[]): ScheduleColumn[] | null {
  const named = row.map(monthNamed);
  // One month by itself may be the title of the table.
  const monthsMin = roles.includes('title') && !roles.includes('start') ? 1 : 2;
  const isByMonth = named.filter((month) => month !== null).length >= monthsMin;
  const columns = row.map((_cell, at): ScheduleColumn => {
    const month = named[at] ?? null;
    return isByMonth && month !== null ? { holds: 'days-of', month } : { holds: roles[at] ?? 'nothing' };
  });
  // A sentence above the table may speak of a date too.
  const filled = row.filter((cell) => cell !== null).length;
  const isHead =
    filled >= 2 && row.every((cell) => typeof cell !== 'string' || cell.length <= headLettersMax);
  if (!isHead || !(isByMonth || columns.some(({ holds }) => holds === 'start' || holds === 'month')))
    return null;
  return onlyOne(onlyOne(columns, 'start'), 'title');
}

const headLettersMax = 120;

/** The first column that seems to hold it does; another is said beside it. Without a title the widest word is the first «about». */
function onlyOne(columns: readonly ScheduleColumn[], role: 'start' | 'title'): ScheduleColumn[] {
  const first = columns.findIndex(({ holds }) => holds === role);
  if (first === -1 && role === 'title') {
    const spare = columns.findIndex(({ holds }) => holds === 'about');
    return columns.map((column, at) => (at === spare ? { holds: 'title' } : column));
  }
  return columns.map((column, at) => (column.holds === role && at !== first ? { holds: 'about' } : column));
}
