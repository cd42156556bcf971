import { Alert, Button, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import {
  holidaysBetween,
  partsOf,
  schoolYearSchemes,
  type SchoolTermFields,
  type SchoolYearScheme,
} from '@opora/domain/registry/school-year.ts';
import { useTexts } from '../platform/language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { calendarsTexts } from './calendars-catalog.ts';
import { useCalendarChanges } from './use-calendars.ts';

/** A part as it is being typed. */
type Typed = {
  readonly kind: SchoolTermFields['kind'];
  readonly number: number;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
};

type SchoolYearFormProps = {
  readonly orgUnitId: string;
  readonly schoolYearStart: number;
  /** To begin with. */
  readonly terms: readonly SchoolTermFields[];
  readonly onDone: () => void;
};

/** Days of each part and of the holidays; a part left empty is not kept. */
export function SchoolYearForm({ orgUnitId, schoolYearStart, terms, onDone }: SchoolYearFormProps) {
  const texts = useTexts(calendarsTexts);
  const words = useTexts(uiTexts);
  const { saveSchoolYear } = useCalendarChanges(orgUnitId);
  const [scheme, setScheme] = useState<SchoolYearScheme>(() => schemeOf(terms));
  const [typed, setTyped] = useState<readonly Typed[]>(terms);
  const [isTried, setTried] = useState(false);
  const rows = rowsOf(scheme, typed);
  const complete = rows.filter(isComplete);
  const hasParts = complete.some(({ kind }) => kind === scheme);
  const set = (row: Typed) =>
    setTyped([...typed.filter((known) => known.kind !== row.kind || known.number !== row.number), row]);
  const save = () => {
    setTried(true);
    if (!hasParts) return;
    saveSchoolYear.mutate(
      { schoolYearStart, terms: complete },
      {
        onSuccess: () => {
          notify(texts.saved);
          onDone();
        },
      },
    );
  };
  return (
    <Stack gap="sm" maw={640}>
      <SegmentedControl
        aria-label={texts.scheme}
        value={scheme}
        data={schoolYearSchemes.map((value) => ({ value, label: texts.schemes[value] }))}
        // Only the values of the list above come back.
        onChange={(value) => setScheme(value as SchoolYearScheme)}
      />
      {rows.map((row) => (
        <PartRow key={`${row.kind} ${row.number}`} row={row} onChange={set} />
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={!hasParts}
          onClick={() => {
            const filled = holidaysBetween(schoolYearStart, complete);
            setTyped([...typed.filter(({ kind }) => kind !== 'holidays'), ...filled]);
          }}
        >
          {texts.fillHolidays}
        </Button>
      </Group>
      {isTried && !hasParts && <Text role="alert">{texts.required}</Text>}
      {saveSchoolYear.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(saveSchoolYear.error, words.connectionLost)}
        </Alert>
      )}
      <Group>
        <Button loading={saveSchoolYear.isPending} onClick={save}>
          {texts.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {texts.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

function PartRow({ row, onChange }: { readonly row: Typed; readonly onChange: (row: Typed) => void }) {
  const texts = useTexts(calendarsTexts);
  const name = texts.parts[row.kind](row.number);
  return (
    <SimpleGrid cols={{ base: 2 }} spacing="sm">
      <DateField
        label={`${name}: ${texts.startsOn.toLowerCase()}`}
        value={row.startsOn}
        onChange={(startsOn) => onChange({ ...row, startsOn })}
      />
      <DateField
        label={texts.endsOn}
        value={row.endsOn}
        onChange={(endsOn) => onChange({ ...row, endsOn })}
      />
    </SimpleGrid>
  );
}

const schemeOf = (terms: readonly SchoolTermFields[]): SchoolYearScheme =>
  schoolYearSchemes.find((scheme) => terms.some(({ kind }) => kind === scheme)) ?? 'term';

const holidaysCount = 4;

/** All parts of the division in the order of the year, holidays after the part they follow. */
function rowsOf(scheme: SchoolYearScheme, typed: readonly Typed[]): Typed[] {
  const find = (kind: Typed['kind'], number: number): Typed =>
    typed.find((row) => row.kind === kind && row.number === number) ?? {
      kind,
      number,
      startsOn: null,
      endsOn: null,
    };
  return Array.from({ length: holidaysCount }, (_, at) => [
    ...(at < partsOf[scheme] ? [find(scheme, at + 1)] : []),
    find('holidays', at + 1),
  ]).flat();
}

const isComplete = (row: Typed): row is SchoolTermFields => row.startsOn !== null && row.endsOn !== null;
