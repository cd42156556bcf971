import { federalCalendar, isDayOff } from '../basics/production-calendar.ts';
import type { DeadlineAssumption, DeadlineWindow } from './deadline.ts';
import type { ReadActivity, ReadWarningCode, Requisites } from './read-document.ts';

export type RowDoubt = { readonly code: ReadWarningCode; readonly values: readonly string[] };

/** Codes that `rowDoubts` gives. */
export const rowDoubtCodes: ReadonlySet<ReadWarningCode> = new Set([
  'deadline-empty',
  'deadline-unread',
  'deadline-assumed',
  'end-before-start',
  'date-before-act',
  'outside-period',
  'day-off',
  'responsible-empty',
  'result-empty',
]);

/** Taken for granted with hardly a doubt: a month without a year belongs to the plan's year. */
const plainAssumptions: readonly DeadlineAssumption[] = [
  'year-from-plan',
  'year-from-range-end',
  'school-year',
];

/** What a row shows by itself to be doubtful, each code once; the same for a row just read and for one a person has mended. */
export function rowDoubts(
  { deadline, responsible, expected }: Pick<ReadActivity, 'deadline' | 'responsible' | 'expected'>,
  requisites: Requisites,
): RowDoubt[] {
  const { raw, kind, windows } = deadline;
  const assumed = deadline.assumptions.filter((assumption) => !plainAssumptions.includes(assumption));
  const found: RowDoubt[] = [];
  if (raw === '' && windows.length === 0) found.push({ code: 'deadline-empty', values: [] });
  else if (kind === 'unknown') found.push({ code: 'deadline-unread', values: [raw] });
  found.push(
    ...windows.flatMap((window) => windowDoubts(window, kind === 'date', requisites)).filter(firstOfCode),
  );
  if (assumed.length > 0 && kind !== 'unknown')
    found.push({ code: 'deadline-assumed', values: [raw, ...assumed] });
  if (responsible.length === 0) found.push({ code: 'responsible-empty', values: [] });
  if (expected.length === 0) found.push({ code: 'result-empty', values: [] });
  return found;
}

const firstOfCode = ({ code }: RowDoubt, at: number, all: readonly RowDoubt[]): boolean =>
  all.findIndex((other) => other.code === code) === at;

function windowDoubts(
  { start, end }: DeadlineWindow,
  isDate: boolean,
  { date, periodStart, periodEnd }: Requisites,
): RowDoubt[] {
  if (start !== null && end !== null && end < start)
    return [{ code: 'end-before-start', values: [start, end] }];
  const last = end ?? start;
  const found: RowDoubt[] = [];
  if (date !== null && end !== null && end < date)
    found.push({ code: 'date-before-act', values: [end, date] });
  if (periodStart !== null && last !== null && last < periodStart)
    found.push({ code: 'outside-period', values: [last] });
  if (periodEnd !== null && last !== null && last > periodEnd)
    found.push({ code: 'outside-period', values: [last, periodEnd] });
  if (isDate && end !== null && isDayOff(end, federalCalendar))
    found.push({ code: 'day-off', values: [end] });
  return found;
}
