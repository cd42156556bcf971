import { List, Text } from '@mantine/core';
import { formatNumber, formatShare } from '@opora/domain/basics/format.ts';
import type { ShownSign } from '@opora/domain/results/shown-sign.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { resultsTexts } from './results-catalog.ts';
import { schoolResultsTexts } from './school-results-catalog.ts';

/** Signs with the numbers behind them; each asks for a closer look and accuses nobody. */
export function SignsSection({ signs }: { readonly signs: readonly ShownSign[] }) {
  const texts = useTexts(schoolResultsTexts);
  const figuresOf = useFigures();
  return (
    <Section title={texts.signs} purpose={texts.signsAbout}>
      {signs.length === 0 ? (
        <Text>{texts.noSigns}</Text>
      ) : (
        <List spacing="sm">
          {signs.map((sign, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- signs have no name of their own and never move
            <List.Item key={`${sign.code} ${at}`}>
              <Text fw={600}>{texts.signNames[sign.code]}</Text>
              <Text>{figuresOf(sign)}</Text>
              <StateBadge tone="waits" word={texts.needs} />
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

function useFigures(): (sign: ShownSign) => string {
  const texts = useTexts(schoolResultsTexts);
  const words = useTexts(resultsTexts);
  const { language } = useLanguage();
  const percent = (share: number | null): string =>
    share === null ? words.hidden : `${formatNumber(100 * share, language, 0)} %`;
  const points = (gap: number): string =>
    `${gap > 0 ? '+' : ''}${formatNumber(Math.round(100 * gap), language)}`;
  return (sign) => {
    switch (sign.code) {
      case 'raised-marks':
      case 'lowered-marks':
        return sign.share === null ? texts.keptBack : texts.shares(percent(sign.share), percent(sign.region));
      case 'far-above-journal':
      case 'far-below-journal':
        return sign.pupils === null || sign.compared === null
          ? texts.keptBack
          : texts.shares(formatShare(sign.pupils, sign.compared, language), percent(sign.region));
      case 'score-peak': {
        const { atBorder, around } = sign;
        const part =
          atBorder === null || around === null ? words.hidden : formatShare(atBorder, around, language);
        return texts.peak(sign.score, part, percent(sign.region));
      }
      case 'simple-worse-hard-better':
        return texts.taskGaps(points(sign.simple), points(sign.hard));
      case 'cohort-jump':
      case 'work-against-exam': {
        const { before, after } = sign;
        return before === null || after === null
          ? texts.keptBack
          : texts.pair(
              formatShare(before.below, before.participants, language),
              formatShare(after.below, after.participants, language),
            );
      }
    }
  };
}
