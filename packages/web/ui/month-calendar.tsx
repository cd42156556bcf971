import './month-calendar.css';
import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import {
  addDays,
  calendarDate,
  daysInMonth,
  monthOf,
  weekday,
  yearOf,
  type CalendarDate,
} from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { dateTexts } from './date-catalog.ts';

type MonthCalendarProps = {
  readonly value: CalendarDate | null;
  readonly today: CalendarDate;
  readonly isDayOff: ((date: CalendarDate) => boolean) | undefined;
  readonly onPick: (date: CalendarDate) => void;
};

const daySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A month to pick a day from; arrows move by days and weeks, Page Up and Page Down by months. */
export function MonthCalendar({ value, today, isDayOff, onPick }: MonthCalendarProps) {
  const texts = useTexts(dateTexts);
  const { language } = useLanguage();
  const [at, setAt] = useState(value ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const isToFocus = useRef(true);
  useEffect(() => {
    if (isToFocus.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    isToFocus.current = false;
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const days = daySteps[event.key];
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (days === undefined && months === 0) return;
    event.preventDefault();
    isToFocus.current = true;
    setAt(days === undefined ? addMonths(at, months) : addDays(at, days));
  };

  const label = (date: CalendarDate): string =>
    [formatDate(date), date === today ? texts.today : '', isOff(date, isDayOff) ? texts.dayOff : '']
      .filter((word) => word !== '')
      .join(', ');

  return (
    <div className="month">
      <MonthDoor at={at} today={today} onGo={setAt} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move over the days */}
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekDays(language).map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    tabIndex={date === at ? 0 : -1}
                    aria-label={label(date)}
                    aria-pressed={date === value}
                    aria-current={date === today ? 'date' : undefined}
                    data-off={isOff(date, isDayOff) || undefined}
                    data-other={monthOf(date) !== monthOf(at) || undefined}
                    onClick={() => onPick(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which month is shown. */
function MonthDoor({
  at,
  today,
  onGo,
}: {
  readonly at: CalendarDate;
  readonly today: CalendarDate;
  readonly onGo: (date: CalendarDate) => void;
}) {
  const texts = useTexts(dateTexts);
  const { language } = useLanguage();
  return (
    <Group gap={4} wrap="nowrap" mb="xs">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={texts.previousMonth}
        onClick={() => onGo(addMonths(at, -1))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <NativeSelect
        size="xs"
        aria-label={texts.month}
        value={monthOf(at)}
        data={Array.from({ length: 12 }, (_, month) => ({
          value: String(month + 1),
          label: monthName(month + 1, language),
        }))}
        onChange={(event) => onGo(sameDayIn(yearOf(at), Number(event.currentTarget.value), at))}
      />
      <NativeSelect
        size="xs"
        aria-label={texts.year}
        value={yearOf(at)}
        data={yearsAround(yearOf(today), yearOf(at)).map(String)}
        onChange={(event) => onGo(sameDayIn(Number(event.currentTarget.value), monthOf(at), at))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={texts.nextMonth}
        onClick={() => onGo(addMonths(at, 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

function isOff(date: CalendarDate, isDayOff: MonthCalendarProps['isDayOff']): boolean {
  return isDayOff === undefined ? weekday(date) > 5 : isDayOff(date);
}

/** Years worth picking from a list; any other can be typed in the field. */
function yearsAround(thisYear: number, shownYear: number): number[] {
  const first = Math.min(thisYear - 80, shownYear);
  const last = Math.max(thisYear + 10, shownYear);
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** Weeks from Monday that cover the month of the date. */
function weeksOf(date: CalendarDate): CalendarDate[][] {
  const first = `${date.slice(0, 7)}-01`;
  const monday = addDays(first, 1 - weekday(first));
  const weeks = Math.ceil((weekday(first) - 1 + daysInMonth(yearOf(date), monthOf(date))) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(monday, week * 7 + day)),
  );
}

function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return sameDayIn(Math.floor(count / 12), (count % 12) + 1, date);
}

/** The same day in another month, or its last one when it is shorter. */
function sameDayIn(year: number, month: number, date: CalendarDate): CalendarDate {
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return calendarDate(year, month, day) ?? date;
}

const monthName = (month: number, language: string): string =>
  new Date(Date.UTC(2024, month - 1, 1)).toLocaleDateString(language, { month: 'long', timeZone: 'UTC' });

// The first of January 2024 was a Monday.
const weekDays = (language: string): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    new Date(Date.UTC(2024, 0, day + 1)).toLocaleDateString(language, { weekday: 'short', timeZone: 'UTC' }),
  );
