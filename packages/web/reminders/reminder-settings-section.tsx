import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import type { ShownReminderSettings } from '@opora/domain/reminders/reminders-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Refused } from '../ui/refused.tsx';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { AbsenceFields, type TypedAbsence, whole } from './absence-fields.tsx';
import { reminderSettingsTexts } from './reminder-settings-catalog.ts';
import { useReminderSettings, useSetReminderSettings } from './use-reminders.ts';

/** Where letters and the page of reminders lead: «…/account#reminders». */
const anchor = 'reminders';

/** The head of the frame lies over the page, with some air below it. */
const headHeight = 68;

/** How the person is reminded; the way to stop letters. */
export function ReminderSettingsSection() {
  const texts = useTexts(reminderSettingsTexts);
  const settings = useReminderSettings();
  const place = useRef<HTMLDivElement>(null);
  const isLoaded = settings.data !== undefined;
  useEffect(() => {
    if (isLoaded && location.hash === `#${anchor}`) place.current?.scrollIntoView();
  }, [isLoaded]);
  return (
    <div id={anchor} ref={place} style={{ scrollMarginTop: headHeight }}>
      <Section title={texts.title} purpose={texts.purpose}>
        <Loaded query={settings}>{(own) => <SettingsForm key={own.version} own={own} />}</Loaded>
        <RulesLink />
      </Section>
    </div>
  );
}

function RulesLink() {
  const texts = useTexts(reminderSettingsTexts);
  const me = useMe().data;
  if (me === undefined || !canSomewhere(me, 'reminders.manage')) return null;
  return (
    <Text size="sm">
      <Anchor renderRoot={(props) => <Link to="/reminders/rules" {...props} />}>{texts.officeRules}</Anchor>
    </Text>
  );
}

/** What is offered; any number that was set otherwise stays among them. */
const usualDays = [1, 2, 3, 5, 7, 14, 30];

function SettingsForm({ own }: { readonly own: ShownReminderSettings }) {
  const texts = useTexts(reminderSettingsTexts);
  const { save } = useTexts(uiTexts);
  const set = useSetReminderSettings();
  const [byMail, setByMail] = useState(own.byMail);
  const [daysBefore, setDaysBefore] = useState(own.daysBefore);
  const [quietWeekdays, setQuietWeekdays] = useState(own.quietWeekdays);
  const [absences, setAbsences] = useState<readonly TypedAbsence[]>(own.absences);
  const [isIncomplete, setIncomplete] = useState(false);
  const submit = () => {
    const entered = whole(absences);
    setIncomplete(entered === null);
    if (entered === null) return;
    const body = { byMail, daysBefore, quietWeekdays, absences: entered, version: own.version };
    set.mutate(body, { onSuccess: () => notify(texts.saved) });
  };
  return (
    <Stack>
      <Refused error={set.error} />
      <Checkbox
        label={texts.byMail}
        description={own.email === null ? texts.noEmail : own.canMail ? texts.to(own.email) : texts.noMail}
        checked={byMail}
        onChange={(event) => setByMail(event.currentTarget.checked)}
      />
      <DaysBefore office={own.office.daysBefore} value={daysBefore} onChange={setDaysBefore} />
      <QuietWeekdays value={quietWeekdays} onChange={setQuietWeekdays} />
      <AbsenceFields colleagues={own.colleagues} value={absences} onChange={setAbsences} />
      {isIncomplete && (
        <Text size="sm" c="red.8" role="alert">
          {texts.incomplete}
        </Text>
      )}
      <div>
        <Button variant="default" loading={set.isPending} onClick={submit}>
          {save}
        </Button>
      </div>
    </Stack>
  );
}

type DaysBeforeProps = {
  readonly office: readonly number[];
  /** Null: as the office decided. */
  readonly value: number[] | null;
  readonly onChange: (days: number[] | null) => void;
};

function DaysBefore({ office, value, onChange }: DaysBeforeProps) {
  const texts = useTexts(reminderSettingsTexts);
  const offered = [...new Set([...usualDays, ...(value ?? [])])].toSorted((a, b) => a - b);
  return (
    <Stack gap="xs">
      <Checkbox
        label={texts.asOffice(office)}
        checked={value === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [...office])}
      />
      {value !== null && (
        <Checkbox.Group
          label={texts.daysBefore}
          description={texts.daysBeforeHint}
          value={value.map(String)}
          onChange={(chosen) => onChange(chosen.map(Number).toSorted((a, b) => b - a))}
        >
          <Group gap="md" mt="xs">
            {offered.map((days) => (
              <Checkbox key={days} value={String(days)} label={texts.before(days)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Stack>
  );
}

type QuietWeekdaysProps = { readonly value: number[]; readonly onChange: (days: number[]) => void };

function QuietWeekdays({ value, onChange }: QuietWeekdaysProps) {
  const texts = useTexts(reminderSettingsTexts);
  return (
    <Checkbox.Group
      label={texts.quiet}
      description={texts.quietHint}
      value={value.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number).toSorted((a, b) => a - b))}
    >
      <Group gap="md" mt="xs">
        {texts.weekdays.map((name, at) => (
          <Checkbox key={name} value={String(at + 1)} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
