import { Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { Page } from '../ui/page.tsx';
import { resultsTexts } from './results-catalog.ts';

export function ResultsPage() {
  const texts = useTexts(resultsTexts);
  return (
    <Page title={texts.results} purpose={texts.purpose}>
      <Text>{texts.nothing}</Text>
    </Page>
  );
}
