import { ActionIcon, Box, Button, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Absence } from '@opora/domain/reminders/reminder-settings.ts';
import type { ShownReminderSettings } from '@opora/domain/reminders/reminders-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { reminderSettingsTexts } from './reminder-settings-catalog.ts';

/** As it is typed: a day may be missing yet. */
export type TypedAbsence = {
  readonly fromOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  readonly standInId: string | null;
};

/** Null while a day is missing. */
export function whole(absences: readonly TypedAbsence[]): Absence[] | null {
  const entered = absences.flatMap(({ fromOn, untilOn, standInId }) =>
    fromOn === null || untilOn === null ? [] : [{ fromOn, untilOn, standInId }],
  );
  return entered.length === absences.length ? entered : null;
}

type AbsenceFieldsProps = {
  readonly colleagues: ShownReminderSettings['colleagues'];
  readonly value: readonly TypedAbsence[];
  readonly onChange: (absences: readonly TypedAbsence[]) => void;
};

export function AbsenceFields({ colleagues, value, onChange }: AbsenceFieldsProps) {
  const texts = useTexts(reminderSettingsTexts);
  const change = (at: number, part: Partial<TypedAbsence>) =>
    onChange(value.map((absence, index) => (index === at ? { ...absence, ...part } : absence)));
  const legend = (
    <Text component="span" size="sm" fw={600}>
      {texts.absences}
    </Text>
  );
  const empty: TypedAbsence = { fromOn: null, untilOn: null, standInId: null };
  return (
    <Fieldset variant="unstyled" legend={legend}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {texts.absencesHint}
        </Text>
        {value.length === 0 && <Text size="sm">{texts.noAbsences}</Text>}
        {value.map((absence, at) => (
          // Rows have no identity of their own, and are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={at} align="flex-end" gap="xs" wrap="wrap">
            <Box w={150}>
              <DateField
                label={texts.from}
                value={absence.fromOn}
                onChange={(fromOn) => change(at, { fromOn })}
                required
              />
            </Box>
            <Box w={150}>
              <DateField
                label={texts.until}
                value={absence.untilOn}
                onChange={(untilOn) => change(at, { untilOn })}
                required
              />
            </Box>
            <Select
              label={texts.standIn}
              placeholder={texts.nobody}
              clearable
              searchable
              value={absence.standInId}
              onChange={(standInId) => change(at, { standInId })}
              data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={texts.removeAbsence(absence.fromOn === null ? '…' : formatDate(absence.fromOn))}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button variant="default" size="xs" onClick={() => onChange([...value, empty])}>
            {texts.addAbsence}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
