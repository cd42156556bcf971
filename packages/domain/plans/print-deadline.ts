import { monthOf, yearOf, type CalendarDate } from '../basics/calendar-date.ts';
import type { Language } from '../basics/catalog.ts';
import { deadlineTexts } from './deadline-catalog.ts';
import type { Deadline, DeadlineEvent, DeadlineWindow, Recurrence } from './deadline.ts';

type Words = (typeof deadlineTexts)['ru'] | (typeof deadlineTexts)['en'];

/** What a deadline was taken to mean, in words to stand beside the phrase: «1–28 февраля и 1–31 августа 2023». */
export function printDeadline(deadline: Deadline, language: Language): string {
  const words: Words = deadlineTexts[language];
  const windows = printWindows(deadline.windows, words);
  const parts = [
    deadline.recurrence && printRecurrence(deadline.recurrence, words),
    windows,
    deadline.schedule !== null && !windows && words.schedule(deadline.schedule),
    deadline.event && !windows && printEvent(deadline.event, words),
    deadline.kind === 'continuous' && words.continuous,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  if (parts.length === 0) return words.unread;
  return [...parts, ...(deadline.perSchool ? [words.perSchool] : [])].join(', ');
}

/** A label of an instance: the key of a period in words, a phase's label as it is. */
export function printInstanceLabel(label: string, language: Language): string {
  const words: Words = deadlineTexts[language];
  const [, key, part] = /^(\d{4}(?:-\d{2}(?:-\d{2})?|-[QH]\d|S\d)?)(?:\.(\d+))?$/u.exec(label) ?? [];
  if (key === undefined) return label;
  const whole = printKey(key, words);
  return part === undefined ? whole : words.part(whole, Number(part));
}

function printKey(key: string, words: Words): string {
  const year = Number(key.slice(0, 4));
  const number = Number(key.at(-1));
  if (key.length === 4) return words.year(year);
  if (key.includes('Q')) return words.quarter(number, year);
  if (key.includes('H')) return words.halfYear(number, year);
  if (key.includes('S')) return words.schoolQuarter(number, year);
  return key.length === 7
    ? words.month(Number(key.slice(5)), year)
    : words.weekOf(printDay(key, words, true));
}

/** A year that all windows share is said once, at the end. */
function printWindows(windows: readonly DeadlineWindow[], words: Words): string {
  const years = new Set(
    windows.flatMap(({ start, end }) => [start, end].flatMap((date) => (date ? [yearOf(date)] : []))),
  );
  const simple = windows.every(({ start, end, label }) => start !== null && end !== null && label === null);
  const [year] = years;
  if (simple && years.size === 1 && year !== undefined)
    return words.inYear(
      joinWithAnd(
        windows.map((window) => printWindow(window, words, false)),
        words,
      ),
      year,
    );
  const labelled = windows.some(({ label }) => label !== null);
  const printed = windows.map(
    (window) => (window.label === null ? '' : `${window.label}: `) + printWindow(window, words, true),
  );
  return labelled ? printed.join('; ') : joinWithAnd(printed, words);
}

function printWindow({ start, end }: DeadlineWindow, words: Words, withYear: boolean): string {
  if (start === null) return end === null ? '' : words.until(printDay(end, words, withYear));
  if (end === null) return words.since(printDay(start, words, withYear));
  if (start === end) return printDay(end, words, withYear);
  if (start.slice(0, 7) === end.slice(0, 7)) {
    const days = words.days(dayOf(start), dayOf(end), monthOf(end));
    return withYear ? words.inYear(days, yearOf(end)) : days;
  }
  return words.range(
    printDay(start, words, withYear && yearOf(start) !== yearOf(end)),
    printDay(end, words, withYear),
  );
}

function printDay(date: CalendarDate, words: Words, withYear: boolean): string {
  const day = words.day(dayOf(date), monthOf(date));
  return withYear ? words.inYear(day, yearOf(date)) : day;
}

function printRecurrence(recurrence: Recurrence, words: Words): string {
  const { every, interval, timesInPeriod, dayOfMonth, weekday, otherWeekdays, weekOfMonth, months } =
    recurrence;
  const said = [
    words.every[every](interval),
    timesInPeriod > 1 && otherWeekdays.length === 0 && words.times(timesInPeriod),
    months.length > 0 &&
      joinWithAnd(
        months.map(({ from, to }) => words.inMonths(from, to)),
        words,
      ),
    dayOfMonth !== null &&
      (recurrence.followingMonth ? words.byDayOfNextMonth(dayOfMonth) : words.byDay(dayOfMonth)),
    weekday !== null &&
      (weekOfMonth === null
        ? joinWithAnd([weekday, ...otherWeekdays].map(words.onWeekday), words)
        : words.onNthWeekday(weekOfMonth, weekday)),
  ];
  return said.filter(Boolean).join(', ');
}

function printEvent({ name, offsetDays, workingDays }: DeadlineEvent, words: Words): string {
  if (offsetDays === null) return words.event(name);
  if (offsetDays === 0) return words.atOnce(name);
  const days = Math.abs(offsetDays);
  const length = workingDays ? words.workingDays(days) : words.calendarDays(days);
  return offsetDays > 0 ? words.after(length, name) : words.before(length, name);
}

function joinWithAnd(parts: readonly string[], words: Words): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${words.and} ${last}`;
}

const dayOf = (date: CalendarDate): number => Number(date.slice(8));
