import type { SheetCell } from '../basics/sheet-table.ts';
import { monthNamed, type NamedMonth } from './schedule-days.ts';

/** What a column of a schedule holds. */
export type ScheduleColumn =
  | { readonly holds: 'title' | 'start' | 'end' | 'month' | 'plan-no' | 'no' | 'about' | 'nothing' }
  /** A column for each month, its cells the days. */
  | { readonly holds: 'days-of'; readonly month: NamedMonth };

export type ScheduleLayout = {
  /** Row of the head; -1: there is none. */
  readonly head: number;
  readonly columns: readonly ScheduleColumn[];
};

type Row = readonly SheetCell[];

const headRowsMax = 30;

const patterns: readonly (readonly [RegExp, Exclude<ScheduleColumn['holds'], 'days-of'>])[] = [
  [/(?:пункт|строк|№|номер).{0,20}(?:план|карт|приказ)|^пункт/, 'plan-no'],
  [/^(?:№|n|номер|п\/п)/, 'no'],
  [/^месяц/, 'month'],
  [/окончан|заверш|^(?:дата\s+)?(?:по|до)$|конец|конечн/, 'end'],
  [
    /место|время|час|ответств|участник|категор|аудитор|форм|куратор|адрес|организатор|примечан|ссылк|объ[её]м|кол/,
    'about',
  ],
  [/дат[аы]|срок|период|числ[оа]|когда|^дн[иь]|начал|проведен.{0,4}$/, 'start'],
  [/мероприяти|тем[аы]|наименован|назван|содержан|событи|курс|семинар|программ|вебинар|занят|вид/, 'title'],
];

function roleOf(cell: SheetCell): Exclude<ScheduleColumn['holds'], 'days-of'> {
  if (typeof cell !== 'string') return 'nothing';
  const text = cell.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? 'about';
}

/** How the table is laid out, by its head; null: nothing in it says where the days stand. */
export function layoutOf(rows: readonly Row[]): ScheduleLayout | null {
  for (const [at, row] of rows.slice(0, headRowsMax).entries()) {
    const columns = columnsOf(row);
    if (columns !== null) return { head: at, columns };
  }
  return null;
}

function columnsOf(row: Row): ScheduleColumn[] | null {
  const named = row.map(monthNamed);
  const roles = row.map(roleOf);
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
