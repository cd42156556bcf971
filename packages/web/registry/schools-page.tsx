import { Text } from '@mantine/core';
import { countSchools, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useOrgUnits } from './use-registry.ts';

export function SchoolsPage() {
  const texts = useTexts(registryTexts);
  const units = useOrgUnits();
  return (
    <Page title={texts.schools} purpose={texts.purpose}>
      <Loaded query={units}>{(list) => <SchoolsTable units={list} />}</Loaded>
    </Page>
  );
}

function SchoolsTable({ units }: { readonly units: readonly OrgUnit[] }) {
  const texts = useTexts(registryTexts);
  const schools = useMemo(
    () => units.filter((unit) => unit.kind === 'school' || unit.kind === 'branch'),
    [units],
  );
  const columns = useSchoolColumns(units);
  const count = countSchools(schools, today());
  return (
    <>
      <Text c="dimmed">{texts.counted(count.legalEntities, count.objects)}</Text>
      <DataGrid
        id="schools"
        label={texts.schools}
        rows={schools}
        columns={columns}
        idOf={idOf}
        empty={<Text>{texts.empty}</Text>}
      />
    </>
  );
}

const idOf = (unit: OrgUnit): string => unit.id;

function useSchoolColumns(units: readonly OrgUnit[]): readonly GridColumn<OrgUnit>[] {
  const texts = useTexts(registryTexts);
  return useMemo(() => {
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    return [
      { id: 'name', title: texts.name, kind: 'text', value: (unit) => unit.name },
      {
        id: 'municipality',
        title: texts.municipality,
        kind: 'choice',
        value: (unit) => (unit.parentId === null ? null : (names.get(unit.parentId) ?? null)),
      },
      { id: 'settlement', title: texts.settlement, kind: 'choice', value: (unit) => unit.settlement },
      { id: 'inn', title: texts.inn, kind: 'text', widthPx: 130, value: (unit) => unit.inn },
      { id: 'opened', title: texts.opened, kind: 'date', widthPx: 130, value: (unit) => unit.openedOn },
    ];
  }, [texts, units]);
}
