import './indicators.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { formulaWords } from '@opora/domain/indicators/formula-words.ts';
import { indicatorTexts } from '@opora/domain/indicators/indicator-catalog.ts';
import type { ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import { periodWords } from '@opora/domain/indicators/period-catalog.ts';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import type { IndicatorStart } from './indicator-form.tsx';
import { indicatorPageTexts } from './indicator-page-catalog.ts';

type IndicatorPanelProps = {
  readonly indicator: ListedIndicator;
  readonly all: readonly ListedIndicator[];
  readonly mayFollow: boolean;
  /** Null for who may not add definitions. */
  readonly onEdit: ((start: IndicatorStart) => void) | null;
};

/** A definition in full: what is counted, of what, by which formula, in which reading, from where, and its versions. */
export function IndicatorPanel({ indicator, all, mayFollow, onEdit }: IndicatorPanelProps) {
  const texts = useTexts(indicatorPageTexts);
  const facts = useFacts(indicator, all);
  const versions = all.filter(({ code }) => code === indicator.code).toReversed();
  return (
    <Stack gap="sm">
      {indicator.isDiagnosticOnly && <Text fw={600}>{texts.diagnostic}</Text>}
      <dl className="indicator-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.versions}</dt>
          {versions.map(({ version, isCurrent }) => (
            <dd key={version}>{texts.versionOf(version, isCurrent)}</dd>
          ))}
        </div>
      </dl>
      {onEdit !== null && (
        <Stack gap="xs" className="screen-only">
          <Group>
            {mayFollow && (
              <Button size="xs" onClick={() => onEdit({ from: indicator, follows: indicator })}>
                {texts.next}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => onEdit({ from: indicator, follows: null })}>
              {texts.copy}
            </Button>
          </Group>
          {indicator.scope === null && (
            <Text size="sm" c="dimmed">
              {texts.copyHint}
            </Text>
          )}
        </Stack>
      )}
    </Stack>
  );
}

type Fact = readonly [term: string, text: string];

/** What there is to say, without what there is not. */
function useFacts(indicator: ListedIndicator, all: readonly ListedIndicator[]): readonly Fact[] {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const { language } = useLanguage();
  const known = useMemo(() => knowIndicators(all.filter(({ isCurrent }) => isCurrent)), [all]);
  const named = (code: string | null): string | null =>
    code === null ? null : `${code}. ${known.get(code)?.name[language] ?? ''}`;
  const formula = known.formulaOf(indicator.code);
  const facts: readonly (readonly [string, string | null])[] = [
    [texts.unit, `${words.units[indicator.unit]}, ${words.amounts[indicator.amountOf]}`],
    [texts.numerator, indicator.numerator[language]],
    [texts.denominator, indicator.denominator?.[language] ?? null],
    [texts.total, named(indicator.totalCode)],
    [texts.partOf, named(indicator.partOf)],
    [texts.formula, indicator.origin.kind === 'computed' ? indicator.origin.formula : null],
    [texts.inWords, formula === null ? null : formulaWords(formula, known, language)],
    [texts.reading, indicator.reading?.[language] ?? null],
    [texts.direction, words.directions[indicator.direction]],
    [texts.level, indicator.levels.map((level) => words.levels[level]).join(', ')],
    [texts.origin, words.origins[indicator.origin.kind]],
    [texts.periods, indicator.periods.map((kind) => periodWords[language].kinds[kind]).join(', ')],
    [texts.from, indicator.collectedFrom[language]],
    [texts.sensitivity, words.sensitivities[indicator.sensitivity]],
    [texts.source, indicator.source[language]],
    [texts.owner, indicator.unitName ?? texts.shipped],
  ];
  return facts.flatMap(([term, text]): readonly Fact[] => (text === null ? [] : [[term, text]]));
}
