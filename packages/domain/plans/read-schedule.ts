import type { CalendarEntry, ScheduleSource } from '../basics/schedule-source.ts';
import { shortenText } from '../basics/shorten-text.ts';
import type { SheetCell, SheetTable } from '../basics/sheet-table.ts';
import type { DeadlineContext } from './deadline-windows.ts';
import { layoutOf, type ScheduleLayout, titleHeadOf } from './schedule-columns.ts';
import { daysOfCell, monthNamed, type NamedMonth, type ScheduleDays, wholeMonth } from './schedule-days.ts';
import { type ReadSchedule, type ScheduleEvent, unreadShownMax } from './schedule-event.ts';

/**
 * The events of a schedule, whatever it was found in. Takes any tables and never throws: a row without a readable day is told.
 */
export function readSchedule(source: ScheduleSource, context: DeadlineContext): ReadSchedule {
  if (source.kind === 'calendar') {
    const events = source.entries.map(eventOfEntry);
    return { events, unread: [], unreadCount: source.unread };
  }
  const found = source.sheets.map((sheet, at) => readSheet(sheet, at, context));
  const unread = found.flatMap((sheet) => sheet.unread);
  return {
    events: found.flatMap((sheet) => sheet.events),
    unread: unread.slice(0, unreadShownMax).map((words) => shortenText(words, 200)),
    unreadCount: unread.length,
  };
}

function eventOfEntry({ title, about, startsOn, endsOn }: CalendarEntry, at: number): ScheduleEvent {
  return { key: String(at + 1), title, no: numberIn(title), about, startsOn, endsOn, doubts: [] };
}

type Row = readonly SheetCell[];
type Found = { readonly events: readonly ScheduleEvent[]; readonly unread: readonly string[] };

function readSheet({ name, rows }: SheetTable, sheet: number, context: DeadlineContext): Found {
  const layout = layoutOf(rows);
  if (layout === null) return { events: [], unread: rowsWithoutLayout(rows) };
  const events: ScheduleEvent[] = [];
  const unread: string[] = [];
  let month = monthNamed(name);
  for (const [at, row] of rows.entries()) {
    const heading = headingMonth(row);
    month = heading ?? month;
    if (at <= layout.head || heading !== null || isHeadAgain(row, rows[layout.head])) continue;
    const found = eventsOfRow(row, layout, { month, context });
    const title = cellsOf(row, layout, 'title').join(' ');
    if (found.length === 0 && title !== '' && row.filter((cell) => cell !== null).length > 1)
      unread.push(title);
    events.push(...found.map((event, part) => ({ ...event, key: `${sheet + 1}.${at + 1}.${part + 1}` })));
  }
  return { events, unread };
}

/** The rows of a table that may be a list, by their titles or longest words; a single row holds signatures or a stamp. */
function rowsWithoutLayout(rows: readonly Row[]): string[] {
  const filled = rows.filter((row) => new Set(row.filter((cell) => cell !== null)).size > 1);
  if (filled.length < 2) return [];
  const head = titleHeadOf(rows);
  return filled.flatMap((row) => {
    if (head !== null && row === rows[head.row]) return [];
    const texts = row.flatMap((cell) => (/\p{L}/u.test(String(cell ?? '')) ? [String(cell)] : []));
    const longest = texts.toSorted((one, other) => other.length - one.length)[0];
    return (head === null ? null : row[head.column]?.toString()) ?? longest ?? [];
  });
}

/** «Март 2026» alone in its row, or in all cells of a merged one. */
function headingMonth(row: Row): NamedMonth | null {
  const [first, ...others] = new Set(row.filter((cell) => cell !== null));
  return first === undefined || others.length > 0 ? null : monthNamed(first);
}

/** The head is printed again on each page. */
const isHeadAgain = (row: Row, head: Row | undefined): boolean =>
  head !== undefined && row.every((cell, at) => cell === (head[at] ?? null));

type Means = { readonly month: NamedMonth | null; readonly context: DeadlineContext };

function eventsOfRow(
  row: Row,
  layout: ScheduleLayout,
  { month, context }: Means,
): Omit<ScheduleEvent, 'key'>[] {
  const title = cellsOf(row, layout, 'title').join(' ');
  const about = shortenText(cellsOf(row, layout, 'about').join('\n'), 4000);
  const no = cellsOf(row, layout, 'plan-no')[0] ?? dotted(cellsOf(row, layout, 'no')[0]);
  const known = { title: shortenText(title, 2000), about, no: no?.slice(0, 60) ?? numberIn(title) };
  const rowMonth = valueOf(row, layout, 'month');
  const inMonth = monthNamed(rowMonth ?? null) ?? month;
  const days = daysOfRow(row, layout, { month: inMonth, context });
  if (title !== '' && days.length > 0) return days.map((each) => ({ ...known, ...each }));
  return layout.columns.flatMap((column, at) =>
    column.holds === 'days-of' ? eventsOfMonth(row[at] ?? null, column.month, { known, context }) : [],
  );
}

function daysOfRow(row: Row, layout: ScheduleLayout, { month, context }: Means): ScheduleDays[] {
  const starts = daysOfCell(valueOf(row, layout, 'start') ?? null, month, context);
  const [end] = daysOfCell(valueOf(row, layout, 'end') ?? null, month, context);
  const [start, ...others] = starts;
  if (start === undefined) {
    const isNamed =
      valueOf(row, layout, 'month') !== undefined && valueOf(row, layout, 'start') === undefined;
    return isNamed && month !== null ? wholeMonth(month, context) : [];
  }
  if (end === undefined || others.length > 0 || end.endsOn < start.startsOn) return starts;
  return [{ ...start, endsOn: end.endsOn }];
}

/** The cell of a month holds its days, or a mark, or what is held in it. */
function eventsOfMonth(
  cell: SheetCell,
  month: NamedMonth,
  {
    known,
    context,
  }: { readonly known: Omit<ScheduleEvent, 'key' | keyof ScheduleDays>; readonly context: DeadlineContext },
): Omit<ScheduleEvent, 'key'>[] {
  if (cell === null || /^[-–—]+$/.test(String(cell))) return [];
  const days = daysOfCell(cell, month, context);
  if (known.title !== '' && days.length > 0) return days.map((each) => ({ ...known, ...each }));
  const text = String(cell);
  const isMark = text.length <= 2;
  const [, day, rest] =
    /^(\d{1,2}(?:\.\d{1,2}(?:\.\d{2,4})?)?(?:\s*[-–—]\s*\d{1,2}(?:\.\d{1,2})?)?)[\s.:—–-]+(\p{L}.*)$/su.exec(
      text,
    ) ?? [];
  const said = day === undefined ? [] : daysOfCell(day, month, context);
  const title = isMark ? known.title : [known.title, rest ?? text].filter((part) => part !== '').join(': ');
  if (title === '') return [];
  const event = { ...known, title: shortenText(title, 2000) };
  return (said.length > 0 ? said : wholeMonth(month, context)).map((each) => ({ ...event, ...each }));
}

function valueOf(row: Row, layout: ScheduleLayout, holds: string): SheetCell | undefined {
  const at = layout.columns.findIndex((column) => column.holds === holds);
  return at === -1 ? undefined : (row[at] ?? undefined);
}

function cellsOf(row: Row, layout: ScheduleLayout, holds: string): string[] {
  return row.flatMap((cell, at) =>
    cell !== null && layout.columns[at]?.holds === holds ? String(cell).trim() : [],
  );
}

/** «1.4» is the number of a plan; a plain «4» counts the rows of the schedule itself. */
const dotted = (no: string | undefined): string | null =>
  no !== undefined && /^\d+(?:\.\d+)+\.?$/.test(no) ? no : null;

/** «п. 1.4 дорожной карты». */
function numberIn(title: string): string | null {
  return /(?:^|[\s(])(?:п\.|пункт)\s*(\d+(?:\.\d+)*)/i.exec(title)?.[1] ?? null;
}
