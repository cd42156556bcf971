import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import {
  countSchools,
  OrgUnitKind,
  mayStandBelow,
  isSchool,
  type OrgUnit,
} from '@opora/domain/registry/org-unit.ts';
import { can, canSomewhere } from '@opora/domain/basics/can.ts';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { OrgTree } from './org-tree.tsx';
import { treeLines } from './org-tree-lines.ts';
import { registryTexts } from './registry-catalog.ts';
import { UnitPanel } from './unit-panel.tsx';
import { NewOrgUnitForm } from './org-unit-form.tsx';
import { unitState } from './unit-state.tsx';
import { useOrgUnits } from './use-registry.ts';

const route = getRouteApi('/signed-in/organisations');

export function OrganisationsPage() {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const units = useOrgUnits();
  const mayLoad = me !== undefined && canSomewhere(me, 'registry.manage');
  return (
    <Page
      title={texts.organisations}
      purpose={texts.organisationsPurpose}
      action={
        mayLoad && (
          <Button component={Link} to="/register-imports">
            {texts.load}
          </Button>
        )
      }
    >
      <Loaded query={units}>{(list) => <Organisations units={list} />}</Loaded>
    </Page>
  );
}

function Organisations({ units }: { readonly units: readonly OrgUnit[] }) {
  const texts = useTexts(registryTexts);
  const { data: me } = useMe();
  const [search, setSearch] = useState('');
  const [isWithClosed, setWithClosed] = useState(false);
  const { unit: chosenId = null } = route.useSearch();
  const navigate = route.useNavigate();
  const setChosenId = (unit: string | null) => void navigate({ search: unit === null ? {} : { unit } });
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set([...uppermost(units), ...above(units, chosenId)]),
  );
  const [isAdding, setAdding] = useState(false);
  const shown = useMemo(
    () => units.filter((unit) => isWithClosed || unitState(unit, today()) !== 'isClosed'),
    [units, isWithClosed],
  );
  const lines = useMemo(() => treeLines(shown, { open, search, today: today() }), [shown, open, search]);
  const count = countSchools(units, today());
  const chosen = units.find((unit) => unit.id === chosenId);
  const mayAdd =
    chosen !== undefined &&
    me !== undefined &&
    can(me, 'registry.manage', chosen) &&
    OrgUnitKind.options.some((kind) => mayStandBelow(kind, chosen.kind));
  const close = () => {
    setChosenId(null);
    setAdding(false);
  };
  return (
    <>
      <Text c="dimmed">{texts.counted(count.legalEntities, count.objects)}</Text>
      <Group className="screen-only">
        <TextInput
          aria-label={texts.searchTree}
          placeholder={texts.searchTree}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={{ base: '100%', xs: 320 }}
        />
        <Checkbox
          label={texts.showClosed}
          checked={isWithClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
      </Group>
      {lines.length === 0 ? (
        <Text c="dimmed">{texts.nothingFound}</Text>
      ) : (
        <OrgTree
          lines={lines}
          chosenId={chosenId}
          onChoose={(id) => {
            setAdding(false);
            setChosenId(id);
          }}
          onToggle={(id) => setOpen((known) => new Set(known.has(id) ? without(known, id) : [...known, id]))}
        />
      )}
      {chosen !== undefined && (
        <SidePanel
          key={`${chosen.id} ${isAdding}`}
          title={isAdding ? texts.addTo(chosen.shortName) : chosen.name}
          onClose={close}
        >
          {isAdding ? (
            <NewOrgUnitForm
              parent={chosen}
              onDone={() => {
                setOpen((known) => new Set([...known, chosen.id]));
                setAdding(false);
              }}
            />
          ) : (
            <>
              <Group>
                {mayAdd && <Button onClick={() => setAdding(true)}>{texts.addBelow}</Button>}
                {isSchool(chosen) && (
                  <Button variant="default" component={Link} to={`/schools/${chosen.id}`}>
                    {texts.openSchool}
                  </Button>
                )}
              </Group>
              <UnitPanel orgUnitId={chosen.id} />
            </>
          )}
        </SidePanel>
      )}
    </>
  );
}

/** What is open at first: the region, so that its municipalities are seen. */
function uppermost(units: readonly OrgUnit[]): string[] {
  const ids = new Set(units.map((unit) => unit.id));
  return units.filter((unit) => unit.parentId === null || !ids.has(unit.parentId)).map((unit) => unit.id);
}

/** What stands above the chosen one: the tree shows it wherever it is. */
function above(units: readonly OrgUnit[], chosenId: string | null): string[] {
  const chosen = units.find((unit) => unit.id === chosenId);
  if (chosen === undefined) return [];
  return units.filter((unit) => chosen.scope.startsWith(`${unit.scope}.`)).map((unit) => unit.id);
}

const without = (ids: ReadonlySet<string>, id: string): string[] => [...ids].filter((each) => each !== id);
