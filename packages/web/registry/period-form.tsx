import { SimpleGrid } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { notify } from '../ui/notice.ts';
import { SaveForm } from '../ui/save-form.tsx';
import { registryTexts } from './registry-catalog.ts';

type Period = { readonly fromOn: string; readonly untilOn: string | null };

type PeriodFormProps = {
  readonly first: Period | null;
  readonly error: Error | null;
  readonly isBusy: boolean;
  /** False while a field of its own is not filled in. */
  readonly isComplete: boolean;
  readonly onSave: (period: Period) => Promise<unknown>;
  readonly onDone: () => void;
  /** Fields that stand before the dates. */
  readonly children: ReactNode;
};

export function PeriodForm(props: PeriodFormProps) {
  const { first, error, isBusy, isComplete, onSave, onDone, children } = props;
  const texts = useTexts(registryTexts);
  const [fromOn, setFromOn] = useState<string | null>(first === null ? today() : first.fromOn);
  const [untilOn, setUntilOn] = useState(first?.untilOn ?? null);
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (fromOn === null || !isComplete) return;
    try {
      await onSave({ fromOn, untilOn });
    } catch {
      // The mutation holds the refusal, and the form shows it.
      return;
    }
    notify(texts.saved);
    onDone();
  };
  return (
    <SaveForm
      action={texts.save}
      cancel={texts.cancel}
      error={error}
      isBusy={isBusy}
      onSave={() => void save()}
      onCancel={onDone}
    >
      {children}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField
          label={texts.fromOn}
          required
          value={fromOn}
          onChange={setFromOn}
          error={isTried && fromOn === null && texts.required}
        />
        <DateField
          label={texts.untilOn}
          description={texts.untilHint}
          value={untilOn}
          onChange={setUntilOn}
        />
      </SimpleGrid>
    </SaveForm>
  );
}
