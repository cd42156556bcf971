import { Paper, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { recentPeriods } from '@opora/domain/indicators/recent-periods.ts';
import { periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { ValueImportEntry } from '@opora/domain/indicators/value-import-contract.ts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { BatchLine } from '../ui/batch-line.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { useValueImportActions, useValueImports, useValueUpload } from './use-value-imports.ts';
import { valueImportTexts } from './value-import-catalog.ts';

/** Where tables of values of many schools come in, and what came of earlier ones. */
export function ValueImportsPage() {
  const texts = useTexts(valueImportTexts);
  const imports = useValueImports();
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
    </Page>
  );
}

function UploadBox() {
  const texts = useTexts(valueImportTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const periods = recentPeriods(today());
  const [period, setPeriod] = useState(() => periodCode(periods[0] ?? { kind: 'calendar-year', year: 2000 }));
  const upload = useValueUpload(period);
  const send = (file: File) =>
    upload.mutate(file, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/monitoring/imports/$valueImportId', params: { valueImportId: id } }),
    });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Select
          label={texts.period}
          data={periods.map((one) => ({ value: periodCode(one), label: periodName(one, language) }))}
          value={period}
          onChange={(value) => value !== null && setPeriod(value)}
          allowDeselect={false}
          searchable
        />
        <FileUpload texts={texts} accept=".xlsx,.xls,.ods,.csv,.txt" upload={upload} send={send} />
      </Stack>
    </Paper>
  );
}

function ImportLine({ entry }: { readonly entry: ValueImportEntry }) {
  const texts = useTexts(valueImportTexts);
  const { language } = useLanguage();
  const { undo, discard } = useValueImportActions();
  const { by, period, counts } = entry;
  return (
    <BatchLine
      batch={entry}
      title={entry.fileName}
      about={[periodName(periodOfCode(period), language), ...(by === null ? [] : [by]), texts.counts(counts)]}
      to={`/monitoring/imports/${entry.id}`}
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
