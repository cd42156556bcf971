import { Alert, Button, FileButton, Progress, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { datesTexts } from './dates-catalog.ts';
import { useScheduleUpload } from './use-dates.ts';

const accepted = '.ics,.ical,.xlsx,.xls,.ods,.csv,.txt,.docx,.doc,.odt,.rtf,.pdf,.html';

export function ScheduleUpload({ planId }: { readonly planId: string }) {
  const texts = useTexts(datesTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const upload = useScheduleUpload(planId);
  const percent = Math.round((upload.sent ?? 0) * 100);
  const send = (file: File | null) => {
    if (file === null) return;
    upload.mutate(file, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/plans/$planId/dates', params: { planId }, search: { schedule: id } }),
    });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <FileButton onChange={send} accept={accepted}>
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
          <Text size="sm">{percent < 100 ? texts.sending(percent) : texts.reading}</Text>
          <Progress value={percent} animated={percent === 100} aria-label={texts.reading} />
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
