import { Stack, Table, Text } from '@mantine/core';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { NumberExplained } from '@opora/domain/indicators/dynamics-contract.ts';
import { targetWords, valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import { askedLevelOf } from '@opora/domain/indicators/is-asked-of.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { ReckonedSection } from './reckoned-section.tsx';
import { TargetSection } from './target-section.tsx';
import { type AskedNumber, useNumber } from './use-dynamics.ts';

type NumberPanelProps = {
  readonly asked: AskedNumber;
  readonly isSchool: boolean;
  /** Another number, that this one was reckoned from. */
  readonly onOpen: (asked: AskedNumber) => void;
  readonly onClose: () => void;
};

/** What a number is made of: numerator and denominator, schools, source, who gave it, by which version of which definition. */
export function NumberPanel({ asked, isSchool, onOpen, onClose }: NumberPanelProps) {
  const texts = useTexts(dynamicsPageTexts);
  const query = useNumber(asked);
  return (
    <SidePanel title={texts.number} onClose={onClose}>
      <Loaded query={query}>
        {(explained) => (
          <Stack gap="lg">
            <Explained explained={explained} />
            {explained.reckoned !== null && (
              <ReckonedSection
                reckoned={explained.reckoned}
                asked={asked}
                isSchool={isSchool}
                onOpen={onOpen}
              />
            )}
            {explained.maySetTarget && <TargetSection asked={asked} indicator={explained.indicator} />}
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Explained({ explained }: { readonly explained: NumberExplained }) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const { indicator, period, own, schools, given, reckoned, target, parts } = explained;
  const left = [
    schools.withoutTotal > 0 ? texts.leftOut(schools.withoutTotal) : null,
    schools.notApplicable > 0 ? texts.notApplicable(schools.notApplicable) : null,
    schools.unreadable > 0 ? texts.unreadable(schools.unreadable) : null,
  ].filter((one) => one !== null);
  const lines: readonly (readonly [string, string | null])[] = [
    [texts.period, periodName(periodOfCode(period), language)],
    [indicator.denominator === null ? texts.value : texts.madeOf, valueWords(indicator.unit, own, language)],
    [
      texts.target,
      target === null ? null : `${targetWords(indicator.unit, target, language)} (${target.source})`,
    ],
    [texts.counted[askedLevelOf(indicator)], [String(schools.counted), ...left].join('; ')],
    [texts.numerator, indicator.numerator[language]],
    [texts.denominator, indicator.denominator?.[language] ?? null],
    [
      texts.formula,
      reckoned === null && indicator.origin.kind === 'computed' ? indicator.origin.formula : null,
    ],
    [
      texts.givenBy,
      given === null || given.by === '' ? null : `${given.by}, ${momentText(given.at, language)}`,
    ],
    [
      texts.givenHow,
      reckoned !== null ? texts.reckonedHow : given === null ? null : texts.sources[given.source],
    ],
    [texts.asTyped, given?.typed ?? null],
    [texts.campaign, given === null ? null : (given.campaign ?? texts.withoutForm)],
    [texts.version, `${indicator.code}, ${given?.version ?? indicator.version}`],
    [texts.source, indicator.source[language]],
  ];
  return (
    <Stack gap="sm">
      <Text fw={600}>{indicator.name[language]}</Text>
      {indicator.isDiagnosticOnly && <Text size="sm">{words.diagnostic}</Text>}
      {own === 'hidden' && <Text size="sm">{words.hiddenAbout}</Text>}
      <Table>
        <Table.Tbody>
          {lines.map(
            ([name, value]) =>
              value !== null && (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>
              ),
          )}
        </Table.Tbody>
      </Table>
      {indicator.reading !== null && <Text size="sm">{indicator.reading[language]}</Text>}
      {parts.length > 0 && (
        <Table aria-label={texts.parts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.parts}</Table.Th>
              <Table.Th scope="col" ta="right">
                {texts.value}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part.id}>
                <Table.Th scope="row" fw={400}>
                  {part.name}
                </Table.Th>
                <Table.Td ta="right">{valueWords(indicator.unit, part.own, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
