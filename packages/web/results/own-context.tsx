import { Group, Stack, Table, Text } from '@mantine/core';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ContextAnswer } from '@opora/domain/results/context-contract.ts';
import { passportVariableTexts } from '@opora/domain/results/passport-variable-catalog.ts';
import { useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { contextTexts } from './context-catalog.ts';
import { ContributionBar } from './contribution-bar.tsx';

type OwnContextProps = { readonly answer: ContextAnswer; readonly units: readonly OrgUnit[] };

/** What a school sees: itself, what its index is made of, and where schools of the region lie, without names. */
export function OwnContext({ answer, units }: OwnContextProps) {
  const texts = useTexts(contextTexts);
  return (
    <>
      {answer.indexed.length === 0 && <Text>{texts.ownNoIndex}</Text>}
      {answer.indexed.map((one) => (
        <Section
          key={one.orgUnitId}
          title={units.find(({ id }) => id === one.orgUnitId)?.shortName ?? texts.own}
          purpose={texts.ownPurpose(answer.distribution.reduce((sum, count) => sum + count, 0))}
        >
          <Text fw={600}>{texts.ownIndex(one.index, one.rank)}</Text>
          <Contributions contributions={one.contributions} />
        </Section>
      ))}
      {answer.distribution.length > 0 && <Distribution counts={answer.distribution} />}
    </>
  );
}

function Contributions({ contributions }: Pick<ContextAnswer['indexed'][number], 'contributions'>) {
  const texts = useTexts(contextTexts);
  const names = useTexts(passportVariableTexts);
  return (
    <Table maw={560} captionSide="top">
      <Table.Caption>
        {texts.contributions}. {texts.contributionHint}.
      </Table.Caption>
      <Table.Tbody>
        {contributions.map(({ variable, value }) => (
          <Table.Tr key={variable}>
            <Table.Th scope="row" fw={400}>
              {names[variable]}
            </Table.Th>
            <Table.Td ta="right">
              {value === null ? texts.hiddenShort : <ContributionBar value={value} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Distribution({ counts }: { readonly counts: readonly number[] }) {
  const texts = useTexts(contextTexts);
  const most = Math.max(...counts);
  return (
    <Section title={texts.distribution}>
      <Stack gap={6} component="ul" p={0} maw={560}>
        {counts.map((count, at) => (
          <Group key={at * 20} component="li" gap="sm" wrap="nowrap">
            <Text miw={76} ta="right">
              {texts.step(at * 20, at * 20 + 20)}
            </Text>
            <svg width="100%" height="14" aria-hidden preserveAspectRatio="none" viewBox="0 0 100 14">
              <rect className="contribution-bar" width={most === 0 ? 0 : (count / most) * 100} height="14" />
            </svg>
            <Text w={90}>{texts.schoolCount(count)}</Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
