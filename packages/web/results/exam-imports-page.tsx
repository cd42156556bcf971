import { Alert, Anchor, List, Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ExamImportEntry } from '@opora/domain/results/exam-import-contract.ts';
import { reportLayoutTexts } from '@opora/domain/results/reading/report-layout-catalog.ts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { saveFile } from '../platform/save-file.ts';
import { BatchLine } from '../ui/batch-line.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { examImportTexts } from './exam-import-catalog.ts';
import { flatFormSample } from './flat-form-sample.ts';
import { useExamImportActions, useExamImports, useExamUpload } from './use-exam-imports.ts';

/** Where files of results come in, and what came of earlier ones. */
export function ExamImportsPage() {
  const texts = useTexts(examImportTexts);
  const imports = useExamImports();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <UploadBox />
      <Section title={texts.earlier}>
        <Loaded query={imports}>
          {(entries) => (
            <Stack gap="xs">
              {entries.length === 0 && <Text>{texts.noEarlier}</Text>}
              {entries.map((entry) => (
                <ImportLine key={entry.id} entry={entry} />
              ))}
            </Stack>
          )}
        </Loaded>
      </Section>
      <WhatFits />
    </Page>
  );
}

function UploadBox() {
  const texts = useTexts(examImportTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const upload = useExamUpload();
  const [known, setKnown] = useState<ExamImportEntry | null>(null);
  const send = (file: File) => {
    setKnown(null);
    upload.mutate(file, {
      onSuccess: ({ isKnown, ...entry }) => {
        if (isKnown) setKnown(entry);
        else void navigate({ to: '/results/imports/$examImportId', params: { examImportId: entry.id } });
      },
    });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <FileUpload
          texts={texts}
          accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt,.html"
          upload={upload}
          send={send}
        />
        {known !== null && (
          <Alert role="status" title={texts.known}>
            {texts.knownText(momentText(known.appliedAt ?? known.createdAt, language), known.by)}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}

function ImportLine({ entry }: { readonly entry: ExamImportEntry }) {
  const texts = useTexts(examImportTexts);
  const layouts = useTexts(reportLayoutTexts);
  const { undo, discard } = useExamImportActions();
  const { counts, by } = entry;
  const came =
    counts === null
      ? []
      : [...counts.layouts.map((layout) => layouts[layout]), texts.scope(counts), texts.counts(counts)];
  return (
    <BatchLine
      batch={entry}
      title={entry.fileName}
      about={[...(by === null ? [] : [by]), ...came]}
      to={`/results/imports/${entry.id}`}
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

/** Which files fit, and one to begin with. */
function WhatFits() {
  const texts = useTexts(examImportTexts);
  const layouts = useTexts(reportLayoutTexts);
  const sample = () => saveFile(texts.sampleName, flatFormSample, 'text/csv;charset=utf-8');
  return (
    <Section title={texts.fits} purpose={texts.fitsHint}>
      <List>
        {Object.entries(layouts).map(([layout, name]) => (
          <List.Item key={layout}>{name}</List.Item>
        ))}
      </List>
      <Text>
        {texts.flatHint}{' '}
        <Anchor component="button" type="button" onClick={sample}>
          {texts.sample}
        </Anchor>
      </Text>
    </Section>
  );
}
