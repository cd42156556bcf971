import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { useMove } from './use-instances.ts';

/** Accept, or return with what is to be mended. */
export function DecisionForm({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { connectionLost, cancel } = useTexts(uiTexts);
  const [isReturning, setReturning] = useState(false);
  const [note, setNote] = useState('');
  const move = useMove(instance.id);
  const decide = (decision: 'accept' | 'return') =>
    move.mutate(
      {
        move: decision,
        version: instance.version,
        note: note.trim() === '' ? null : note.trim(),
        dueOn: null,
      },
      { onSuccess: () => notify(texts.done[decision]) },
    );
  return (
    <Stack gap="xs">
      <Textarea
        label={isReturning ? texts.reasonOf.return : texts.reasonOf.accept}
        autosize
        minRows={2}
        required={isReturning}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {move.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(move.error, connectionLost)}
        </Text>
      )}
      <Group>
        {isReturning ? (
          <>
            <Button loading={move.isPending} disabled={note.trim() === ''} onClick={() => decide('return')}>
              {texts.moves.return}
            </Button>
            <Button variant="default" onClick={() => setReturning(false)}>
              {cancel}
            </Button>
          </>
        ) : (
          <>
            <Button loading={move.isPending} onClick={() => decide('accept')}>
              {texts.moves.accept}
            </Button>
            <Button variant="default" onClick={() => setReturning(true)}>
              {texts.moves.return}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
