import { Stack, Text } from '@mantine/core';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ContextAnswer } from '@opora/domain/results/context-contract.ts';
import { passportVariableTexts } from '@opora/domain/results/passport-variable-catalog.ts';
import { passportCodes } from '@opora/domain/results/social-passport.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { registryTexts } from '../registry/registry-catalog.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Section } from '../ui/section.tsx';
import { contextTexts } from './context-catalog.ts';
import { ContributionBar } from './contribution-bar.tsx';

type ContextTableProps = { readonly answer: ContextAnswer; readonly units: readonly OrgUnit[] };

type Row = {
  readonly unit: OrgUnit;
  readonly index: number | null;
  readonly rank: number | null;
  /** Contributions, or ranks where there is no index; null is hidden. */
  readonly parts: ReadonlyMap<string, number | null>;
};

/** The index of every school of the set with what it is made of; under ten schools their places by each variable. */
export function ContextTable({ answer, units }: ContextTableProps) {
  const texts = useTexts(contextTexts);
  const rows = useMemo(() => rowsOf(answer, units), [answer, units]);
  const columns = useContextColumns(answer, units);
  const isIndexed = answer.indexed.length > 0;
  return (
    <Section
      title={texts.result}
      purpose={isIndexed ? texts.onlySet(answer.indexed.length) : texts.noIndex(answer.ranks.length)}
    >
      <DataGrid
        id={isIndexed ? 'context-index' : 'context-ranks'}
        label={texts.result}
        rows={rows}
        columns={columns}
        idOf={idOf}
        bulkActions={noActions}
        empty={<Text>{texts.nothing}</Text>}
      />
      {isIndexed && (
        <Text size="sm" c="dimmed">
          {texts.contributionHint}. {texts.hiddenNote}
        </Text>
      )}
      <Incomplete answer={answer} units={units} />
    </Section>
  );
}

const idOf = ({ unit }: Row): string => unit.id;
const noActions = () => null;

function rowsOf(answer: ContextAnswer, units: readonly OrgUnit[]): Row[] {
  const indexed = new Map(answer.indexed.map((one) => [one.orgUnitId, one]));
  const ranked = new Map(answer.ranks.map((one) => [one.orgUnitId, one]));
  // The tree is in alphabetical order, and so are the rows.
  return units.flatMap((unit): Row[] => {
    const [one, other] = [indexed.get(unit.id), ranked.get(unit.id)];
    if (one !== undefined) {
      const parts = new Map(one.contributions.map(({ variable, value }) => [variable, value]));
      return [{ unit, index: one.index, rank: one.rank, parts }];
    }
    if (other === undefined) return [];
    const parts = new Map(other.ranks.map(({ variable, rank }) => [variable, rank]));
    return [{ unit, index: null, rank: null, parts }];
  });
}

function useContextColumns(answer: ContextAnswer, units: readonly OrgUnit[]): readonly GridColumn<Row>[] {
  const texts = useTexts(contextTexts);
  const names = useTexts(passportVariableTexts);
  const { municipality } = useTexts(registryTexts);
  return useMemo(() => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const isIndexed = answer.indexed.length > 0;
    const whole = (unit: OrgUnit) => (unit.kind === 'branch' ? byId.get(unit.parentId ?? '') : unit);
    const used = passportCodes.filter((code) => (answer.weights[code] ?? 0) !== 0);
    const partColumn = (code: (typeof used)[number]): GridColumn<Row> => ({
      id: code,
      title: names[code],
      kind: 'number',
      widthPx: 210,
      value: ({ parts }) => parts.get(code) ?? null,
      render: ({ parts }) => {
        const value = parts.get(code) ?? null;
        if (value === null) return <Text size="sm">{texts.hiddenShort}</Text>;
        return isIndexed ? <ContributionBar value={value} /> : value;
      },
    });
    return [
      { id: 'school', title: texts.school, kind: 'text', widthPx: 190, value: ({ unit }) => unit.shortName },
      {
        id: 'municipality',
        title: municipality,
        kind: 'choice',
        widthPx: 160,
        value: ({ unit }) => byId.get(whole(unit)?.parentId ?? '')?.shortName ?? null,
      },
      ...(isIndexed
        ? ([
            { id: 'index', title: texts.index, kind: 'number', widthPx: 110, value: ({ index }) => index },
            { id: 'rank', title: texts.rank, kind: 'number', widthPx: 110, value: ({ rank }) => rank },
          ] satisfies GridColumn<Row>[])
        : []),
      ...used.map(partColumn),
    ];
  }, [answer, municipality, names, texts, units]);
}

function Incomplete({ answer, units }: ContextTableProps) {
  const texts = useTexts(contextTexts);
  const names = useTexts(passportVariableTexts);
  const left = new Map(answer.incomplete.map(({ orgUnitId, missing }) => [orgUnitId, missing]));
  const used = Object.values(answer.weights).filter((weight) => weight !== 0).length;
  if (left.size === 0) return null;
  return (
    <Stack gap={4}>
      <Text fw={600}>{texts.incomplete}</Text>
      <ul>
        {units.flatMap(({ id, shortName }) => {
          const missing = left.get(id);
          if (missing === undefined) return [];
          const why =
            missing.length >= used
              ? texts.noPassport
              : texts.missing(missing.map((code) => names[code].toLowerCase()).join(', '));
          return [
            <li key={id}>
              {shortName} — {why}
            </li>,
          ];
        })}
      </ul>
    </Stack>
  );
}
