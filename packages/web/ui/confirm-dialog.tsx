import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ServerRefusal } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

type ConfirmDialogProps = {
  /** Names the thing: «Закрыть школу «Росток»?» */
  readonly title: string;
  /** What will happen, and what will stay. */
  readonly children: ReactNode;
  /** The deed itself: «Закрыть школу», never «Да». */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** When given, the person types this name before the action is possible: for what cannot be undone. */
  readonly nameToType?: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, action, isDangerous = false, nameToType, onConfirm, onClose } = props;
  const texts = useTexts(uiTexts);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setRefused(error instanceof ServerRefusal ? error.message : texts.connectionLost);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': texts.close }}>
      <Stack>
        {children}
        {nameToType !== undefined && (
          <TextInput
            label={texts.typeName(nameToType)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {refused !== null && (
          <Text c="var(--opora-late)" role="alert">
            {refused}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            color={isDangerous ? 'red' : 'accent'}
            loading={isBusy}
            disabled={nameToType !== undefined && typed.trim() !== nameToType}
            onClick={() => void confirm()}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
