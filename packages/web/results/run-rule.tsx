import { Stack, Table, Text } from '@mantine/core';
import { formatNumber } from '@opora/domain/basics/format.ts';
import type { IdentificationRun, ShownPrior } from '@opora/domain/results/identification-run.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { runTexts } from './run-catalog.ts';
import { percentOf } from './run-words.ts';
import { RuleSummary } from './rule-summary.tsx';

type RunRuleProps = { readonly run: IdentificationRun; readonly priors: readonly ShownPrior[] };

/** The rule that the list was made by, and the priors from which its probabilities follow. */
export function RunRule({ run, priors }: RunRuleProps) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Text size="sm">{run.methodology.standing}</Text>
        <RuleSummary rule={run.methodology} />
      </Stack>
      <Section title={texts.prior} purpose={texts.priorNote}>
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{texts.year}</Table.Th>
                <Table.Th scope="col">{texts.procedure}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {texts.priorMean}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  α
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  β
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {texts.priorSchools}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {priors.map(({ year, procedure, prior, schools }) => (
                <Table.Tr key={`${year} ${procedureWords(procedure, 'ru')}`}>
                  <Table.Td>{year}</Table.Td>
                  <Table.Td>{procedureWords(procedure, language)}</Table.Td>
                  <Table.Td ta="right">
                    {prior === null
                      ? texts.untoldNumber
                      : percentOf(prior.alpha / (prior.alpha + prior.beta))}
                  </Table.Td>
                  <Table.Td ta="right">
                    {prior === null ? '' : formatNumber(prior.alpha, language, 2)}
                  </Table.Td>
                  <Table.Td ta="right">
                    {prior === null ? '' : formatNumber(prior.beta, language, 2)}
                  </Table.Td>
                  <Table.Td ta="right">{schools}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
    </Stack>
  );
}
