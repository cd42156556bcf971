import './dynamics-table.css';
import '../ui/stacked-table.css';
import { Badge, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { Dynamics, DynamicsCell } from '@opora/domain/indicators/dynamics-contract.ts';
import {
  cellWords,
  differenceWords,
  targetWords,
  valueWords,
} from '@opora/domain/indicators/dynamics-words.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { askedLevelOf } from '@opora/domain/indicators/is-asked-of.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import type { ReadRow } from '@opora/domain/indicators/read-dynamics.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WideTable } from '../ui/wide-table.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';

type DynamicsTableProps = {
  readonly dynamics: Dynamics;
  readonly read: readonly ReadRow[];
  readonly onOpen: (indicator: string, period: string) => void;
};

/** Indicators by period; every number opens to what it is made of. */
export function DynamicsTable({ dynamics, read, onOpen }: DynamicsTableProps) {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  const nameOfPeriod = (period: string) => periodName(periodOfCode(period), language);
  return (
    <WideTable minWidth={720}>
      {dynamics.beside !== null && (
        <Text size="sm" c="dimmed" className="dynamics-second">
          {texts.secondLine(dynamics.beside.name)}
        </Text>
      )}
      <Table stickyHeader className="stacked-table dynamics-table" aria-label={texts.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.indicator}</Table.Th>
            {dynamics.periods.map((period) => (
              <Table.Th key={period} scope="col" ta="right">
                {nameOfPeriod(period)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {texts.change}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {read.map((one) => (
            <Table.Tr key={one.indicator.code}>
              <Table.Th scope="row" fw={400}>
                <IndicatorName indicator={one.indicator} isComputed={isComputedRow(one)} />
              </Table.Th>
              {dynamics.periods.map((period) => {
                const cell = one.row.cells.find((each) => each.period === period);
                return (
                  <Table.Td
                    key={period}
                    ta="right"
                    valign="top"
                    data-title={nameOfPeriod(period)}
                    data-empty={isEmpty(cell) || undefined}
                  >
                    <CellNumbers
                      indicator={one.indicator}
                      cell={cell}
                      isComputedRow={isComputedRow(one)}
                      schoolsMost={one.partial.has(period) ? one.schoolsMost : null}
                      besideName={dynamics.beside?.name ?? ''}
                      onOpen={onOpen}
                    />
                  </Table.Td>
                );
              })}
              <Table.Td ta="right" valign="top" data-title={texts.change}>
                <LastChange read={one} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** Neither a number, nor a reason why there is none, nor anything to hold against one. */
const isEmpty = (cell: DynamicsCell | undefined): boolean =>
  cell === undefined || (cell.own === null && cell.beside === null && cell.target === null);

const isComputedRow = ({ row }: ReadRow): boolean => row.cells.some(({ isComputed }) => isComputed === true);

type NameProps = {
  readonly indicator: Indicator;
  /** Some of its numbers beside the name were reckoned and not given. */
  readonly isComputed: boolean;
};

export function IndicatorName({ indicator, isComputed }: NameProps) {
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  return (
    <>
      {indicator.name[language]}{' '}
      <Text span size="xs" c="dimmed">
        {indicator.code}
      </Text>
      {isComputed && (
        <Badge variant="light" color="gray" size="sm" tt="none">
          {words.computed}
        </Badge>
      )}
      {indicator.isDiagnosticOnly && (
        <Badge variant="outline" size="sm" tt="none">
          {words.diagnostic}
        </Badge>
      )}
    </>
  );
}

type CellNumbersProps = {
  readonly indicator: Indicator;
  readonly cell: DynamicsCell | undefined;
  readonly isComputedRow: boolean;
  /** Of a period that fewer schools stand behind: how many do in the fullest. */
  readonly schoolsMost: number | null;
  readonly besideName: string;
  readonly onOpen: DynamicsTableProps['onOpen'];
};

function CellNumbers({
  indicator,
  cell,
  isComputedRow: isComputed,
  schoolsMost,
  besideName,
  onOpen,
}: CellNumbersProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  if (cell === undefined) return words.noData;
  const written = cellWords(indicator.unit, cell, language);
  const period = periodName(periodOfCode(cell.period), language);
  const isCompared = cell.beside !== null && indicator.unit !== 'count';
  return (
    <Stack gap={0} align="flex-end" className="dynamics-cell">
      <UnstyledButton
        className="number-door"
        data-empty={cell.own === null || undefined}
        aria-label={`${indicator.name[language]}, ${period}: ${written}`}
        onClick={() => onOpen(indicator.code, cell.period)}
      >
        {written}
      </UnstyledButton>
      {isComputed && cell.isComputed !== true && cell.own !== null && (
        <Text size="xs" c="dimmed">
          {words.givenInstead}
        </Text>
      )}
      {schoolsMost !== null && (
        <Text size="xs" c="dimmed">
          {words.partial[askedLevelOf(indicator)](cell.schools.counted, schoolsMost)}
        </Text>
      )}
      {isCompared && (
        <Text size="xs" c="dimmed" className="dynamics-beside">
          <span>{besideName}: </span>
          {valueWords(indicator.unit, cell.beside, language)}
        </Text>
      )}
      {cell.target !== null && (
        <Text size="xs" c="dimmed">
          {`${texts.target}: ${targetWords(indicator.unit, cell.target, language)}`}
        </Text>
      )}
      {cell.similar !== null && (
        <Text size="xs" c="dimmed">
          {texts.similarOf(
            measureWords(indicator, cell.similar.low, language),
            measureWords(indicator, cell.similar.high, language),
            cell.similar.schools,
          )}
        </Text>
      )}
    </Stack>
  );
}

function measureWords({ unit }: Indicator, measure: number, language: 'ru' | 'en'): string {
  const shown = unit === 'share' ? measure * 100 : measure;
  return `${shown.toLocaleString(language, { maximumFractionDigits: unit === 'share' ? 0 : 2 })}${unit === 'share' ? '\u00A0%' : ''}`;
}

function LastChange({ read: { indicator, steps } }: { readonly read: ReadRow }) {
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const change = steps.findLast(({ value }) => value !== null)?.change ?? null;
  if (change === null || change.difference === null) return '—';
  return (
    <Stack gap={0} align="flex-end" className="dynamics-cell">
      <Text size="sm">{differenceWords(indicator.unit, change.difference, language)}</Text>
      <Text size="xs" c="dimmed">
        {words.verdicts[change.verdict]}
      </Text>
    </Stack>
  );
}
