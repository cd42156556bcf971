import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatShare } from '@opora/domain/basics/format.ts';
import type { ChartSpec } from '@opora/domain/results/charts/chart-spec.ts';
import { isDiagnostic } from '@opora/domain/results/exam-kind.ts';
import type { SchoolResultsShown } from '@opora/domain/results/results-contract.ts';
import { comparedParticipantsMin } from '@opora/domain/results/share-change.ts';
import {
  seriesKinds,
  type SeriesKind,
  type SharePoint,
  shareSeries,
} from '@opora/domain/results/share-series.ts';
import { shareShown } from '@opora/domain/results/shown-counts.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { Section } from '../ui/section.tsx';
import { Chart } from './chart.tsx';
import { resultsTexts } from './results-catalog.ts';
import type { SchoolFoundProps } from './school-results-page.tsx';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { percentOf, shareWords } from './shown-words.ts';

type DynamicsSectionProps = Pick<SchoolFoundProps, 'chosen'> & {
  readonly history: SchoolResultsShown['history'];
};

/** The share below the minimum over years, cohorts or grades; what may be said of a change, and what may not. */
export function DynamicsSection({ history, chosen }: DynamicsSectionProps) {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  const { language } = useLanguage();
  const [kind, setKind] = useState<SeriesKind>('procedure');
  const counted = useMemo(
    () =>
      history.flatMap((point) => {
        const share = shareShown(point);
        return share === null ? [] : [{ ...share, year: point.year, procedure: point.procedure }];
      }),
    [history],
  );
  const points = useMemo(() => shareSeries(counted, chosen, kind), [counted, chosen, kind]);
  const spec = useLine(points);
  const last = points.at(-1);
  const title = texts.dynamicsTitle(last === undefined ? words.noData : verdictOf(last, texts));
  return (
    <Section title={texts.dynamics} purpose={texts.seriesAbout[kind]}>
      <SegmentedControl
        className="screen-only"
        aria-label={texts.dynamics}
        value={kind}
        onChange={(value) => setKind(seriesKinds.find((each) => each === value) ?? 'procedure')}
        data={seriesKinds.map((value) => ({ value, label: texts.series[value] }))}
      />
      {points.length === 0 ? (
        <Text c="dimmed">
          {history.some(({ below }) => below === 'hidden') ? texts.historyHidden : words.noData}
        </Text>
      ) : (
        <Stack gap={4}>
          <ChartWithTable
            title={title}
            chart={<Chart spec={spec} description={title} heightPx={220} />}
            head={[texts.point, texts.share, texts.change]}
            rows={points.map((point) => ({
              id: nameOf(point),
              cells: [
                isDiagnostic(point.procedure.kind) ? `${nameOf(point)} (${words.diagnostic})` : nameOf(point),
                point.participants < comparedParticipantsMin
                  ? shareWords({ below: point.below, assessed: point.participants }, words, language)
                  : formatShare(point.below, point.participants, language),
                verdictOf(point, texts),
              ],
            }))}
          />
          <Text size="sm" c="dimmed">
            {texts.regression}
          </Text>
        </Stack>
      )}
    </Section>
  );
}

const nameOf = ({ year, procedure }: SharePoint): string => `${year}, ${procedure.kind} ${procedure.grade}`;

function verdictOf(
  { change }: SharePoint,
  texts: {
    readonly verdicts: Record<NonNullable<SharePoint['change']>['verdict'], string>;
    readonly noVerdict: string;
  },
): string {
  return change === null ? texts.noVerdict : texts.verdicts[change.verdict];
}

function useLine(points: readonly SharePoint[]): ChartSpec {
  const { share, diagnosticPoints } = useTexts(schoolResultsTexts);
  return useMemo(
    () => ({
      kind: 'lines',
      categories: points.map(nameOf),
      unit: 'percent',
      marked: {
        name: diagnosticPoints,
        categories: [...points.keys()].filter((at) => isDiagnostic(points[at]?.procedure.kind ?? '')),
      },
      series: [
        {
          name: share,
          values: points.map(({ below, participants }) =>
            participants < comparedParticipantsMin ? null : percentOf(below, participants),
          ),
        },
      ],
    }),
    [points, share, diagnosticPoints],
  );
}
