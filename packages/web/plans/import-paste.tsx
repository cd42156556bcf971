import { Alert, Button, Collapse, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { importTexts } from './import-catalog.ts';
import { useBringDocuments } from './use-import.ts';

/** For a document that is open in an editor and not at hand as a file. */
export function ImportPaste() {
  const texts = useTexts(importTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { paste } = useBringDocuments();
  const [isOpen, { toggle, close }] = useDisclosure();
  const [text, setText] = useState('');
  const read = () =>
    paste.mutate(text, {
      onSuccess: () => {
        setText('');
        close();
      },
    });
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="subtle" size="compact-md" onClick={toggle} aria-expanded={isOpen}>
          {texts.paste}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap="xs">
          <Textarea
            label={texts.paste}
            description={texts.pasteHint}
            minRows={6}
            maxRows={12}
            autosize
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group>
            <Button disabled={text.trim() === ''} loading={paste.isPending} onClick={read}>
              {texts.read}
            </Button>
          </Group>
          {paste.error !== null && (
            <Alert color="red" role="alert" title={messageOf(paste.error, connectionLost)} />
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
}
