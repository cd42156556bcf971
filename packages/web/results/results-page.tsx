import { Button, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { resultsContract, type TerritoryResults } from '@opora/domain/results/results-contract.ts';
import { useMe } from '../accounts/use-me.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { DistributionChart } from './distribution-chart.tsx';
import { MarksChart, useMarksFinding } from './marks-chart.tsx';
import { NoteMenu } from './note-menu.tsx';
import { ProcedureChoice, useProcedureName } from './procedure-choice.tsx';
import { resultsTexts } from './results-catalog.ts';
import { SchoolsResultTable } from './schools-result-table.tsx';
import { ShareMultiples } from './share-multiples.tsx';
import { useTerritoryResults } from './use-results.ts';

const route = getRouteApi('/signed-in/results/');

/** The region or a municipality in one procedure and year; to a school its own results beside sums. */
export function ResultsPage() {
  const texts = useTexts(resultsTexts);
  const query = useTerritoryResults(route.useSearch());
  return (
    <Page
      title={texts.results}
      purpose={texts.purpose}
      action={
        query.data === undefined || query.data.chosen === null ? undefined : (
          <NoteMenu results={query.data} year={query.data.chosen.year} />
        )
      }
    >
      <Loaded query={query}>
        {(found) => (found.chosen === null ? <NoResults /> : <Found results={found} chosen={found.chosen} />)}
      </Loaded>
    </Page>
  );
}

function NoResults() {
  const texts = useTexts(resultsTexts);
  const { data: me } = useMe();
  const mayLoad = me !== undefined && canSomewhere(me, 'results.import');
  if (!mayLoad) return <Text>{texts.nothingForMe}</Text>;
  return (
    <Stack align="flex-start">
      <Text>{texts.nothing}</Text>
      <Button component={Link} to="/results/imports">
        {texts.toImport}
      </Button>
    </Stack>
  );
}

type FoundProps = {
  readonly results: TerritoryResults;
  readonly chosen: NonNullable<TerritoryResults['chosen']>;
};

function Found({ results, chosen }: FoundProps) {
  const texts = useTexts(resultsTexts);
  const navigate = route.useNavigate();
  const nameOf = useProcedureName();
  const { region, municipalities, schools, distribution, dynamics } = results;
  const territories = [...(region === null ? [] : [region]), ...municipalities];
  const [first] = territories;
  const findingOf = useMarksFinding();
  return (
    <Stack gap="lg">
      <ProcedureChoice
        procedures={results.procedures}
        chosen={chosen}
        onChoose={(search) => void navigate({ search, replace: true })}
      >
        <ResultFiles chosen={chosen} />
      </ProcedureChoice>
      {first !== undefined && (
        <MarksChart
          rows={territories}
          title={`${nameOf(chosen)}, ${chosen.year}. ${findingOf(first.name, first.results)}`}
        />
      )}
      {distribution !== null && (
        <DistributionChart bins={distribution} outside={results.outsideDistribution} />
      )}
      {dynamics.length > 0 && (
        <Section title={texts.dynamics} purpose={texts.dynamicsNote}>
          <ShareMultiples rows={dynamics} />
        </Section>
      )}
      <Section title={texts.schools}>
        <SchoolsResultTable rows={schools} procedure={chosen} />
      </Section>
      <Text size="sm" c="dimmed">
        {texts.hiddenWhy}
      </Text>
    </Stack>
  );
}

function ResultFiles({ chosen }: Pick<FoundProps, 'chosen'>) {
  const texts = useTexts(resultsTexts);
  const { data: me } = useMe();
  return (
    <>
      <Button
        component="a"
        variant="default"
        href={addressOf(resultsContract.exportTerritoryResults, { query: chosen })}
      >
        {texts.exportTable}
      </Button>
      {me !== undefined && canSomewhere(me, 'results.import') && (
        <Button
          component="a"
          variant="default"
          href={addressOf(resultsContract.exportOpenData, {})}
          title={texts.exportPublicWhy}
        >
          {texts.exportPublic}
        </Button>
      )}
    </>
  );
}
