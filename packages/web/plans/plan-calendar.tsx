import './plan-calendar.css';
import { ActionIcon, Button, Group, Stack, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { productionDay, type ProductionCalendar } from '@opora/domain/basics/production-calendar.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { stateOfCounts } from './activity-state.ts';
import { type DayItem, itemsByDay, otherMonth, weeksOf } from './calendar-days.ts';
import { monthTitle } from './month-title.ts';
import type { PlanViewProps } from './plan-page.tsx';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';
import { useReckoning } from './use-reckoning.ts';
import { ShownBadge } from './shown-badge.tsx';
import { SubscribeButton } from './subscribe-button.tsx';

/** Last days by month: a grid from Monday, on a phone a list of days. */
export function PlanCalendar({ plan, search, change, open }: PlanViewProps) {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const month = search.month ?? today().slice(0, 7);
  const days = useMemo(() => itemsByDay(plan.activities, month), [plan.activities, month]);
  const { calendar } = useReckoning(plan.id);
  return (
    <Stack gap="sm">
      <Group>
        <ActionIcon
          variant="default"
          aria-label={texts.previousMonth}
          onClick={() => change({ month: otherMonth(month, -1) })}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Title order={2} size="h4" miw={150} ta="center" aria-live="polite">
          {monthTitle(month, language)}
        </Title>
        <ActionIcon
          variant="default"
          aria-label={texts.nextMonth}
          onClick={() => change({ month: otherMonth(month, 1) })}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
        <Button variant="default" size="xs" onClick={() => change({ month: today().slice(0, 7) })}>
          {texts.thisMonth}
        </Button>
        <SubscribeButton planId={plan.id} />
      </Group>
      {productionDay(`${month}-01`, calendar).estimated && (
        <Text size="sm" c="dimmed">
          {texts.estimatedYear(month.slice(0, 4))}
        </Text>
      )}
      {days.size === 0 && <Text>{texts.emptyMonth}</Text>}
      {isNarrow ? (
        <DayList days={days} calendar={calendar} open={open} />
      ) : (
        <MonthGrid month={month} days={days} calendar={calendar} open={open} />
      )}
    </Stack>
  );
}

type Days = ReadonlyMap<CalendarDate, readonly DayItem[]>;
type Open = PlanViewProps['open'];

// A Monday, to name the days of the week.
const someMonday = 5;

type MonthProps = {
  readonly month: string;
  readonly days: Days;
  readonly calendar: ProductionCalendar;
  readonly open: Open;
};

function MonthGrid({ month, days, calendar, open }: MonthProps) {
  const { language } = useLanguage();
  const names = Array.from({ length: 7 }, (_, day) =>
    new Date(Date.UTC(2026, 0, someMonday + day)).toLocaleDateString(language, {
      weekday: 'short',
      timeZone: 'UTC',
    }),
  );
  return (
    <table className="month-grid">
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              <DayCell
                key={day ?? `blank ${at}`}
                day={day}
                items={day === null ? [] : (days.get(day) ?? [])}
                calendar={calendar}
                open={open}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = {
  readonly day: CalendarDate | null;
  readonly items: readonly DayItem[];
  readonly calendar: ProductionCalendar;
  readonly open: Open;
};

function DayCell({ day, items, calendar, open }: DayCellProps) {
  const texts = useTexts(plansTexts);
  if (day === null) return <td className="month-blank" aria-hidden />;
  const { kind } = productionDay(day, calendar);
  return (
    <td data-off={kind === 'off' || undefined} data-today={day === today() || undefined}>
      <div className="month-day">
        <time dateTime={day}>{Number(day.slice(8))}</time>
        {kind === 'off' && <VisuallyHidden> {texts.dayOff}</VisuallyHidden>}
        {kind === 'short' && <span> · {texts.shortDay}</span>}
        {day === today() && <span> · {texts.today}</span>}
      </div>
      <DayItems items={items} open={open} />
    </td>
  );
}

function DayItems({ items, open }: Pick<DayCellProps, 'items' | 'open'>) {
  return (
    <ul className="month-items">
      {items.map(({ activity, term }) => {
        const state = stateOfCounts(term.counts, term.dueOn, today());
        return (
          <li key={`${activity.id} ${term.startsOn} ${term.label}`}>
            <UnstyledButton className="month-item" title={titleOf(activity)} onClick={() => open(activity)}>
              <span className="month-item-title">{titleOf(activity)}</span>
              {state !== null && <ShownBadge state={state} />}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

function DayList({ days, calendar, open }: Omit<MonthProps, 'month'>) {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  const dates = [...days.keys()].toSorted();
  return (
    <Stack gap="md">
      {dates.map((date) => {
        const items = days.get(date) ?? [];
        const name = new Date(`${date}T00:00:00Z`).toLocaleDateString(language, {
          weekday: 'long',
          timeZone: 'UTC',
        });
        return (
          <section key={date} aria-label={texts.dueOnDay(formatDate(date), items.length)}>
            <Title order={3} size="h5">
              {formatDate(date)}, {name}
              {productionDay(date, calendar).kind === 'off' && ` · ${texts.dayOff}`}
            </Title>
            <DayItems items={items} open={open} />
          </section>
        );
      })}
    </Stack>
  );
}
