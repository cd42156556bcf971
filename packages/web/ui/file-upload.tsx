import { Alert, Button, FileButton, Progress, Stack, Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from './message-of.ts';
import { uiTexts } from './ui-catalog.ts';

type FileUploadProps = {
  readonly texts: {
    readonly chooseFile: string;
    readonly fileHint: string;
    readonly sending: (percent: number) => string;
    /** What the server does once it has the file. */
    readonly reading: string;
  };
  /** As the input of a file takes them: endings with commas between. */
  readonly accept: string;
  /** `sent`: the share that has left. */
  readonly upload: {
    readonly isPending: boolean;
    readonly sent: number | null;
    /** The share that the server has read, where it tells. */
    readonly read?: number | null;
    readonly error: Error | null;
  };
  readonly send: (file: File) => void;
};

/** Takes one file, shows how far it is, and why it was refused. */
export function FileUpload({ texts, accept, upload, send }: FileUploadProps) {
  const words = useTexts(uiTexts);
  const percent = Math.round((upload.sent ?? 0) * 100);
  const read = upload.read === undefined || upload.read === null ? null : Math.round(upload.read * 100);
  return (
    <Stack gap="xs" align="flex-start">
      <FileButton onChange={(file) => file !== null && send(file)} accept={accept}>
        {(props) => (
          <Button {...props} loading={upload.isPending}>
            {texts.chooseFile}
          </Button>
        )}
      </FileButton>
      <Text c="dimmed" size="sm">
        {texts.fileHint}
      </Text>
      {upload.isPending && (
        <Stack gap={4} w="100%" role="status">
          <Text size="sm">
            {percent < 100
              ? texts.sending(percent)
              : `${texts.reading}${read === null ? '' : ` ${read}\u00A0%`}`}
          </Text>
          <Progress
            value={percent < 100 ? percent : (read ?? 100)}
            animated={percent === 100}
            aria-label={texts.reading}
          />
        </Stack>
      )}
      {upload.error !== null && (
        <Alert color="red" role="alert" w="100%">
          {messageOf(upload.error, words.connectionLost)}
        </Alert>
      )}
    </Stack>
  );
}
