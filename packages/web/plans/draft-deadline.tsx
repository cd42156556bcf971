import { Button, Group, Stack, Text } from '@mantine/core';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { DraftActivity } from '@opora/domain/plans/draft-document.ts';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DraftText } from './draft-field.tsx';

type Window = { readonly start: CalendarDate | null; readonly end: CalendarDate | null };
const noDates: Window = { start: null, end: null };

/** The phrase of the document, and under it what it was taken to mean: read anew at each letter, or given by dates. */
export function DraftDeadline({ activity }: { readonly activity: DraftActivity }) {
  const texts = useTexts(draftTexts);
  const { language } = useLanguage();
  const { edit } = useDraftEditor();
  const { id, deadline, datesTyped } = activity;
  const typedWindows = deadline.windows.map(({ start, end }) => ({ start, end }));
  const change = (phrase: string, windows: readonly Window[] | null) =>
    edit({ kind: 'set-deadline', row: id, phrase, windows: windows === null ? null : [...windows] });
  return (
    <Stack gap={4}>
      <DraftText
        label={texts.deadline}
        place={`rows/${id}/deadline`}
        value={deadline.raw}
        onChange={(phrase) => change(phrase, datesTyped ? typedWindows : null)}
      />
      <Text size="sm" aria-live="polite">
        <span className="draft-dim">{texts.meaning}</span> {printDeadline(deadline, language)}
      </Text>
      {datesTyped && (
        <TypedWindows windows={typedWindows} onChange={(windows) => change(deadline.raw, windows)} />
      )}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change(deadline.raw, datesTyped ? null : typedWindows)}
        >
          {datesTyped ? texts.readPhrase : texts.typeDates}
        </Button>
      </Group>
    </Stack>
  );
}

/** A pair of dates for each term; a pair without dates is only there until one is typed. */
function TypedWindows({
  windows,
  onChange,
}: {
  readonly windows: readonly Window[];
  readonly onChange: (windows: readonly Window[]) => void;
}) {
  const texts = useTexts(draftTexts);
  const [emptyAtEnd, setEmptyAtEnd] = useState(windows.length === 0);
  const shown = emptyAtEnd ? [...windows, noDates] : windows;
  const put = (at: number, part: Partial<Window>) => {
    const next = shown.map((window, index) => (index === at ? { ...window, ...part } : window));
    setEmptyAtEnd(false);
    onChange(next.filter(({ start, end }) => start !== null || end !== null));
  };
  return (
    <Stack gap={4}>
      {shown.map((window, at) => (
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          <DateField label={texts.from} value={window.start} onChange={(start) => put(at, { start })} />
          <DateField label={texts.until} value={window.end} onChange={(end) => put(at, { end })} />
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setEmptyAtEnd(false);
              onChange(windows.filter((_, index) => index !== at));
            }}
          >
            {texts.removeDates}
          </Button>
        </Group>
      ))}
      {!emptyAtEnd && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setEmptyAtEnd(true)}>
            {texts.addDates}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
