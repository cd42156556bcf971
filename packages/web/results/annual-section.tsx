import { Text } from '@mantine/core';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import type { ShownResults } from '@opora/domain/results/shown-counts.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { schoolResultsTexts } from './school-results-catalog.ts';
import { percentOf } from './shown-words.ts';

type AnnualSectionProps = { readonly own: ShownResults | null; readonly annual: ShownResults | null };

/** Results as an indicator: the share of marks 4 and 5 in the work and in the journal's marks of the year. */
export function AnnualSection({ own, annual }: AnnualSectionProps) {
  const texts = useTexts(schoolResultsTexts);
  const { language } = useLanguage();
  const [work, year] = [qualityOf(own), qualityOf(annual)];
  if (work === null) return null;
  return (
    <Section title={texts.annual} purpose={texts.annualAbout}>
      {year === null ? (
        <Text c="dimmed">{texts.noAnnual}</Text>
      ) : (
        <Text>
          {texts.quality}: {formatShare(work.good, work.all, language)}. {texts.annualMarks}:{' '}
          {formatShare(year.good, year.all, language)}.{' '}
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
