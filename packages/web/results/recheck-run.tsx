import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { formatShare } from '@opora/domain/basics/format.ts';
import type { Recheck } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { messageOf } from '../ui/message-of.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { ListDifferences } from './list-differences.tsx';
import { runTexts } from './run-catalog.ts';
import { useRecheck } from './use-identification.ts';

/** Is the list still what its numbers and its rule make, and are its numbers still those of today? */
export function RecheckRun({ run }: { readonly run: IdentificationRun }) {
  const texts = useTexts(runTexts);
  const words = useTexts(uiTexts);
  const recheck = useRecheck(run.id);
  return (
    <Stack>
      <Text>{texts.recheckNote}</Text>
      <Group>
        <Button variant="default" loading={recheck.isPending} onClick={() => recheck.mutate()}>
          {texts.recheck}
        </Button>
      </Group>
      {recheck.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(recheck.error, words.connectionLost)}
        </Alert>
      )}
      {recheck.data !== undefined && <Rechecked recheck={recheck.data} />}
    </Stack>
  );
}

function Rechecked({ recheck }: { readonly recheck: Recheck }) {
  const texts = useTexts(runTexts);
  const { isSame, differing, inputChangeCount, typeChanges, today } = recheck;
  const isChanged = inputChangeCount > 0 || typeChanges.length > 0;
  return (
    <Stack role="status">
      <Group gap="xs">
        <StateBadge
          tone={isSame ? 'accepted' : 'late'}
          word={isSame ? texts.isSame : texts.isNotSame(differing.length)}
        />
      </Group>
      <Text>{isChanged ? texts.inputsChanged(inputChangeCount) : texts.inputsSame}</Text>
      {typeChanges.length > 0 && <Text>{texts.typesChanged(typeChanges.length)}</Text>}
      {inputChangeCount > 0 && <InputChanges changes={recheck.inputChanges} />}
      {isChanged && (
        <>
          <Text fw={600}>{today.differences.length === 0 ? texts.todaySame : texts.todayWould}</Text>
          {today.differences.length > 0 && <ListDifferences {...today} />}
        </>
      )}
    </Stack>
  );
}

function InputChanges({ changes }: { readonly changes: Recheck['inputChanges'] }) {
  const texts = useTexts(runTexts);
  const { noData } = useTexts(uiTexts);
  const { language } = useLanguage();
  const names = new Map(useOrgUnits().data?.map(({ id, shortName }) => [id, shortName]));
  const counts = (side: Recheck['inputChanges'][number]['before']) =>
    side === null
      ? noData
      : side.participants === null
        ? texts.hidden
        : side.below === null
          ? texts.hiddenOf(null, side.participants)
          : formatShare(side.below, side.participants, language);
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.school}</Table.Th>
            <Table.Th scope="col">{texts.year}</Table.Th>
            <Table.Th scope="col">{texts.procedure}</Table.Th>
            <Table.Th scope="col">{texts.before}</Table.Th>
            <Table.Th scope="col">{texts.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ orgUnitId, year, procedure, before, after }) => (
            <Table.Tr key={`${orgUnitId} ${year} ${procedureWords(procedure, 'ru')}`}>
              <Table.Td>{names.get(orgUnitId) ?? '—'}</Table.Td>
              <Table.Td>{year}</Table.Td>
              <Table.Td>{procedureWords(procedure, language)}</Table.Td>
              <Table.Td>{counts(before)}</Table.Td>
              <Table.Td>{counts(after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
