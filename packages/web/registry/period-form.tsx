import { Alert, Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateField } from '../ui/date-field.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
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
  const words = useTexts(uiTexts);
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
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
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
        {error !== null && (
          <Alert color="red" role="alert">
            {messageOf(error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={isBusy}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
