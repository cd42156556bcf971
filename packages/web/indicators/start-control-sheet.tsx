import './start-control-sheet.css';
import '../ui/stacked-table.css';
import { Group, Select, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { measureOfValue } from '@opora/domain/indicators/aggregate.ts';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { Dynamics, DynamicsCell } from '@opora/domain/indicators/dynamics-contract.ts';
import { cellWords, differenceWords } from '@opora/domain/indicators/dynamics-words.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import {
  comparedFirst,
  openValue,
  type ReadRow,
  type StartControlRow,
  startControlRows,
  usualPair,
} from '@opora/domain/indicators/read-dynamics.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import type { VerdictGround } from '@opora/domain/indicators/start-control.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WideTable } from '../ui/wide-table.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { IndicatorName } from './dynamics-table.tsx';

type StartControlSheetProps = {
  readonly dynamics: Dynamics;
  readonly read: readonly ReadRow[];
  readonly onOpen: (indicator: string, period: string) => void;
};

/** Two periods side by side with the difference, its direction and what may be said of it. */
export function StartControlSheet({ dynamics, read, onOpen }: StartControlSheetProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<{ readonly start?: string; readonly control?: string }>({});
  const { periods } = dynamics;
  const usual = usualPair(read, periods);
  const start = chosen.start ?? usual?.start;
  const control = chosen.control ?? usual?.control;
  if (start === undefined || control === undefined) return <Text>{texts.needTwo}</Text>;
  const options = periods.map((period) => ({
    value: period,
    label: periodName(periodOfCode(period), language),
  }));
  const rows = comparedFirst(startControlRows(read, start, control));
  const grounds = new Set(rows.filter(hasGround).map(({ change }) => groundOf(change)));
  return (
    <Stack gap="sm">
      <Group>
        <Select
          label={texts.start}
          allowDeselect={false}
          data={options}
          value={start}
          onChange={(value) => value !== null && setChosen({ ...chosen, start: value })}
        />
        <Select
          label={texts.control}
          allowDeselect={false}
          data={options}
          value={control}
          onChange={(value) => value !== null && setChosen({ ...chosen, control: value })}
        />
      </Group>
      <WideTable minWidth={820}>
        <Table stickyHeader className="stacked-table" aria-label={texts.views['start-control']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.indicator}</Table.Th>
              <Table.Th scope="col" ta="right">
                {texts.start}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {texts.control}
              </Table.Th>
              <Table.Th scope="col">{texts.drawing}</Table.Th>
              <Table.Th scope="col" ta="right">
                {texts.difference}
              </Table.Th>
              <Table.Th scope="col">{texts.verdict}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <SheetRow key={row.indicator.code} row={row} onOpen={onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {[...grounds].map((ground) => (
        <Text key={ground} size="sm" c="dimmed">
          {`«${texts.grounds[ground]}»: ${words.grounds[ground === 'within' ? 'chance' : ground]}.`}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {words.regression}
      </Text>
    </Stack>
  );
}

/** Where something is said of the difference, on what ground it is said. */
const hasGround = ({ change }: StartControlRow): boolean =>
  change.difference !== null && change.verdict !== 'too-few';

type SheetRowProps = { readonly row: StartControlRow; readonly onOpen: StartControlSheetProps['onOpen'] };

function SheetRow({ row, onOpen }: SheetRowProps) {
  const { indicator, start, control, change } = row;
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const number = (cell: DynamicsCell | null) => {
    if (cell === null) return words.noData;
    const written = cellWords(indicator.unit, cell, language);
    const period = periodName(periodOfCode(cell.period), language);
    return (
      <UnstyledButton
        className="number-door"
        aria-label={`${indicator.name[language]}, ${period}: ${written}`}
        onClick={() => onOpen(indicator.code, cell.period)}
      >
        {written}
      </UnstyledButton>
    );
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} maw={340}>
        <IndicatorName
          indicator={indicator}
          isComputed={[start, control].some((cell) => cell?.isComputed === true)}
        />
      </Table.Th>
      <Table.Td ta="right" data-title={texts.start}>
        {number(start)}
      </Table.Td>
      <Table.Td ta="right" data-title={texts.control}>
        {number(control)}
      </Table.Td>
      <Table.Td>
        <Dumbbell
          start={measureOfValue(openValue(start?.own ?? null))}
          control={measureOfValue(openValue(control?.own ?? null))}
          isShare={indicator.unit === 'share' || indicator.unit === 'yes-no'}
        />
      </Table.Td>
      <Table.Td ta="right" className="start-control-difference" data-title={texts.difference}>
        {change.difference === null ? '—' : differenceWords(indicator.unit, change.difference, language)}
      </Table.Td>
      <Table.Td data-title={texts.verdict}>
        <Text size="sm" span>
          {words.verdicts[change.verdict]}
        </Text>
        {hasGround(row) && (
          <Text size="xs" c="dimmed">
            {texts.grounds[groundOf(change)]}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Chance speaks for a difference or against it. */
const groundOf = ({ ground, verdict }: StartControlRow['change']): VerdictGround | 'within' =>
  ground === 'chance' && verdict === 'unchanged' ? 'within' : ground;

const drawn = { width: 160, height: 24, edge: 8 };

type DumbbellProps = {
  readonly start: number | null;
  readonly control: number | null;
  readonly isShare: boolean;
};

/** A ring at the start, a disc at the control, on a line from nothing (or from the change for the worse) to all (or to the greater of the two). The numbers stand beside it. */
function Dumbbell({ start, control, isShare }: DumbbellProps) {
  if (start === null || control === null) return null;
  const lowest = Math.min(0, start, control);
  const highest = isShare ? 1 : Math.max(0, start, control, lowest + 1e-9);
  const at = (measure: number): number =>
    drawn.edge + ((measure - lowest) / (highest - lowest)) * (drawn.width - 2 * drawn.edge);
  const y = drawn.height / 2;
  return (
    <svg className="dumbbell" viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
      <line className="dumbbell-axis" x1={drawn.edge} x2={drawn.width - drawn.edge} y1={y} y2={y} />
      <line className="dumbbell-line" x1={at(start)} x2={at(control)} y1={y} y2={y} />
      <circle className="dumbbell-control" cx={at(control)} cy={y} r={5} />
      <circle className="dumbbell-start" cx={at(start)} cy={y} r={5} />
    </svg>
  );
}
