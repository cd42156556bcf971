import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { isDayOff } from '@opora/domain/basics/production-calendar.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { useSetDate } from './use-instances.ts';
import { useReckoning } from './use-reckoning.ts';

/** Asks for the date of an external schedule or an event, which the plan does not name. */
export function InstanceDate({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const [startsOn, setStartsOn] = useState<CalendarDate | null>(instance.startsOn);
  const [dueOn, setDueOn] = useState<CalendarDate | null>(instance.dueOn);
  const set = useSetDate(instance.id);
  const { calendar } = useReckoning(instance.planId);
  if (!instance.maySetDate) return null;
  const isOff = (date: CalendarDate) => isDayOff(date, calendar);
  return (
    <Stack gap="xs">
      <Group align="flex-end" grow>
        <DateField label={texts.startsOn} value={startsOn} onChange={setStartsOn} isDayOff={isOff} />
        <DateField label={texts.dueOn} value={dueOn} onChange={setDueOn} isDayOff={isOff} required />
      </Group>
      {set.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(set.error, connectionLost)}
        </Text>
      )}
      <Group>
        <Button
          size="xs"
          variant="default"
          disabled={dueOn === null || (dueOn === instance.dueOn && startsOn === instance.startsOn)}
          loading={set.isPending}
          onClick={() => {
            if (dueOn !== null) set.mutate({ version: instance.version, startsOn, dueOn });
          }}
        >
          {texts.setDate}
        </Button>
      </Group>
    </Stack>
  );
}
