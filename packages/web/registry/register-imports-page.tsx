import { Alert, Button, FileButton, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { RegisterImportEntry } from '@opora/domain/registry/register-import-contract.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { registerImportTexts } from './register-import-catalog.ts';
import { useRegisterActions, useRegisterImports, useRegisterUpload } from './use-register-import.ts';

export function RegisterImportsPage() {
  const texts = useTexts(registerImportTexts);
  const imports = useRegisterImports();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <UploadBox />
      <Title order={2} size="h4">
        {texts.earlier}
      </Title>
      <Loaded query={imports}>
        {(entries) => (
          <Stack gap="xs">
            {entries.length === 0 && <Text c="dimmed">{texts.noEarlier}</Text>}
            {entries.map((entry) => (
              <ImportLine key={entry.id} entry={entry} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function UploadBox() {
  const texts = useTexts(registerImportTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const upload = useRegisterUpload();
  const percent = Math.round((upload.sent ?? 0) * 100);
  const send = (file: File | null) => {
    if (file === null) return;
    upload.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: '/register-imports/$importId', params: { importId: id } }),
    });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <FileButton onChange={send} accept=".xlsx,.xls,.ods,.csv,.txt">
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
    </Paper>
  );
}

const tones = { draft: 'waits', applied: 'accepted', undone: 'ended' } as const;

function ImportLine({ entry }: { readonly entry: RegisterImportEntry }) {
  const texts = useTexts(registerImportTexts);
  const { language } = useLanguage();
  const { undo, discard } = useRegisterActions();
  const [isAsked, setAsked] = useState(false);
  const at = new Date(entry.createdAt).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={600}>{entry.fileName}</Text>
            <StateBadge tone={tones[entry.state]} word={texts.states[entry.state]} />
          </Group>
          <Text size="sm" c="dimmed">
            {at}
            {entry.counts !== null && ` · ${texts.counts(entry.counts)}`}
          </Text>
        </div>
        {entry.state === 'draft' && (
          <Group gap="xs">
            <Button size="xs" component={Link} to={`/register-imports/${entry.id}`}>
              {texts.continue}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => discard.mutate(entry.id, { onSuccess: () => notify(texts.discarded) })}
            >
              {texts.discard}
            </Button>
          </Group>
        )}
        {entry.state === 'applied' && (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {texts.undo}
          </Button>
        )}
      </Group>
      {isAsked && (
        <ConfirmDialog
          title={texts.undoTitle(entry.fileName)}
          action={texts.undo}
          isDangerous
          onConfirm={async () => {
            await undo.mutateAsync(entry.id);
            notify(texts.undone);
          }}
          onClose={() => setAsked(false)}
        >
          <Text>{texts.undoText}</Text>
        </ConfirmDialog>
      )}
    </Paper>
  );
}
