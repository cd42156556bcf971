import './overview-page.css';
import { Anchor, Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import type { Overview } from '@opora/domain/overview/overview.ts';
import { progressParts } from '@opora/domain/plans/progress-parts.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { NumberDoor } from '../ui/number-door.tsx';
import { Page } from '../ui/page.tsx';
import { DueList } from './due-list.tsx';
import { overviewTexts } from './overview-catalog.ts';
import { ProgressChart } from './progress-chart.tsx';
import { UpcomingChart } from './upcoming-chart.tsx';
import { useOverview } from './use-overview.ts';

export function OverviewPage() {
  const texts = useTexts(overviewTexts);
  const overview = useOverview();
  return (
    <Page title={texts.title} purpose={texts.purpose}>
      <Loaded query={overview}>
        {(data) => (data.byPlan.length === 0 ? <NoPlans /> : <Whole data={data} />)}
      </Loaded>
    </Page>
  );
}

function NoPlans() {
  const texts = useTexts(overviewTexts);
  const me = useMe();
  return (
    <Stack align="flex-start">
      <Text>{texts.empty}</Text>
      {me.data !== undefined && canSomewhere(me.data, 'plans.manage') && (
        <Button component={Link} to="/plans/import">
          {texts.toImport}
        </Button>
      )}
    </Stack>
  );
}

function Whole({ data }: { readonly data: Overview }) {
  const texts = useTexts(overviewTexts);
  const parts = progressParts(data.counts, data.late);
  const upcoming = data.upcoming.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure name={texts.accepted} part={parts.accepted} whole={parts.total} about={texts.aboutAccepted} />
        <Figure name={texts.late} part={parts.late} about={texts.aboutLate} />
        <Figure name={texts.waits} part={parts.waits} about={texts.aboutWaits} />
        <Figure name={texts.upcoming} part={upcoming} about={texts.aboutUpcoming} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <DueList title={texts.late} empty={texts.noLate} rows={data.lateList} />
        <DueList title={texts.upcoming} empty={texts.noUpcoming} rows={data.upcomingList} />
      </SimpleGrid>
      {upcoming > 0 && <UpcomingChart days={data.upcoming} />}
      {data.byTerritory.length > 1 && (
        <ProgressChart
          title={texts.byTerritory(data.late)}
          rows={data.byTerritory.map(({ id, name, counts, late }) => ({
            id,
            name,
            parts: progressParts(counts, late),
          }))}
        />
      )}
      <Plans data={data} />
    </Stack>
  );
}

function Plans({ data }: { readonly data: Overview }) {
  const texts = useTexts(overviewTexts);
  const inFull = data.byPlan.filter((plan) => plan.sections !== null);
  if (inFull.length < data.byPlan.length) return <MostLatePlans data={data} />;
  return inFull.map((plan) => (
    <Stack key={plan.id} gap={4}>
      <Anchor component={Link} to={`/plans/${plan.id}`}>
        {plan.name}
      </Anchor>
      <ProgressChart
        title={`${texts.bySection}: ${plan.ownerName}`}
        rows={(plan.sections ?? []).map(({ id, name, counts, late }) => ({
          id: id ?? plan.id,
          name: name === '' ? texts.withoutSection : name,
          parts: progressParts(counts, late),
        }))}
      />
    </Stack>
  ));
}

function MostLatePlans({ data }: { readonly data: Overview }) {
  const texts = useTexts(overviewTexts);
  return (
    <Stack gap={4}>
      <ProgressChart
        title={texts.byPlan(data.byPlan.length, data.planCount)}
        rows={data.byPlan.map(({ id, name, ownerName, counts, late }) => ({
          id,
          name: `${ownerName}: ${name}`,
          to: `/plans/${id}`,
          parts: progressParts(counts, late),
        }))}
      />
      <Anchor component={Link} to="/plans">
        {texts.allPlans(data.planCount)}
      </Anchor>
    </Stack>
  );
}

type FigureProps = {
  readonly name: string;
  readonly part: number;
  readonly whole?: number;
  readonly about: string;
};

function Figure({ name, about, ...figure }: FigureProps) {
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <div className="overview-figure">
        <NumberDoor about={name} {...figure}>
          {about}
        </NumberDoor>
      </div>
    </Paper>
  );
}
