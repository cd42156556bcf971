import { Checkbox, Group, NativeSelect, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { indicatorTexts } from '@opora/domain/indicators/indicator-catalog.ts';
import type { IndicatorFields } from '@opora/domain/indicators/indicator-contract.ts';
import {
  amountKinds,
  goodDirections,
  type Indicator,
  indicatorUnits,
  sensitivities,
} from '@opora/domain/indicators/indicator.ts';
import { indicatorGroups } from '@opora/domain/indicators/indicator-groups.ts';
import { periodWords } from '@opora/domain/indicators/period-catalog.ts';
import { periodKinds } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { indicatorPageTexts } from './indicator-page-catalog.ts';

type Both = Indicator['name'];

/** One text in both languages, side by side. */
export function BothLanguages({
  label,
  value,
  onChange,
  required = false,
}: {
  readonly label: string;
  readonly value: Both;
  readonly onChange: (value: Both) => void;
  readonly required?: boolean;
}) {
  const texts = useTexts(indicatorPageTexts);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <Textarea
        autosize
        label={`${label}, ${texts.inRussian}`}
        value={value.ru}
        maxLength={500}
        required={required}
        onChange={(event) => onChange({ ...value, ru: event.currentTarget.value })}
      />
      <Textarea
        autosize
        label={`${label}, ${texts.inEnglish}`}
        value={value.en}
        maxLength={500}
        required={required}
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}

type ChoicesProps = {
  readonly fields: IndicatorFields;
  readonly known: ReadonlyMap<string, Indicator>;
  readonly onChange: (patch: Partial<IndicatorFields>) => void;
};

/** Unit, kinds, total, direction, periods: what is chosen and not written. */
export function IndicatorChoices({ fields, known, onChange }: ChoicesProps) {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const { language } = useLanguage();
  const isWeighted = fields.unit === 'share' || fields.unit === 'ratio' || fields.unit === 'score';
  const named = (one: Indicator) => ({ value: one.code, label: `${one.code}. ${one.name[language]}` });
  const none = { value: '', label: texts.none };
  const counts = [...known.values()].filter(({ unit }) => unit === 'count');
  const wholes = [...known.values()].filter(
    ({ unit, totalCode }) => unit === fields.unit && totalCode === fields.totalCode,
  );
  const chooseTotal = (code: string) => {
    const total = known.get(code);
    onChange(
      total === undefined
        ? { totalCode: null }
        : { totalCode: code, totalOf: total.amountOf, denominator: total.numerator },
    );
  };
  const chooseUnit = (unit: Indicator['unit']) => {
    const hasTotal = unit === 'share' || unit === 'ratio' || unit === 'score';
    const total = hasTotal ? {} : { totalOf: null, totalCode: null, denominator: null };
    onChange({ unit, partOf: null, ...total });
  };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <Choice
          label={texts.group}
          value={fields.group}
          values={indicatorGroups}
          words={words.groups}
          onChange={(group) => onChange({ group })}
        />
        <Choice
          label={texts.unit}
          value={fields.unit}
          values={indicatorUnits}
          words={words.units}
          onChange={chooseUnit}
        />
        <Choice
          label={texts.amountOf}
          value={fields.amountOf}
          values={amountKinds}
          words={words.amounts}
          onChange={(amountOf) => onChange({ amountOf })}
        />
        <Choice
          label={texts.direction}
          value={fields.direction}
          values={goodDirections}
          words={words.directions}
          onChange={(direction) => onChange({ direction })}
        />
        {isWeighted && (
          <NativeSelect
            label={texts.total}
            value={fields.totalCode ?? ''}
            data={[none, ...counts.map(named)]}
            onChange={(event) => chooseTotal(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={texts.partOf}
          value={fields.partOf ?? ''}
          data={[none, ...wholes.map(named)]}
          onChange={({ currentTarget: { value } }) => onChange({ partOf: value === '' ? null : value })}
        />
        <Choice
          label={texts.sensitivity}
          value={fields.sensitivity}
          values={sensitivities}
          words={words.sensitivities}
          onChange={(sensitivity) => onChange({ sensitivity })}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={texts.periods}
        value={fields.periods}
        onChange={(chosen) => onChange({ periods: periodKinds.filter((kind) => chosen.includes(kind)) })}
      >
        <Group mt="xs">
          {periodKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={periodWords[language].kinds[kind]} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}

function Choice<T extends string>({
  label,
  value,
  values,
  words,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={values.map((one) => ({ value: one, label: words[one] }))}
      onChange={({ currentTarget }) => {
        const chosen = values.find((one) => one === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
