import { Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { RegisterImportEntry } from '@opora/domain/registry/register-import-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { BatchLine } from '../ui/batch-line.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
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
  const navigate = useNavigate();
  const upload = useRegisterUpload();
  const send = (file: File) =>
    upload.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: '/register-imports/$importId', params: { importId: id } }),
    });
  return (
    <Paper withBorder p="md">
      <FileUpload texts={texts} accept=".xlsx,.xls,.ods,.csv,.txt" upload={upload} send={send} />
    </Paper>
  );
}

function ImportLine({ entry }: { readonly entry: RegisterImportEntry }) {
  const texts = useTexts(registerImportTexts);
  const { undo, discard } = useRegisterActions();
  return (
    <BatchLine
      batch={entry}
      title={entry.fileName}
      about={entry.counts === null ? [] : [texts.counts(entry.counts)]}
      to={`/register-imports/${entry.id}`}
      discard={() => discard.mutate(entry.id, { onSuccess: () => notify(texts.discarded) })}
      undo={{
        run: async () => {
          await undo.mutateAsync(entry.id);
          notify(texts.undone);
        },
        isDangerous: true,
        text: <Text>{texts.undoText}</Text>,
      }}
      texts={texts}
    />
  );
}
