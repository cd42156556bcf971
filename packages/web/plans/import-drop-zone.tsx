import './import-drop-zone.css';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { draftBytesMax } from '@opora/domain/plans/import-contract.ts';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { importTexts } from './import-catalog.ts';
import { useBringDocuments } from './use-import.ts';

/** Takes files by drop or by choice; shows how much of them is sent, and what was not. */
export function ImportDropZone() {
  const texts = useTexts(importTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { send } = useBringDocuments();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const [tooLarge, setTooLarge] = useState<readonly string[]>([]);

  const bring = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const fitting = files.filter((file) => file.size <= draftBytesMax);
    setTooLarge(files.filter((file) => file.size > draftBytesMax).map((file) => file.name));
    setShare(0);
    if (fitting.length > 0) send.mutate({ files: fitting, onSent: setShare });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    bring(event.dataTransfer.files);
  };

  return (
    <Stack gap="xs">
      <div
        className="drop-zone"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={32} aria-hidden />
        <Text fw={600} visibleFrom="sm">
          {texts.drop}
        </Text>
        <Text c="dimmed" visibleFrom="sm">
          {texts.or}
        </Text>
        <Button onClick={() => input.current?.click()} loading={send.isPending}>
          {texts.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={texts.choose}
          onChange={(event) => {
            bring(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <Text size="sm" c="dimmed" ta="center">
          {texts.formats}
        </Text>
        {send.isPending && (
          <div role="status" className="drop-progress">
            <Text size="sm">{texts.sending(Math.round(share * 100))}</Text>
            <Progress value={share * 100} aria-label={texts.sending(Math.round(share * 100))} />
          </div>
        )}
      </div>
      {tooLarge.map((name) => (
        <Alert key={name} color="red" role="alert" title={texts.tooLarge(name)} />
      ))}
      {send.error !== null && (
        <Alert color="red" role="alert" title={messageOf(send.error, connectionLost)} />
      )}
    </Stack>
  );
}
