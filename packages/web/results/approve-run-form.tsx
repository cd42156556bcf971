import { Checkbox, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { SaveForm } from '../ui/save-form.tsx';
import { runTexts } from './run-catalog.ts';
import { useApproveRun, useWithdrawRun } from './use-identification.ts';

type RunFormProps = { readonly run: IdentificationRun; readonly onDone: () => void };

/** The order that puts the list in force: from then on its schools have the category. */
export function ApproveRunForm({ run, onDone }: RunFormProps) {
  const texts = useTexts(runTexts);
  const approve = useApproveRun(run.id);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [endEarlier, setEndEarlier] = useState(false);
  return (
    <ActForm
      note={texts.approveNote(run.counts.listed ?? 0)}
      fromLabel={texts.fromOn}
      action={texts.approve}
      error={approve.error}
      isBusy={approve.isPending}
      onDone={onDone}
      onSave={async (act) => {
        await approve.mutateAsync({ ...act, untilOn, endEarlier, version: run.version });
        notify(texts.approved);
      }}
    >
      <DateField label={texts.untilOn} value={untilOn} onChange={setUntilOn} />
      <Checkbox
        label={texts.endEarlier}
        checked={endEarlier}
        onChange={(event) => setEndEarlier(event.currentTarget.checked)}
      />
    </ActForm>
  );
}

/** The order that takes it back. */
export function WithdrawRunForm({ run, onDone }: RunFormProps) {
  const texts = useTexts(runTexts);
  const withdraw = useWithdrawRun(run.id);
  return (
    <ActForm
      note={texts.withdrawNote}
      fromLabel={texts.withdrawOn}
      action={texts.withdraw}
      error={withdraw.error}
      isBusy={withdraw.isPending}
      onDone={onDone}
      onSave={async (act) => {
        await withdraw.mutateAsync({ ...act, version: run.version });
        notify(texts.withdrawn);
      }}
    />
  );
}

type Act = { readonly actNumber: string; readonly actOn: string; readonly fromOn: string };

type ActFormProps = {
  readonly note: string;
  readonly fromLabel: string;
  readonly action: string;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSave: (act: Act) => Promise<void>;
  readonly onDone: () => void;
  readonly children?: ReactNode;
};

function ActForm({ note, fromLabel, action, error, isBusy, onSave, onDone, children }: ActFormProps) {
  const texts = useTexts(runTexts);
  const [actNumber, setActNumber] = useState('');
  const [actOn, setActOn] = useState<string | null>(today());
  const [fromOn, setFromOn] = useState<string | null>(today());
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (actNumber.trim() === '' || actOn === null || fromOn === null) return;
    try {
      await onSave({ actNumber, actOn, fromOn });
    } catch {
      // The mutation holds the refusal, and the form shows it.
      return;
    }
    onDone();
  };
  return (
    <SaveForm
      action={action}
      cancel={texts.cancel}
      error={error}
      isBusy={isBusy}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <Text size="sm">{note}</Text>
      <TextInput
        label={texts.actNumber}
        required
        value={actNumber}
        error={isTried && actNumber.trim() === '' && texts.required}
        onChange={(event) => setActNumber(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField
          label={texts.actOn}
          required
          value={actOn}
          onChange={setActOn}
          error={isTried && actOn === null && texts.required}
        />
        <DateField
          label={fromLabel}
          required
          value={fromOn}
          onChange={setFromOn}
          error={isTried && fromOn === null && texts.required}
        />
      </SimpleGrid>
      {children}
    </SaveForm>
  );
}
