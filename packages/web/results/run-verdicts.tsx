import { Anchor, Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { can } from '@opora/domain/basics/can.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isDiagnostic } from '@opora/domain/results/exam-kind.ts';
import type { SchoolVerdictAnswer } from '@opora/domain/results/identification-contract.ts';
import type { IdentificationRun, RunVerdict } from '@opora/domain/results/identification-run.ts';
import { procedureWords, verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import { OpenNumbersForm } from './open-numbers-form.tsx';
import { runTexts } from './run-catalog.ts';
import { useDisclosures, useVerdict } from './use-identification.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';

type RunVerdictsProps = {
  readonly run: IdentificationRun;
  readonly verdicts: readonly RunVerdict[];
};

/** A school of the list with its names. */
type Row = RunVerdict & { readonly name: string; readonly municipality: string };

/** Schools in alphabetical order by municipality; a row opens to its reasons. */
export function RunVerdicts({ run, verdicts }: RunVerdictsProps) {
  const texts = useTexts(runTexts);
  const units = useOrgUnits().data;
  const [openId, setOpen] = useState<string | null>(null);
  const rows = useMemo(() => rowsOf(verdicts, units ?? []), [verdicts, units]);
  const columns = useColumns();
  const groupBy = useCallback(({ municipality }: Row) => ({ id: municipality, title: municipality }), []);
  const disclosures = useDisclosures(run.id).data ?? [];
  const open = rows.find(({ orgUnitId }) => orgUnitId === openId);
  if (units === undefined) return <Loader />;
  return (
    <>
      <DataGrid
        id="identification"
        label={texts.lists}
        rows={rows}
        columns={columns}
        idOf={idOf}
        groupBy={groupBy}
        openId={openId}
        onOpen={({ orgUnitId }) => setOpen(orgUnitId)}
        empty={<Text>{texts.empty}</Text>}
      />
      {verdicts.some(({ low }) => low.some(({ kind }) => isDiagnostic(kind))) && (
        <Text size="sm" c="dimmed">
          {texts.diagnosticRows}
        </Text>
      )}
      <DisclosureList
        disclosures={disclosures}
        nameOf={(orgUnitId) => rows.find((row) => row.orgUnitId === orgUnitId)?.name ?? '—'}
      />
      {open !== undefined && (
        <SidePanel title={open.name} onClose={() => setOpen(null)}>
          <SchoolReasons key={open.orgUnitId} run={run} row={open} />
        </SidePanel>
      )}
    </>
  );
}

const idOf = ({ orgUnitId }: Row): string => orgUnitId;

/** Units come by their names; municipalities are put in order among themselves. */
function rowsOf(verdicts: readonly RunVerdict[], units: readonly OrgUnit[]): Row[] {
  const byUnit = new Map(verdicts.map((verdict) => [verdict.orgUnitId, verdict]));
  const municipalities = units.filter(({ kind }) => kind === 'municipality');
  const rows = units.flatMap(({ id, scope, shortName }) => {
    const verdict = byUnit.get(id);
    if (verdict === undefined) return [];
    const place = municipalities.find((municipality) => isWithin(scope, municipality.scope));
    return [{ ...verdict, name: shortName, municipality: place?.shortName ?? '' }];
  });
  return rows.toSorted((one, other) => one.municipality.localeCompare(other.municipality, 'ru'));
}

function useColumns(): readonly GridColumn<Row>[] {
  const texts = useTexts(runTexts);
  const words = useTexts(verdictTexts);
  const { language } = useLanguage();
  return useMemo(
    () => [
      { id: 'school', title: texts.school, kind: 'text', value: ({ name }) => name },
      {
        id: 'verdict',
        title: texts.verdict,
        kind: 'choice',
        widthPx: 190,
        value: ({ verdict }) => words.verdicts[verdict],
        render: ({ verdict }) => (
          <Group gap={0}>
            <VerdictBadge verdict={verdict} />
          </Group>
        ),
      },
      {
        id: 'certainty',
        title: texts.certainty,
        kind: 'choice',
        widthPx: 150,
        value: ({ certainty }) => words.certainties[certainty],
      },
      {
        id: 'low',
        title: texts.lowOfYear,
        kind: 'text',
        widthPx: 420,
        value: ({ low }) => low.map((procedure) => procedureWords(procedure, language)).join('; '),
      },
      {
        id: 'municipality',
        title: texts.municipality,
        kind: 'choice',
        hiddenAtFirst: true,
        value: ({ municipality }) => municipality,
      },
    ],
    [texts, words, language],
  );
}

type SchoolReasonsProps = { readonly run: IdentificationRun; readonly row: Row };

function SchoolReasons({ run, row }: SchoolReasonsProps) {
  const words = useTexts(verdictTexts);
  const query = useVerdict(run.id, row.orgUnitId);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <VerdictBadge verdict={row.verdict} />
        <Text size="sm">{words.certainties[row.certainty]}</Text>
        <Anchor size="sm" component={Link} to={`/schools/${row.orgUnitId}`}>
          {row.municipality === '' ? row.name : `${row.name}, ${row.municipality}`}
        </Anchor>
      </Group>
      <Loaded query={query}>{(answer) => <Reasons answer={answer} />}</Loaded>
    </Stack>
  );
}

/** As they are shown above the school level, until somebody who may opens the exact numbers. */
function Reasons({ answer }: { readonly answer: SchoolVerdictAnswer }) {
  const me = useMe().data;
  const [opened, setOpened] = useState<SchoolVerdictAnswer | null>(null);
  const mayOpen =
    opened === null &&
    answer.isSmallHidden &&
    me !== undefined &&
    can(me, 'identification.manage', answer.run);
  return (
    <>
      <VerdictReasons answer={opened ?? answer} />
      {mayOpen && <OpenNumbersForm answer={answer} onOpened={setOpened} />}
      <DisclosureList disclosures={answer.disclosures} />
    </>
  );
}
