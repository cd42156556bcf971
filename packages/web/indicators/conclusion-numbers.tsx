import { Alert, List, Text } from '@mantine/core';
import { isChangedSince } from '@opora/domain/indicators/conclusion-numbers.ts';
import type { Conclusion, NumberSince, ShownValue } from '@opora/domain/indicators/dynamics-contract.ts';
import { targetWords, valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { momentText } from '../ui/moment-text.ts';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';

type ConclusionNumbersProps = {
  readonly conclusion: Conclusion;
  readonly indicators: readonly Indicator[];
};

/** What a kept conclusion was drawn from, and which of that is different now. */
export function ConclusionNumbers({ conclusion: { numbers, at }, indicators }: ConclusionNumbersProps) {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  if (numbers.length === 0) return null;
  const definitionOf = (one: NumberSince) => indicators.find(({ code }) => code === one.indicator);
  const words = (one: NumberSince, value: ShownValue): string => {
    const unit = definitionOf(one)?.unit ?? 'count';
    return one.of === 'target' && value !== null && value !== 'hidden'
      ? targetWords(unit, value, language)
      : valueWords(unit, value, language);
  };
  const nameOf = (one: NumberSince): string => {
    const indicator = definitionOf(one)?.name[language] ?? one.indicator;
    const name =
      one.of === 'own'
        ? indicator
        : (one.of === 'beside' ? texts.besideNumber : texts.targetNumber)(indicator);
    return `${name}, ${periodName(periodOfCode(one.period), language)}`;
  };
  const changed = numbers.filter(isChangedSince);
  const keyOf = ({ indicator, period, of }: NumberSince): string => `${indicator} ${period} ${of}`;
  return (
    <>
      {changed.length > 0 && (
        <Alert
          color="orange"
          title={texts.changedSince}
          // A pale ground makes words of its own colour too pale to read.
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          <List size="sm">
            {changed.map((one) => (
              <List.Item key={keyOf(one)}>
                {texts.since(nameOf(one), words(one, one.was), words(one, one.now))}
                {one.versions.join() !== one.versionsNow.join() && one.versionsNow.length > 0 && (
                  <> ({texts.definitionSince(one.versions.join(', '), one.versionsNow.join(', '))})</>
                )}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {`${texts.numbersOn(momentText(at, language))}: ${numbers
          .map((one) => texts.keptNumber(nameOf(one), words(one, one.was)))
          .join('; ')}. ${changed.length === 0 ? texts.sameSince : ''}`}
      </Text>
    </>
  );
}
