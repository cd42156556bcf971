import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { isDayOff } from '@opora/domain/basics/production-calendar.ts';
import { type AwaitedEvent, type AwaitedRow, termOfEvent } from '@opora/domain/plans/awaited-row.ts';
import type { AwaitedDates } from '@opora/domain/plans/dates-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { AwaitedRows } from './awaited-rows.tsx';
import { datesTexts } from './dates-catalog.ts';
import { useDatingActions, useOpenByEvent } from './use-dates.ts';
import { useReckoning } from './use-reckoning.ts';

type CardProps = { readonly dates: AwaitedDates; readonly event: AwaitedEvent };

/** Rows that wait for one event, and where its day is entered. */
export function AwaitedEventCard({ dates, event }: CardProps) {
  const texts = useTexts(datesTexts);
  const [isOpen, setOpen] = useState(false);
  const waits = event.rows.some(({ instances }) => instances.some(({ dueOn }) => dueOn === null));
  const name = event.name === '' ? texts.ofAct : event.name;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <Text fw={600} maw={720}>
          {name.charAt(0).toUpperCase() + name.slice(1)}
        </Text>
        {waits && !isOpen && (
          <Button size="xs" onClick={() => setOpen(true)}>
            {texts.happened}
          </Button>
        )}
      </Group>
      <AwaitedRows planId={dates.planId} rows={event.rows} />
      {isOpen && <EventDayForm dates={dates} event={{ ...event, name }} onDone={() => setOpen(false)} />}
    </Paper>
  );
}

function EventDayForm({ dates, event, onDone }: CardProps & { readonly onDone: () => void }) {
  const texts = useTexts(datesTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { calendar } = useReckoning(dates.planId);
  const open = useOpenByEvent(dates.planId);
  const { undo } = useDatingActions();
  const [on, setOn] = useState<CalendarDate | null>(
    event.rows[0]?.deadline.event?.name === '' ? dates.actOn : null,
  );
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null);
  const [schoolId, setSchoolId] = useState<string | null>(null);
  const schools = schoolsOf(event.rows);
  const termIn = ({ deadline }: AwaitedRow, day: CalendarDate) =>
    deadline.event === null ? null : termOfEvent(deadline.event, day, calendar).dueOn;
  const isUnsaid = event.rows.some((row) => termIn(row, '2026-01-12') === null);
  const isOff = (date: CalendarDate) => isDayOff(date, calendar);
  const send = () => {
    if (on === null) return;
    const body = {
      title: event.name,
      on,
      dueOn: isUnsaid ? dueOn : null,
      activityIds: event.rows.map(({ activityId }) => activityId),
      schoolIds: schoolId === null ? null : [schoolId],
    };
    open.mutate(body, {
      onSuccess: ({ id, counts }) => {
        notify(texts.opened(counts?.dated ?? 0), () => undo.mutateAsync(id));
        onDone();
      },
    });
  };
  return (
    <Stack gap="xs" mt="sm">
      <Group align="flex-end">
        <DateField label={texts.eventDay} value={on} onChange={setOn} isDayOff={isOff} required />
        {isUnsaid && (
          <DateField
            label={texts.lastDay}
            description={texts.lastDayHint}
            value={dueOn}
            onChange={setDueOn}
            isDayOff={isOff}
            required
          />
        )}
        {schools.length > 1 && (
          <Select
            label={texts.whichSchools}
            value={schoolId ?? ''}
            allowDeselect={false}
            data={[{ value: '', label: texts.allSchools }, ...schools]}
            onChange={(value) => setSchoolId(value === '' ? null : value)}
          />
        )}
        <Button
          disabled={on === null || (isUnsaid && dueOn === null)}
          loading={open.isPending}
          onClick={send}
        >
          {texts.openTerms}
        </Button>
      </Group>
      {on !== null && <Terms rows={event.rows} dueIn={(row) => termIn(row, on) ?? dueOn} />}
      {open.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(open.error, connectionLost)}
        </Text>
      )}
    </Stack>
  );
}

type TermsProps = {
  readonly rows: readonly AwaitedRow[];
  readonly dueIn: (row: AwaitedRow) => CalendarDate | null;
};

/** What each phrase makes of the day. */
function Terms({ rows, dueIn }: TermsProps) {
  const texts = useTexts(datesTexts);
  const lines = rows.flatMap((row) => {
    const due = dueIn(row);
    return due === null ? [] : [texts.dueBecomes(row.deadline.raw, formatDate(due))];
  });
  return (
    <Text size="sm" role="status">
      {[...new Set(lines)].join(' · ')}
    </Text>
  );
}

function schoolsOf(rows: readonly AwaitedRow[]): { value: string; label: string }[] {
  const named = rows.flatMap(({ instances }) =>
    instances.flatMap(({ schoolId, schoolName, dueOn }) =>
      schoolId === null || dueOn !== null ? [] : [[schoolId, schoolName ?? ''] as const],
    ),
  );
  return [...new Map(named)].map(([value, label]) => ({ value, label }));
}
