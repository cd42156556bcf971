import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { NumberExplained } from '@opora/domain/indicators/dynamics-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { readTarget, targetText } from '@opora/domain/indicators/read-target.ts';
import { periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { schoolTermsOf } from '@opora/domain/registry/school-year.ts';
import { useTexts } from '../platform/language.tsx';
import { useCalendar } from '../registry/use-calendars.ts';
import { Loaded } from '../ui/loaded.tsx';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { MergeNotes } from '../ui/merge-notes.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { useMergedForm, type Version } from '../ui/use-merged-form.ts';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { PeriodPicker } from './period-picker.tsx';
import { type AskedNumber, useNumber, useSetTarget } from './use-dynamics.ts';

type TargetSectionProps = { readonly asked: AskedNumber; readonly indicator: Indicator };

/** What is aimed at, for the period of the number or another one. */
export function TargetSection({ asked, indicator }: TargetSectionProps) {
  const texts = useTexts(dynamicsPageTexts);
  const [period, setPeriod] = useState(periodOfCode(asked.period));
  const [saves, setSaves] = useState(0);
  const terms = schoolTermsOf(useCalendar(asked.orgUnitId).data?.schoolYears ?? []);
  const code = periodCode(period);
  const aimed = { ...asked, period: code };
  const query = useNumber(aimed);
  return (
    <Section title={texts.target}>
      <PeriodPicker value={period} onChange={setPeriod} terms={terms} />
      {indicator.periods.includes(period.kind) ? (
        <Loaded query={query}>
          {({ target }) => (
            <TargetForm
              key={`${code} ${saves}`}
              asked={aimed}
              indicator={indicator}
              target={target}
              refetch={async () => (await query.refetch()).data?.target ?? null}
              onSaved={() => setSaves(saves + 1)}
            />
          )}
        </Loaded>
      ) : (
        <Text size="sm">{texts.notForPeriod}</Text>
      )}
    </Section>
  );
}

const Written = z.object({ amount: z.string(), source: z.string() });
type Written = z.infer<typeof Written>;
type Target = NumberExplained['target'];

const writtenOf = (indicator: Indicator, target: Target): Version<Written> =>
  target === null
    ? { fields: { amount: '', source: '' }, version: 0 }
    : { fields: { amount: targetText(indicator, target), source: target.source }, version: target.version };

type TargetFormProps = TargetSectionProps & {
  readonly target: Target;
  readonly refetch: () => Promise<Target>;
  readonly onSaved: () => void;
};

function TargetForm({ asked, indicator, target, refetch, onSaved }: TargetFormProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(uiTexts);
  const { chooseFirst } = useTexts(mergeTexts);
  const set = useSetTarget(asked);
  const form = useMergedForm<Written>({
    key: `opora.target.${asked.orgUnitId}.${asked.period}.${asked.indicator}`,
    shape: Written,
    latest: writtenOf(indicator, target),
    refetch: async () => writtenOf(indicator, await refetch()),
  });
  const { amount: written, source } = form.typed;
  const read = readTarget(written, indicator);
  const mayNot = read === null || source.trim().length < 3 || form.clashes.length > 0;
  const send = (typed: Written, version: number): Promise<unknown> => {
    const value = readTarget(typed.amount, indicator);
    // Joined with what somebody else left there may be no number any more: the form asks for it.
    if (value === null) return Promise.reject(new RangeError('no target'));
    return set.mutateAsync({ ...value, source: typed.source, version });
  };
  // The mutation holds a refusal, and the form shows it.
  const ignored = () => undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayNot) return;
    void form.save(send).then((isSaved) => {
      notify(isSaved ? texts.saved : chooseFirst);
      if (isSaved) onSaved();
    }, ignored);
  };
  const remove = (version: number) =>
    void set.mutateAsync({ isRemoved: true, version }).then(() => {
      form.reset();
      notify(texts.targetRemoved);
      onSaved();
    }, ignored);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={texts.targetAmount}
          description={texts.targetHints[indicator.unit]}
          required
          value={written}
          error={written !== '' && read === null ? texts.targetUnread : null}
          onChange={(event) => form.set({ amount: event.currentTarget.value })}
        />
        <TextInput
          label={texts.targetSource}
          description={texts.targetSourceHint}
          required
          minLength={3}
          maxLength={300}
          value={source}
          onChange={(event) => form.set({ source: event.currentTarget.value })}
        />
        <MergeNotes
          form={form}
          labelOf={(field) => (field === 'amount' ? texts.targetAmount : texts.targetSource)}
          print={(_field, value) => value}
        />
        {set.error !== null && form.clashes.length === 0 && (
          <Text c="var(--opora-late)" role="alert">
            {messageOf(set.error, words.connectionLost)}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={set.isPending} disabled={mayNot}>
            {texts.setTarget}
          </Button>
          {target !== null && (
            <Button variant="default" disabled={set.isPending} onClick={() => remove(target.version)}>
              {texts.removeTarget}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
