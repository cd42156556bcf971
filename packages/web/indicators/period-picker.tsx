import { Group, NativeSelect, Text } from '@mantine/core';
import type { SchoolTerm } from '@opora/domain/basics/school-calendar.ts';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { periodName, periodWords, schoolYearName } from '@opora/domain/indicators/period-catalog.ts';
import {
  examWaves,
  type PeriodKind,
  periodDates,
  periodKinds,
  programmePoints,
  type ReportPeriod,
} from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { campaignTexts } from './campaign-catalog.ts';

type PeriodPickerProps = {
  readonly value: ReportPeriod;
  readonly onChange: (period: ReportPeriod) => void;
  /** Of the territory, so that quarters are its own. */
  readonly terms: readonly SchoolTerm[];
};

const parts = { 'half-year': 2, quarter: 4, trimester: 3 } as const;

/** A period in the words of schools, with its days under it. */
export function PeriodPicker({ value, onChange, terms }: PeriodPickerProps) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  const words = periodWords[language];
  const dates = periodDates(value, terms);
  const years = Array.from({ length: 8 }, (_, at) => schoolYearStartOf(today()) + 1 - at);
  const options = (all: readonly string[], named: (one: string) => string) =>
    all.map((one) => ({ value: one, label: named(one) }));
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={texts.periodKind}
          value={value.kind}
          data={periodKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => {
            const kind = periodKinds.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) onChange(usualPeriod(kind));
          }}
        />
        {'start' in value && (
          <NativeSelect
            label={texts.schoolYear}
            value={value.start}
            data={options(years.map(String), (year) => schoolYearName(Number(year), language))}
            onChange={(event) => onChange({ ...value, start: Number(event.currentTarget.value) })}
          />
        )}
        {'part' in value && (
          <NativeSelect
            label={texts.part}
            value={value.part}
            data={options(
              Array.from({ length: parts[value.kind] }, (_, at) => String(at + 1)),
              (part) => part,
            )}
            onChange={(event) => onChange({ ...value, part: Number(event.currentTarget.value) })}
          />
        )}
        {'year' in value && (
          <NativeSelect
            label={texts.year}
            value={value.year}
            data={years.map(String)}
            onChange={(event) => onChange({ ...value, year: Number(event.currentTarget.value) })}
          />
        )}
        {value.kind === 'exam-wave' && (
          <NativeSelect
            label={texts.wave}
            value={value.wave}
            data={examWaves.map((wave) => ({ value: wave, label: words.waves[wave] }))}
            onChange={(event) => {
              const wave = examWaves.find((one) => one === event.currentTarget.value);
              if (wave !== undefined) onChange({ ...value, wave });
            }}
          />
        )}
        {value.kind === 'point' && (
          <>
            <NativeSelect
              label={texts.point}
              value={value.point}
              data={programmePoints.map((point) => ({ value: point, label: words.points[point] }))}
              onChange={(event) => {
                const point = programmePoints.find((one) => one === event.currentTarget.value);
                if (point !== undefined) onChange({ ...value, point });
              }}
            />
            <DateField
              label={texts.pointOn}
              value={value.on}
              onChange={(on) => on !== null && onChange({ ...value, on })}
            />
          </>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {texts.periodIs(periodName(value, language), formatDate(dates.start), formatDate(dates.end))}
      </Text>
    </>
  );
}

/** The latest of a kind, which is most often meant. */
export function usualPeriod(kind: PeriodKind): ReportPeriod {
  const start = schoolYearStartOf(today());
  switch (kind) {
    case 'school-year':
      return { kind, start };
    case 'half-year':
    case 'quarter':
    case 'trimester':
      return { kind, start, part: 1 };
    case 'calendar-year':
      return { kind, year: start };
    case 'exam-wave':
      return { kind, year: start, wave: 'main' };
    case 'point':
      return { kind, point: 'start', on: today() };
  }
}
