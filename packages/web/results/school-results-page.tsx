import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isOfJournal } from '@opora/domain/results/exam-kind.ts';
import { resultsContract, type SchoolResultsShown } from '@opora/domain/results/results-contract.ts';
import { addressOf } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { AnnualSection } from './annual-section.tsx';
import { DistributionChart } from './distribution-chart.tsx';
import { DynamicsSection } from './dynamics-section.tsx';
import { JournalChart } from './journal-chart.tsx';
import { MarksChart, useMarksFinding } from './marks-chart.tsx';
import { ProcedureChoice, useProcedureName } from './procedure-choice.tsx';
import { resultsTexts } from './results-catalog.ts';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { ScoresChart } from './scores-chart.tsx';
import { SignsSection } from './signs-section.tsx';
import { TasksChart } from './tasks-chart.tsx';
import { useSchoolResults } from './use-results.ts';

const route = getRouteApi('/signed-in/results/schools/$schoolId');

/** Results of one school: beside its municipality and region, over the years, with signs that ask for a closer look. */
export function SchoolResultsPage() {
  const { schoolId } = route.useParams();
  const query = useSchoolResults(schoolId, route.useSearch());
  const words = useTexts(resultsTexts);
  const texts = useTexts(schoolResultsTexts);
  const school = query.data?.school;
  return (
    <Page
      title={school === undefined ? words.results : `${words.results}: ${school.name}`}
      {...(school === undefined ? {} : { purpose: texts.purpose(school.municipality) })}
      action={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/schools/$schoolId" params={{ schoolId }} />}
        >
          {texts.toSchool}
        </Anchor>
      }
    >
      <Loaded query={query}>
        {(results) =>
          results.chosen === null ? (
            <Text>{texts.nothing}</Text>
          ) : (
            <Found results={results} chosen={results.chosen} />
          )
        }
      </Loaded>
    </Page>
  );
}

export type SchoolFoundProps = {
  readonly results: SchoolResultsShown;
  readonly chosen: NonNullable<SchoolResultsShown['chosen']>;
};

function Found({ results, chosen }: SchoolFoundProps) {
  const texts = useTexts(schoolResultsTexts);
  const navigate = route.useNavigate();
  const nameOf = useProcedureName();
  const findingOf = useMarksFinding();
  const rows = useRows(results);
  return (
    <Stack gap="lg">
      <ProcedureChoice
        procedures={results.procedures}
        chosen={chosen}
        onChoose={(search) => void navigate({ search, replace: true })}
      >
        <Button
          component="a"
          variant="default"
          href={addressOf(resultsContract.exportContractSheet, { params: { orgUnitId: results.school.id } })}
          title={texts.contractWhy}
        >
          {texts.contract}
        </Button>
      </ProcedureChoice>
      {!results.isOwn && <Text c="dimmed">{texts.above}</Text>}
      {results.own === null ? (
        <Alert>{texts.noneThisYear}</Alert>
      ) : (
        <MarksChart
          rows={rows}
          title={`${nameOf(chosen)}, ${chosen.year}. ${findingOf(results.school.name, results.own)}`}
        />
      )}
      {results.isOwn && results.municipality === null && (
        <Text size="sm" c="dimmed">
          {texts.tooFewSchools}
        </Text>
      )}
      <ScoresChart scores={results.scores} />
      <JournalChart rows={rows} />
      <DynamicsSection history={results.history} chosen={chosen} />
      {results.tasks !== null && <TasksChart tasks={results.tasks} />}
      {results.own !== null && !isOfJournal(chosen.kind) && (
        <AnnualSection own={results.own} annual={results.annual} workName={nameOf(chosen)} />
      )}
      <SignsSection signs={results.signs} />
      {results.distribution !== null && <DistributionChart bins={results.distribution} outside={0} />}
    </Stack>
  );
}

function useRows({ school, own, municipality, region }: SchoolResultsShown) {
  const words = useTexts(resultsTexts);
  return useMemo(
    () =>
      [
        { id: 'own', name: school.name, results: own },
        { id: 'municipality', name: school.municipality, results: municipality },
        { id: 'region', name: words.region, results: region },
      ].flatMap(({ results, ...row }) => (results === null ? [] : [{ ...row, results }])),
    [school, own, municipality, region, words],
  );
}
