import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import type { ShownResults } from '@opora/domain/results/shown-counts.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { MarksChart } from './marks-chart.tsx';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { percentOf } from './shown-words.ts';

type AnnualSectionProps = {
  readonly own: ShownResults;
  /** Null: there are none. */
  readonly annual: ShownResults | null;
  /** What the work is called. */
  readonly workName: string;
};

/** Results as an indicator: marks of the work beside those that the journal gave for the year. */
export function AnnualSection({ own, annual, workName }: AnnualSectionProps) {
  const texts = useTexts(schoolResultsTexts);
  const { language } = useLanguage();
  const rows = useMemo(
    () => [
      { id: 'work', name: workName, results: own },
      ...(annual === null ? [] : [{ id: 'year', name: texts.annualMarks, results: annual }]),
    ],
    [annual, own, texts, workName],
  );
  if (own.marks === null) return null;
  const [work, year] = [qualityOf(own), qualityOf(annual)];
  const isKnown = work !== null && year !== null;
  return (
    <Section title={texts.annual} purpose={texts.annualAbout}>
      {annual === null || annual.marks === null ? (
        <Text c="dimmed">{texts.noAnnual}</Text>
      ) : (
        <MarksChart
          rows={rows}
          title={
            isKnown
              ? texts.annualTitle(
                  formatShare(work.good, work.all, language),
                  formatShare(year.good, year.all, language),
                )
              : texts.annualHidden
          }
        />
      )}
      {isKnown && (
        <Text>
          {texts.gap(formatNumber(percentOf(work.good, work.all) - percentOf(year.good, year.all), language))}
        </Text>
      )}
    </Section>
  );
}

function qualityOf(results: ShownResults | null): { readonly good: number; readonly all: number } | null {
  const marks = results?.marks ?? null;
  if (marks === null || marks === 'hidden') return null;
  const [two, three, four, five] = marks;
  return { good: four + five, all: two + three + four + five };
}
