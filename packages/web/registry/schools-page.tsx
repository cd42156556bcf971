import { Button, Group, Text } from '@mantine/core';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { countSchools, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { isInForce, type SchoolCategory } from '@opora/domain/registry/school-period.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { registryTexts } from './registry-catalog.ts';
import { unitState, UnitStateBadge } from './unit-state.tsx';
import { useOrgUnits, useSchoolCategories } from './use-registry.ts';

export function SchoolsPage() {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const units = useOrgUnits();
  const mayLoad = me !== undefined && canSomewhere(me, 'registry.manage');
  return (
    <Page
      title={texts.schools}
      purpose={texts.purpose}
      action={
        mayLoad && (
          <Button component={Link} to="/register-imports">
            {texts.load}
          </Button>
        )
      }
    >
      <Loaded query={units}>{(list) => <SchoolsTable units={list} />}</Loaded>
    </Page>
  );
}

function SchoolsTable({ units }: { readonly units: readonly OrgUnit[] }) {
  const texts = useTexts(registryTexts);
  const navigate = useNavigate();
  const schools = useMemo(() => units.filter(isSchool), [units]);
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
        onOpen={(school) => void navigate({ to: '/schools/$schoolId', params: { schoolId: school.id } })}
        bulkActions={noActions}
        empty={<Text>{texts.empty}</Text>}
      />
    </>
  );
}

const idOf = (unit: OrgUnit): string => unit.id;
/** Selected schools can be copied and that is all so far. */
const noActions = () => null;

function useSchoolColumns(units: readonly OrgUnit[]): readonly GridColumn<OrgUnit>[] {
  const texts = useTexts(registryTexts);
  const { data: categories } = useSchoolCategories();
  return useMemo(() => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const inForce = Map.groupBy(
      (categories ?? []).filter((category) => isInForce(category, today())),
      (category) => category.orgUnitId,
    );
    const wordsOf = (found: readonly SchoolCategory[] | undefined) =>
      found?.map(({ category }) => texts.categories[category]).join(', ') ?? null;
    const parentOf = (unit: OrgUnit) => (unit.parentId === null ? undefined : byId.get(unit.parentId));
    const placeOf = (unit: OrgUnit) => (unit.kind === 'branch' ? parentOf(unit) : unit);
    return [
      { id: 'name', title: texts.name, kind: 'text', value: (unit) => unit.name },
      {
        id: 'municipality',
        title: texts.municipality,
        kind: 'choice',
        value: (unit) => parentOf(placeOf(unit) ?? unit)?.shortName ?? null,
      },
      {
        id: 'category',
        title: texts.category,
        kind: 'choice',
        widthPx: 130,
        value: (unit) => wordsOf(inForce.get(unit.id)),
        render: (unit) => wordsOf(inForce.get(unit.id)) ?? '—',
      },
      { id: 'settlement', title: texts.settlement, kind: 'choice', value: (unit) => unit.settlement },
      {
        id: 'state',
        title: texts.state,
        kind: 'choice',
        widthPx: 150,
        value: (unit) => texts[unitState(unit, today())],
        render: (unit) => (
          <Group gap={0}>
            <UnitStateBadge unit={unit} />
          </Group>
        ),
      },
      {
        id: 'kind',
        title: texts.kind,
        kind: 'choice',
        widthPx: 110,
        value: (unit) => texts.kinds[unit.kind],
      },
      {
        id: 'parent',
        title: texts.parent,
        kind: 'text',
        hiddenAtFirst: true,
        value: (unit) => (unit.kind === 'branch' ? (parentOf(unit)?.shortName ?? null) : null),
      },
      {
        id: 'inn',
        title: texts.inn,
        kind: 'text',
        widthPx: 130,
        hiddenAtFirst: true,
        value: (unit) => unit.inn,
      },
      { id: 'ogrn', title: texts.ogrn, kind: 'text', hiddenAtFirst: true, value: (unit) => unit.ogrn },
      { id: 'code', title: texts.code, kind: 'text', hiddenAtFirst: true, value: (unit) => unit.code },
      {
        id: 'opened',
        title: texts.opened,
        kind: 'date',
        widthPx: 130,
        hiddenAtFirst: true,
        value: (unit) => unit.openedOn,
      },
      {
        id: 'closed',
        title: texts.closed,
        kind: 'date',
        widthPx: 130,
        hiddenAtFirst: true,
        value: (unit) => unit.closedOn,
      },
    ];
  }, [categories, texts, units]);
}
