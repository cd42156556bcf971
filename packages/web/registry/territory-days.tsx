import { ActionIcon, Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type {
  CalendarDay,
  CalendarDayFields,
  TerritoryCalendar,
} from '@opora/domain/registry/territory-calendar.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { calendarsTexts } from './calendars-catalog.ts';
import { useCalendarChanges } from './use-calendars.ts';

type TerritoryDaysProps = {
  readonly unit: OrgUnit;
  readonly calendar: TerritoryCalendar;
  readonly nameOf: (orgUnitId: string) => string;
};

/** Days off, short and working days that the territory adds, with those from above it. */
export function TerritoryDays({ unit, calendar, nameOf }: TerritoryDaysProps) {
  const texts = useTexts(calendarsTexts);
  const days = calendar.days.toSorted((left, right) => right.on.localeCompare(left.on));
  return (
    <Section title={texts.days} purpose={texts.daysPurpose}>
      {days.length === 0 && <Text>{texts.noDays}</Text>}
      <Stack gap={4} component="ul" className="plain-list">
        {days.map((day) => (
          <li key={day.id}>
            <DayLine day={day} unit={unit} owner={nameOf(day.orgUnitId)} />
          </li>
        ))}
      </Stack>
      <NewDay unit={unit} />
    </Section>
  );
}

type DayLineProps = { readonly day: CalendarDay; readonly unit: OrgUnit; readonly owner: string };

function DayLine({ day, unit, owner }: DayLineProps) {
  const texts = useTexts(calendarsTexts);
  const { addDay, removeDay } = useCalendarChanges(unit.id);
  const { id, orgUnitId, ...fields } = day;
  const date = formatDate(day.on);
  return (
    <Group gap="sm" wrap="nowrap">
      <Text>
        {[date, texts.kinds[day.kind], day.title].filter((word) => word !== null).join(' · ')}
        {orgUnitId !== unit.id && ` · ${owner}`}
      </Text>
      {orgUnitId === unit.id && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.removeDay(date)}
          onClick={() =>
            removeDay.mutate(id, {
              onSuccess: () => notify(texts.dayRemoved(date), () => addDay.mutateAsync(fields)),
            })
          }
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

function NewDay({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(calendarsTexts);
  const words = useTexts(uiTexts);
  const { addDay } = useCalendarChanges(unit.id);
  const [on, setOn] = useState<CalendarDate | null>(null);
  const [kind, setKind] = useState<CalendarDayFields['kind']>('off');
  const [title, setTitle] = useState('');
  const add = () => {
    if (on === null) return;
    addDay.mutate(
      { on, kind, title: title.trim() || null, movedFrom: null },
      {
        onSuccess: () => {
          setOn(null);
          setTitle('');
        },
      },
    );
  };
  return (
    <form
      noValidate
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group align="flex-end" gap="sm">
        <DateField label={texts.day} value={on} onChange={setOn} />
        <NativeSelect
          label={texts.dayKind}
          value={kind}
          data={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
          // Only the kinds of the list above come back.
          onChange={(event) => setKind(event.currentTarget.value as CalendarDayFields['kind'])}
        />
        <TextInput
          label={texts.dayTitle}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={on === null} loading={addDay.isPending}>
          {texts.addDay}
        </Button>
      </Group>
      {addDay.error !== null && (
        <Alert color="red" role="alert" mt="sm">
          {messageOf(addDay.error, words.connectionLost)}
        </Alert>
      )}
    </form>
  );
}
