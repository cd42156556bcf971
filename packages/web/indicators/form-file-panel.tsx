import { Alert, Anchor, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { columnOfPeriod } from '@opora/domain/indicators/column-period.ts';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import type { FormFile } from '@opora/domain/indicators/read-form-sheets.ts';
import { isEntered, type SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { useState } from 'react';
import { addressOf } from '../platform/call.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { formFileTexts } from './form-file-catalog.ts';
import { type FilledForm, type PutLine, useReadFormDocument, useReadFormFile } from './use-form.ts';
import { lineOfFile, type LineOfFile } from './line-of-file.ts';

type FormFilePanelProps = { readonly form: SchoolForm; readonly filled: FilledForm };

/** The form as a file: taken to be filled elsewhere, brought back, shown, and only then put in. */
export function FormFilePanel({ form, filled }: FormFilePanelProps) {
  const texts = useTexts(formFileTexts);
  const { language } = useLanguage();
  const read = useReadFormFile(form.submissionId);
  const href = addressOf(formContract.exportForm, {
    params: { submissionId: form.submissionId },
    query: { language },
  });
  return (
    <details className="form-section">
      <summary>{isEntered(form) ? texts.title : texts.titleLocked}</summary>
      <Stack gap="sm">
        <Anchor href={href} download>
          {texts.download}
        </Anchor>
        {isEntered(form) && (
          <FileUpload
            texts={texts}
            accept=".xlsx,.xls,.ods,.csv"
            upload={read}
            send={(file) => read.mutate(file)}
          />
        )}
        {read.data !== undefined && (
          <Preview file={read.data} source="file" filled={filled} onDone={() => read.reset()} />
        )}
      </Stack>
    </details>
  );
}

/** A document with a table of indicators: its lines are matched by words, so each is shown as a doubt. */
export function FormDocumentPanel({ form, filled }: FormFilePanelProps) {
  const texts = useTexts(formFileTexts);
  const read = useReadFormDocument(form.submissionId);
  const [chosen, setChosen] = useState<number | null>(null);
  const columns = read.data?.columns ?? [];
  const sure = columnOfPeriod(columns.map(({ fit }) => fit));
  const column = columns[chosen ?? sure ?? -1];
  return (
    <details className="form-section">
      <summary>{texts.fromDocument}</summary>
      <Stack gap="sm">
        <FileUpload
          texts={{ ...texts, chooseFile: texts.chooseDocument, fileHint: texts.documentHint }}
          accept=".docx,.doc,.odt,.rtf,.pdf,.txt,.html"
          upload={read}
          send={(file) => {
            setChosen(null);
            read.mutate(file);
          }}
        />
        {read.data !== undefined && columns.length === 0 && <Text role="status">{texts.nothingRead}</Text>}
        {(columns.length > 1 || (columns.length === 1 && sure === null)) && (
          <NativeSelect
            label={texts.column}
            description={sure === null ? texts.columnUnsure : texts.columnSure}
            data={[
              ...(column === undefined ? [{ value: '', label: texts.columnChoose }] : []),
              ...columns.map(({ title, fit }, at) => ({
                value: String(at),
                label: [title, texts.fits[fit]].filter((part) => part !== '').join(' — '),
              })),
            ]}
            value={String(chosen ?? sure ?? '')}
            onChange={({ currentTarget: { value } }) => setChosen(value === '' ? null : Number(value))}
          />
        )}
        {column !== undefined && (
          <Preview
            key={column.title}
            file={column.file}
            source="document"
            filled={filled}
            onDone={() => read.reset()}
          />
        )}
      </Stack>
    </details>
  );
}

type PreviewProps = {
  readonly file: FormFile;
  readonly source: 'file' | 'document';
  readonly filled: FilledForm;
  readonly onDone: () => void;
};

function Preview({ file, source, filled, onDone }: PreviewProps) {
  const texts = useTexts(formFileTexts);
  const words = useTexts(uiTexts);
  // As it was when the file came: putting it in changes the lines.
  const [lines] = useState(() => file.found.flatMap((found) => lineOfFile(found, filled.lines) ?? []));
  const changed = lines.filter(({ isSame }) => !isSame);
  const apply = () => {
    filled.put(
      changed.map(({ code, amount, total }): PutLine => ({ code, amount, total })),
      source,
    );
    notify(texts.applied(changed.length));
    onDone();
  };
  return (
    <Stack gap="sm" component="section" aria-label={texts.preview}>
      {file.isOfAnotherForm && (
        <Alert color="red" role="alert">
          {texts.anotherForm}
        </Alert>
      )}
      <Text role="status">
        {texts.counts(changed.length, lines.length - changed.length, file.missing.length)}
      </Text>
      <Group>
        {changed.length > 0 && <Button onClick={apply}>{texts.apply(changed.length)}</Button>}
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
      <Left file={file} />
      <Changes lines={changed} filled={filled} />
    </Stack>
  );
}

function Left({ file }: Pick<PreviewProps, 'file'>) {
  const texts = useTexts(formFileTexts);
  if (file.left.length === 0) return null;
  return (
    <WaitsAlert title={texts.left}>
      <ul>
        {file.left.map(({ sheet, row, text, problem }) => (
          <li key={`${sheet} ${row}`}>
            {texts.place(sheet, row)}: {text} — {texts.problems[problem]}
          </li>
        ))}
      </ul>
    </WaitsAlert>
  );
}

function Changes({
  lines,
  filled,
}: { readonly lines: readonly LineOfFile[] } & Pick<PreviewProps, 'filled'>) {
  const texts = useTexts(formFileTexts);
  const { language } = useLanguage();
  if (lines.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={480} mah={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.where}</Table.Th>
            <Table.Th scope="col">{texts.indicator}</Table.Th>
            <Table.Th scope="col">{texts.was}</Table.Th>
            <Table.Th scope="col">{texts.will}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.code}>
              <Table.Td>{texts.place(line.sheet, line.row)}</Table.Td>
              <Table.Td>
                {filled.lines.get(line.code)?.definition.name[language]}
                {line.isDoubtful && <strong> ({texts.doubt})</strong>}
              </Table.Td>
              <Table.Td>{written(line.before) || '—'}</Table.Td>
              <Table.Td>
                {written(line)}
                {line.isUnreadable && <strong> ({texts.unreadable})</strong>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const written = ({ amount, total }: Pick<PutLine, 'amount' | 'total'>): string =>
  amount === '' ? '' : [amount, total].filter((part) => part !== '').join(' / ');
