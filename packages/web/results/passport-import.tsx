import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { formatShare } from '@opora/domain/basics/format.ts';
import type { PassportFile } from '@opora/domain/results/passport-contract.ts';
import { passportVariableTexts } from '@opora/domain/results/passport-variable-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { FileUpload } from '../ui/file-upload.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { passportTexts } from './passport-catalog.ts';
import { useLoadPassports, useReadPassportFile } from './use-passports.ts';

type PassportImportProps = { readonly schoolYear: number; readonly schools: readonly OrgUnit[] };

/** A file is read and shown; nothing is written until the person says so. */
export function PassportImport({ schoolYear, schools }: PassportImportProps) {
  const texts = useTexts(passportTexts);
  const read = useReadPassportFile(schoolYear);
  return (
    <Section title={texts.load} purpose={texts.loadPurpose}>
      <FileUpload
        texts={texts}
        accept=".xlsx,.xls,.ods,.csv,.txt"
        upload={read}
        send={(file) => read.mutate(file)}
      />
      {read.data !== undefined && (
        <Preview file={read.data} schoolYear={schoolYear} schools={schools} onDone={() => read.reset()} />
      )}
    </Section>
  );
}

type PreviewProps = PassportImportProps & { readonly file: PassportFile; readonly onDone: () => void };

function Preview({ file, schoolYear, schools, onDone }: PreviewProps) {
  const texts = useTexts(passportTexts);
  const words = useTexts(uiTexts);
  const load = useLoadPassports(schoolYear);
  const count = (change: string) => file.values.filter((value) => value.change === change).length;
  const restored = file.values.filter(({ fromShare }) => fromShare).length;
  const toWrite = count('add') + count('change');
  const write = () =>
    load.mutate(file.values, {
      onSuccess: ({ added, changed }) => {
        notify(texts.applied(added + changed));
        onDone();
      },
    });
  if (file.values.length + file.problems.length === 0) return <Text role="status">{texts.nothingRead}</Text>;
  return (
    <Stack gap="sm" component="section" aria-label={texts.preview}>
      <Text role="status">
        {texts.previewCounts(count('add'), count('change'), count('keep'))}{' '}
        {restored > 0 && texts.fromShare(restored)}
      </Text>
      {load.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(load.error, words.connectionLost)}
        </Alert>
      )}
      <Group>
        {toWrite === 0 ? (
          <Text c="dimmed">{texts.nothingToApply}</Text>
        ) : (
          <Button loading={load.isPending} onClick={write}>
            {texts.apply(toWrite)}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
      <Problems problems={file.problems} />
      <Values values={file.values} schools={schools} />
    </Stack>
  );
}

const shownMax = 200;

function Problems({ problems }: { readonly problems: PassportFile['problems'] }) {
  const texts = useTexts(passportTexts);
  if (problems.length === 0) return null;
  return (
    <WaitsAlert title={texts.problems}>
      <ul>
        {problems.slice(0, shownMax).map(({ sheet, row, column, text, problem }) => (
          <li key={`${sheet} ${row} ${column}`}>
            {texts.place(sheet, row, column)}: «{text}» — {texts.problem[problem]}
          </li>
        ))}
      </ul>
      {problems.length > shownMax && <Text>{texts.shownFirst(shownMax, problems.length)}</Text>}
    </WaitsAlert>
  );
}

function Values({ values, schools }: Pick<PassportFile, 'values'> & Pick<PassportImportProps, 'schools'>) {
  const texts = useTexts(passportTexts);
  const names = useTexts(passportVariableTexts);
  const { language } = useLanguage();
  const nameOf = new Map(schools.map(({ id, shortName }) => [id, shortName]));
  return (
    <>
      <Table.ScrollContainer minWidth={520} mah={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.school}</Table.Th>
              <Table.Th scope="col">{texts.variable}</Table.Th>
              <Table.Th scope="col">{texts.value}</Table.Th>
              <Table.Th scope="col">{texts.change}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {values.slice(0, shownMax).map(({ orgUnitId, variable, count, total, change }) => (
              <Table.Tr key={`${orgUnitId} ${variable}`}>
                <Table.Td>{nameOf.get(orgUnitId)}</Table.Td>
                <Table.Td>{names[variable]}</Table.Td>
                <Table.Td>{formatShare(count, total, language)}</Table.Td>
                <Table.Td>{texts.changes[change]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {values.length > shownMax && <Text c="dimmed">{texts.shownFirst(shownMax, values.length)}</Text>}
    </>
  );
}
