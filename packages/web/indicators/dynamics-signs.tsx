import { List, Text } from '@mantine/core';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import { valueWords } from '@opora/domain/indicators/dynamics-words.ts';
import type { ReadRow } from '@opora/domain/indicators/read-dynamics.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';

/** Undesirable changes at the end of the series, each with its numbers; a sign and no finding. */
export function DynamicsSigns({ read }: { readonly read: readonly ReadRow[] }) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const signed = read.filter(({ sign }) => sign !== null);
  if (signed.length === 0) return <Text c="dimmed">{texts.noSigns}</Text>;
  return (
    <WaitsAlert title={texts.signs}>
      <List size="sm">
        {signed.map(({ indicator, sign }) => (
          <List.Item key={indicator.code}>
            {sign !== null &&
              texts.signOf(
                indicator.name[language],
                valueWords(indicator.unit, sign.from.value, language),
                valueWords(indicator.unit, sign.to.value, language),
                words.signs[sign.kind],
              )}
          </List.Item>
        ))}
      </List>
    </WaitsAlert>
  );
}
