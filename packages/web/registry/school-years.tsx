import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import { schoolYearStartOf, usualSchoolTerms } from '@opora/domain/basics/school-calendar.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { SchoolTermFields } from '@opora/domain/registry/school-year.ts';
import type { TerritoryCalendar } from '@opora/domain/registry/territory-calendar.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { calendarsTexts } from './calendars-catalog.ts';
import { SchoolYearForm } from './school-year-form.tsx';
import { useCalendarChanges } from './use-calendars.ts';

type SchoolYearsProps = {
  readonly unit: OrgUnit;
  readonly calendar: TerritoryCalendar;
  readonly nameOf: (orgUnitId: string) => string;
};

/** Quarters and holidays of one school year: entered ones, or the usual until then. */
export function SchoolYears({ unit, calendar, nameOf }: SchoolYearsProps) {
  const texts = useTexts(calendarsTexts);
  const now = schoolYearStartOf(today());
  const [start, setStart] = useState(now);
  const [isEditing, setEditing] = useState(false);
  const entered = calendar.schoolYears.find((year) => year.schoolYearStart === start);
  const terms = entered?.terms ?? usualTerms(start);
  return (
    <Section title={texts.schoolYear}>
      <NativeSelect
        aria-label={texts.schoolYear}
        maw={260}
        value={start}
        data={[now - 1, now, now + 1, now + 2].map((year) => ({
          value: String(year),
          label: texts.schoolYearOf(year),
        }))}
        onChange={(event) => {
          setStart(Number(event.currentTarget.value));
          setEditing(false);
        }}
      />
      <Text c="dimmed">
        {entered === undefined ? texts.usualYear : texts.enteredAt(nameOf(entered.orgUnitId))}
      </Text>
      {isEditing ? (
        <SchoolYearForm
          key={start}
          orgUnitId={unit.id}
          schoolYearStart={start}
          terms={terms}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <TermTable terms={terms} />
          <Group className="screen-only">
            <Button variant="default" onClick={() => setEditing(true)}>
              {entered === undefined ? texts.enterYear : texts.changeYear}
            </Button>
            {entered?.orgUnitId === unit.id && <RemoveYear unit={unit} year={entered} />}
          </Group>
        </>
      )}
    </Section>
  );
}

/** The division that most schools have; trimesters and half-years are shown once they are entered. */
const usualTerms = (start: number): SchoolTermFields[] =>
  usualSchoolTerms(start)
    .filter(({ kind }) => kind === 'term' || kind === 'holidays')
    .map((term) => ({ kind: term.kind, number: term.number, startsOn: term.start, endsOn: term.end }));

function TermTable({ terms }: { readonly terms: readonly SchoolTermFields[] }) {
  const texts = useTexts(calendarsTexts);
  const sorted = terms.toSorted((left, right) => left.startsOn.localeCompare(right.startsOn));
  return (
    <Table maw={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.part}</Table.Th>
          <Table.Th>{texts.startsOn}</Table.Th>
          <Table.Th>{texts.endsOn}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((term) => (
          <Table.Tr key={`${term.kind} ${term.number}`}>
            <Table.Td>{texts.parts[term.kind](term.number)}</Table.Td>
            <Table.Td>{formatDate(term.startsOn)}</Table.Td>
            <Table.Td>{formatDate(term.endsOn)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RemoveYearProps = {
  readonly unit: OrgUnit;
  readonly year: { readonly schoolYearStart: number; readonly terms: SchoolTermFields[] };
};

function RemoveYear({ unit, year }: RemoveYearProps) {
  const texts = useTexts(calendarsTexts);
  const words = useTexts(uiTexts);
  const { saveSchoolYear, removeSchoolYear } = useCalendarChanges(unit.id);
  const { schoolYearStart, terms } = year;
  return (
    <Stack gap={4}>
      <Button
        variant="subtle"
        color="gray"
        loading={removeSchoolYear.isPending}
        onClick={() =>
          removeSchoolYear.mutate(schoolYearStart, {
            onSuccess: () =>
              notify(texts.yearRemoved, () => saveSchoolYear.mutateAsync({ schoolYearStart, terms })),
          })
        }
      >
        {texts.removeYear}
      </Button>
      {removeSchoolYear.error !== null && (
        <Text role="alert">{messageOf(removeSchoolYear.error, words.connectionLost)}</Text>
      )}
    </Stack>
  );
}
