import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from './message-of.ts';
import { uiTexts } from './ui-catalog.ts';

type SaveFormProps = {
  readonly action: string;
  readonly cancel: string;
  /** Why the last attempt was refused. */
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** The fields. */
  readonly children: ReactNode;
};

/** The frame of a form that is saved or left: fields, why it was refused, the two buttons. Fields say themselves what they lack. */
export function SaveForm({ action, cancel, error, isBusy, onSave, onCancel, children }: SaveFormProps) {
  const words = useTexts(uiTexts);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack gap="sm">
        {children}
        {error !== null && (
          <Alert color="red" role="alert">
            {messageOf(error, words.connectionLost)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={isBusy}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
