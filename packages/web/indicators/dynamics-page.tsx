import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { Dynamics } from '@opora/domain/indicators/dynamics-contract.ts';
import { indicatorGroups } from '@opora/domain/indicators/indicator-groups.ts';
import { readDynamics, shownFirst } from '@opora/domain/indicators/read-dynamics.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { DynamicsChart } from './dynamics-chart.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { dynamicsViews, type DynamicsView } from './dynamics-search.ts';
import { DynamicsSigns } from './dynamics-signs.tsx';
import { DynamicsTable } from './dynamics-table.tsx';
import { NumberPanel } from './number-panel.tsx';
import { ProposedConclusions } from './proposed-conclusions.tsx';
import { StartControlSheet } from './start-control-sheet.tsx';
import { type AskedNumber, useDynamics, useLookedUnits } from './use-dynamics.ts';

const route = getRouteApi('/signed-in/monitoring/dynamics');

/** Units of a region are more than a list can show at once. */
const shownMax = 60;

/** Indicators of a school or territory over periods. */
export function DynamicsPage() {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = useLookedUnits();
  const group = search.group ?? 'results';
  const orgUnitId = search.unit ?? units[0]?.id;
  const query = useDynamics(
    orgUnitId === undefined ? null : { orgUnitId, ...(group === 'all' ? {} : { group }) },
  );
  const go = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Group align="flex-end" className="screen-only">
        <Select
          label={texts.unit}
          searchable
          limit={shownMax}
          allowDeselect={false}
          w={{ base: '100%', sm: 320 }}
          data={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          value={orgUnitId ?? null}
          onChange={(unit) => unit !== null && go({ unit })}
        />
        <Select
          label={texts.group}
          allowDeselect={false}
          data={[
            ...indicatorGroups.map((one) => ({ value: one, label: words.groups[one] })),
            { value: 'all', label: texts.all },
          ]}
          value={group}
          onChange={(value) =>
            go({ group: [...indicatorGroups, 'all' as const].find((one) => one === value) ?? 'all' })
          }
        />
        <SegmentedControl
          aria-label={texts.view}
          value={search.view ?? 'table'}
          onChange={(value) => go({ view: dynamicsViews.find((one) => one === value) ?? 'table' })}
          data={dynamicsViews.map((value) => ({ value, label: texts.views[value] }))}
        />
      </Group>
      {orgUnitId === undefined ? (
        <Text>{texts.noUnit}</Text>
      ) : (
        <Loaded query={query}>
          {(dynamics) => <Found dynamics={dynamics} view={search.view ?? 'table'} />}
        </Loaded>
      )}
    </Page>
  );
}

const isTerritory = ({ unit }: Dynamics): boolean => unit.kind === 'region' || unit.kind === 'municipality';

function Found({ dynamics, view }: { readonly dynamics: Dynamics; readonly view: DynamicsView }) {
  const texts = useTexts(dynamicsPageTexts);
  const [asked, setAsked] = useState<AskedNumber | null>(null);
  const read = useMemo(() => shownFirst(readDynamics(dynamics)), [dynamics]);
  const open = (indicator: string, period: string) =>
    setAsked({ orgUnitId: dynamics.unit.id, indicator, period });
  return (
    <Stack gap="lg">
      <Text>{texts.about(isTerritory(dynamics) ? dynamics.schools : null, dynamics.unit.name)}</Text>
      {dynamics.isOwn && <Text c="dimmed">{texts.ownView}</Text>}
      {read.length === 0 ? (
        <Text>{texts.nothing}</Text>
      ) : view === 'table' ? (
        <>
          <DynamicsSigns read={read} />
          <DynamicsTable dynamics={dynamics} read={read} onOpen={open} />
          <DynamicsChart dynamics={dynamics} read={read} />
        </>
      ) : view === 'start-control' ? (
        <StartControlSheet dynamics={dynamics} read={read} onOpen={open} />
      ) : (
        <ProposedConclusions dynamics={dynamics} read={read} />
      )}
      {asked !== null && (
        <NumberPanel
          asked={asked}
          isSchool={!isTerritory(dynamics)}
          onOpen={setAsked}
          onClose={() => setAsked(null)}
        />
      )}
    </Stack>
  );
}
