import { SegmentedControl } from '@mantine/core';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

type LanguageSwitchProps = { readonly onChoose?: (language: Language) => void };

export function LanguageSwitch({ onChoose }: LanguageSwitchProps) {
  const texts = useTexts(uiTexts);
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={texts.language}
      value={language}
      onChange={(value) => {
        const next = value === 'en' ? 'en' : 'ru';
        choose(next);
        onChoose?.(next);
      }}
      data={[
        { value: 'ru', label: 'Рус' },
        { value: 'en', label: 'Eng' },
      ]}
    />
  );
}
