import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { IndicatorFields, ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { indicatorFault } from '@opora/domain/indicators/indicator-fault.ts';
import { indicatorTexts } from '@opora/domain/indicators/indicator-catalog.ts';
import { Indicator } from '@opora/domain/indicators/indicator.ts';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { BothLanguages, IndicatorChoices } from './indicator-fields.tsx';
import { IndicatorFormula } from './indicator-formula.tsx';
import { indicatorPageTexts } from './indicator-page-catalog.ts';
import { useSaveIndicator } from './use-indicators.ts';

/** What the form begins with, and the definition that is followed by its next version; null begins a new one. */
export type IndicatorStart = {
  readonly from: ListedIndicator | null;
  readonly follows: ListedIndicator | null;
};

type IndicatorFormProps = {
  readonly start: IndicatorStart;
  readonly known: readonly ListedIndicator[];
  readonly onDone: () => void;
};

const nothing = { ru: '', en: '' };
const blank: IndicatorFields = {
  group: 'results',
  name: nothing,
  unit: 'count',
  amountOf: 'pupils',
  totalOf: null,
  numerator: nothing,
  denominator: null,
  totalCode: null,
  partOf: null,
  levels: ['school', 'municipality'],
  origin: { kind: 'asked' },
  direction: 'growth',
  periods: ['school-year'],
  collectedFrom: nothing,
  sensitivity: 'open',
  isDiagnosticOnly: false,
  reading: null,
  source: nothing,
};

/** A definition of an office's own, with its formula checked while it is written. */
export function IndicatorForm({ start, known, onDone }: IndicatorFormProps) {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const ui = useTexts(uiTexts);
  const save = useSaveIndicator(start.follows);
  const [fields, setFields] = useState<IndicatorFields>(start.from ?? blank);
  const change = (patch: Partial<IndicatorFields>) => setFields((last) => ({ ...last, ...patch }));
  const byCode = useMemo(
    () => new Map(known.filter(({ isCurrent }) => isCurrent).map((one) => [one.code, one])),
    [known],
  );
  const whole = Indicator.safeParse({ ...fields, code: start.follows?.code ?? 'Z0000', version: 1 });
  const fault = whole.success ? indicatorFault(whole.data, byCode) : null;
  const head = useRef<HTMLHeadingElement>(null);
  // It stands above the list, out of sight of who called it from a line far below.
  useEffect(() => head.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(fields, {
      onSuccess: ({ code, version }) => {
        notify(texts.saved(code, version));
        onDone();
      },
    });
  };
  const pair = (key: 'name' | 'numerator' | 'collectedFrom' | 'source', label: string) => (
    <BothLanguages
      label={label}
      value={fields[key]}
      onChange={(value) => change({ [key]: value })}
      required
    />
  );
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit}>
      <Stack gap="sm">
        <Title order={2} size="h4" ref={head} tabIndex={-1} style={{ scrollMarginTop: 80 }}>
          {start.follows === null ? texts.formTitle : texts.nextTitle(start.follows.code)}
        </Title>
        {pair('name', texts.name)}
        {pair('numerator', texts.numerator)}
        <IndicatorChoices fields={fields} known={byCode} onChange={change} />
        <IndicatorFormula fields={fields} known={byCode} onChange={change} />
        {pair('collectedFrom', texts.from)}
        {pair('source', texts.source)}
        <BothLanguages
          label={texts.reading}
          value={fields.reading ?? nothing}
          onChange={(reading) => change({ reading: reading.ru === '' && reading.en === '' ? null : reading })}
        />
        {!whole.success && (
          <Text size="sm" role="status">
            {texts.unfinished}
          </Text>
        )}
        {fault !== null && (
          <Text c="var(--opora-late)" role="status">
            {words.faults[fault]}
          </Text>
        )}
        {save.error !== null && (
          <Alert color="red" role="alert">
            {messageOf(save.error, ui.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!whole.success || fault !== null}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {ui.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
