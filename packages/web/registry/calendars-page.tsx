import { NativeSelect, Stack } from '@mantine/core';
import { useState, type ComponentType } from 'react';
import { can } from '@opora/domain/basics/can.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { calendarsTexts } from './calendars-catalog.ts';
import { ProductionYears } from './production-years.tsx';
import { SchoolYears } from './school-years.tsx';
import { TerritoryDays } from './territory-days.tsx';
import { useCalendar } from './use-calendars.ts';
import { useOrgUnits } from './use-registry.ts';

type CalendarsPageProps = {
  /** What the calendar of a territory moves in its plans; a feature above this one knows it. */
  readonly effects: ComponentType<{ readonly orgUnitId: string }>;
};

/** The school year and the days off of a territory. */
export function CalendarsPage({ effects }: CalendarsPageProps) {
  const texts = useTexts(calendarsTexts);
  const units = useOrgUnits();
  const { data: me } = useMe();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Loaded query={units}>
        {(list) => {
          const territories = list
            .filter(
              (unit) =>
                (unit.kind === 'region' || unit.kind === 'municipality') &&
                me !== undefined &&
                can(me, 'calendars.manage', unit),
            )
            // The region first; the list is alphabetical already.
            .toSorted((left, right) => Number(right.kind === 'region') - Number(left.kind === 'region'));
          return <Territories units={list} territories={territories} effects={effects} />;
        }}
      </Loaded>
    </Page>
  );
}

type TerritoriesProps = CalendarsPageProps & {
  readonly units: readonly OrgUnit[];
  readonly territories: readonly OrgUnit[];
};

function Territories({ units, territories, effects: Effects }: TerritoriesProps) {
  const texts = useTexts(calendarsTexts);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const unit = territories.find(({ id }) => id === chosenId) ?? territories[0];
  if (unit === undefined) return null;
  return (
    <Stack gap="xl">
      <NativeSelect
        label={texts.territory}
        maw={420}
        value={unit.id}
        data={territories.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosenId(event.currentTarget.value)}
      />
      <Effects key={unit.id} orgUnitId={unit.id} />
      <Territory key={unit.id} unit={unit} units={units} />
    </Stack>
  );
}

function Territory({ unit, units }: { readonly unit: OrgUnit; readonly units: readonly OrgUnit[] }) {
  const calendar = useCalendar(unit.id);
  const nameOf = (id: string) => units.find((known) => known.id === id)?.name ?? '';
  return (
    <Loaded query={calendar}>
      {(entered) => (
        <Stack gap="xl">
          <SchoolYears unit={unit} calendar={entered} nameOf={nameOf} />
          <TerritoryDays unit={unit} calendar={entered} nameOf={nameOf} />
          <ProductionYears unit={unit} calendar={entered} />
        </Stack>
      )}
    </Loaded>
  );
}
