import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { editionTexts } from './edition-catalog.ts';
import type { PlanMoment } from './editions-search.ts';

type DayFormProps = {
  readonly plan: PlanEditions;
  readonly first?: string | null;
  readonly onShow: (day: string) => void;
};

/** Chooses a day of the plan's life. */
export function DayForm({ first = null, onShow }: DayFormProps) {
  const texts = useTexts(editionTexts);
  const [day, setDay] = useState<string | null>(first);
  return (
    <Group align="flex-end" gap="sm" className="screen-only">
      <DateField label={texts.day} value={day} onChange={setDay} />
      <Button variant="default" disabled={day === null} onClick={() => day !== null && onShow(day)}>
        {texts.show}
      </Button>
    </Group>
  );
}

type Moments = { readonly from: PlanMoment; readonly to: PlanMoment };

type CompareFormProps = {
  readonly plan: PlanEditions;
  readonly first: Moments | null;
  readonly onCompare: (moments: Moments) => void;
};

/** Chooses two editions or days; at first the last two editions, or the beginning and today. */
export function CompareForm({ plan, first, onCompare }: CompareFormProps) {
  const texts = useTexts(editionTexts);
  const [last] = plan.editions;
  const number = last?.number ?? 1;
  const [from, setFrom] = useState<PlanMoment | null>(
    first?.from ?? (number > 1 ? number - 1 : (last?.inForceOn ?? null)),
  );
  const [to, setTo] = useState<PlanMoment | null>(first?.to ?? (number > 1 ? number : today()));
  return (
    <Group align="flex-end" gap="sm" className="screen-only">
      <MomentField label={texts.from} plan={plan} value={from} onChange={setFrom} />
      <MomentField label={texts.to} plan={plan} value={to} onChange={setTo} />
      <Button
        variant="default"
        disabled={from === null || to === null}
        onClick={() => from !== null && to !== null && onCompare({ from, to })}
      >
        {texts.compare}
      </Button>
    </Group>
  );
}

type MomentFieldProps = {
  readonly label: string;
  readonly plan: PlanEditions;
  readonly value: PlanMoment | null;
  readonly onChange: (moment: PlanMoment | null) => void;
};

const aDay = 'day';

function MomentField({ label, plan, value, onChange }: MomentFieldProps) {
  const texts = useTexts(editionTexts);
  const { day } = texts;
  const options = plan.editions.map(({ number, inForceOn }) => ({
    value: String(number),
    label: `${texts.edition(number)} (${texts.inForceFrom(formatDate(inForceOn), null)})`,
  }));
  return (
    <Group align="flex-end" gap={4}>
      <Select
        label={label}
        allowDeselect={false}
        value={typeof value === 'number' ? String(value) : aDay}
        data={[...options, { value: aDay, label: texts.aDay }]}
        onChange={(chosen) => onChange(chosen === aDay || chosen === null ? today() : Number(chosen))}
      />
      {typeof value !== 'number' && (
        <DateField label={`${label}: ${day.toLowerCase()}`} value={value} onChange={onChange} />
      )}
    </Group>
  );
}
