import { Alert, Button, FileButton, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { CalendarDayFields, ProductionYear } from '@opora/domain/registry/territory-calendar.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { calendarsTexts } from './calendars-catalog.ts';
import { useCalendarChanges, useReadYearFile } from './use-calendars.ts';

type ProductionYearFormProps = {
  readonly unit: OrgUnit;
  readonly year: number;
  readonly first: ProductionYear | null;
  readonly onDone: () => void;
};

/** Loads the days of a year's decree out of a file, shows what was understood, and saves it with its source. */
export function ProductionYearForm({ unit, year, first, onDone }: ProductionYearFormProps) {
  const texts = useTexts(calendarsTexts);
  const words = useTexts(uiTexts);
  const [source, setSource] = useState(first?.source ?? '');
  const read = useReadYearFile(unit.id, year);
  const { saveProductionYear } = useCalendarChanges(unit.id);
  const days = read.data?.days ?? first?.days ?? [];
  const error = read.error ?? saveProductionYear.error;
  const save = () =>
    saveProductionYear.mutate(
      { year, source: source.trim(), days },
      {
        onSuccess: () => {
          notify(texts.saved);
          onDone();
        },
      },
    );
  return (
    <Paper withBorder p="md" maw={640}>
      <Stack gap="sm">
        <Text c="dimmed">{texts.decreeHint}</Text>
        <Group>
          <FileButton
            accept=".xlsx,.xls,.ods,.csv,.txt"
            onChange={(file) => {
              if (file !== null) read.mutate(file);
            }}
          >
            {(props) => (
              <Button {...props} variant="default" loading={read.isPending}>
                {texts.chooseFile}
              </Button>
            )}
          </FileButton>
          {read.isPending && <Text role="status">{texts.reading}</Text>}
        </Group>
        {error !== null && (
          <Alert color="red" role="alert">
            {messageOf(error, words.connectionLost)}
          </Alert>
        )}
        {days.length > 0 && <DayList days={days} />}
        {(read.data?.notRead.length ?? 0) > 0 && (
          <Alert color="gray" title={texts.notRead}>
            {read.data?.notRead.map(({ row, value }) => (
              <Text key={`${row} ${value}`}>
                {texts.rowOf(row)}: {value}
              </Text>
            ))}
          </Alert>
        )}
        <TextInput
          label={texts.source}
          description={texts.sourceHint}
          required
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Group>
          <Button
            disabled={source.trim() === '' || days.length === 0}
            loading={saveProductionYear.isPending}
            onClick={save}
          >
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function DayList({ days }: { readonly days: readonly CalendarDayFields[] }) {
  const texts = useTexts(calendarsTexts);
  return (
    <div>
      <Text fw={600}>{texts.foundDays(days.length)}</Text>
      <ul className="plain-list">
        {days.map((day) => (
          <li key={day.on}>
            {formatDate(day.on)} — {texts.kinds[day.kind]}
            {day.movedFrom !== null && `, ${texts.movedFrom(formatDate(day.movedFrom))}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
