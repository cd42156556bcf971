import { Chip, Group, MultiSelect, Text } from '@mantine/core';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import type { ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { indicatorsOfSet, readySets } from '@opora/domain/indicators/ready-sets.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { campaignTexts } from './campaign-catalog.ts';

type WhatSectionProps = {
  readonly asks: AskedLevel;
  /** Those that may be asked here. */
  readonly indicators: readonly ListedIndicator[];
  /** Codes of the chosen. */
  readonly value: readonly string[];
  /** How many of the chosen the period allows. */
  readonly usableCount: number;
  readonly onChange: (codes: string[]) => void;
};

/** What a campaign asks: ready sets at once, single indicators by name or code. */
export function WhatSection({ asks, indicators, value, usableCount, onChange }: WhatSectionProps) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  return (
    <Section title={texts.what}>
      <Group gap="xs" role="group" aria-label={texts.sets}>
        {readySets.map((set) => {
          const own = indicatorsOfSet(set, indicators, asks).map(({ code }) => code);
          if (own.length === 0) return null;
          const isIn = own.every((code) => value.includes(code));
          return (
            <Chip
              key={set}
              checked={isIn}
              onChange={() =>
                onChange(
                  isIn ? value.filter((code) => !own.includes(code)) : [...new Set([...value, ...own])],
                )
              }
            >
              {texts.setNames[set]}
            </Chip>
          );
        })}
      </Group>
      <MultiSelect
        label={texts.chosen}
        description={texts.chosenHint}
        searchable
        hidePickedOptions
        limit={60}
        data={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }))}
        value={[...value]}
        onChange={onChange}
      />
      {usableCount < value.length && <Text size="sm">{texts.notForPeriod(value.length - usableCount)}</Text>}
    </Section>
  );
}
