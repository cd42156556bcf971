import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { NumberExplained } from '@opora/domain/indicators/dynamics-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { readTarget, targetText } from '@opora/domain/indicators/read-target.ts';
import { periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { schoolTermsOf } from '@opora/domain/registry/school-year.ts';
import { useTexts } from '../platform/language.tsx';
import { useCalendar } from '../registry/use-calendars.ts';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { PeriodPicker } from './period-picker.tsx';
import { type AskedNumber, useNumber, useSetTarget } from './use-dynamics.ts';

type TargetSectionProps = { readonly asked: AskedNumber; readonly indicator: Indicator };

/** What is aimed at, for the period of the number or another one. */
export function TargetSection({ asked, indicator }: TargetSectionProps) {
  const texts = useTexts(dynamicsPageTexts);
  const [period, setPeriod] = useState(periodOfCode(asked.period));
  const terms = schoolTermsOf(useCalendar(asked.orgUnitId).data?.schoolYears ?? []);
  const code = periodCode(period);
  const aimed = { ...asked, period: code };
  const query = useNumber(aimed);
  return (
    <Section title={texts.target}>
      <PeriodPicker value={period} onChange={setPeriod} terms={terms} />
      {indicator.periods.includes(period.kind) ? (
        <Loaded query={query}>
          {({ target }) => <TargetForm key={code} asked={aimed} indicator={indicator} target={target} />}
        </Loaded>
      ) : (
        <Text size="sm">{texts.notForPeriod}</Text>
      )}
    </Section>
  );
}

type TargetFormProps = TargetSectionProps & Pick<NumberExplained, 'target'>;

function TargetForm({ asked, indicator, target }: TargetFormProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(uiTexts);
  const set = useSetTarget(asked);
  const [written, setWritten] = useState(target === null ? '' : targetText(indicator, target));
  const [source, setSource] = useState(target?.source ?? '');
  const read = readTarget(written, indicator);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read !== null) set.mutate({ ...read, source }, { onSuccess: () => notify(texts.saved) });
  };
  const remove = () =>
    set.mutate(null, {
      onSuccess: () => {
        setWritten('');
        setSource('');
        notify(texts.targetRemoved);
      },
    });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={texts.targetAmount}
          description={texts.targetHints[indicator.unit]}
          required
          value={written}
          error={written !== '' && read === null ? texts.targetUnread : null}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <TextInput
          label={texts.targetSource}
          description={texts.targetSourceHint}
          required
          minLength={3}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {set.error !== null && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(set.error, words.connectionLost)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={set.isPending} disabled={read === null || source.trim().length < 3}>
            {texts.setTarget}
          </Button>
          {target !== null && (
            <Button variant="default" disabled={set.isPending} onClick={remove}>
              {texts.removeTarget}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
