import { Button, Group } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { lostTexts } from './lost-catalog.ts';
import { Page } from './page.tsx';

/** In the place of a page whose own code failed; what was thrown stands in the browser's console. */
export function BrokenPage() {
  const texts = useTexts(lostTexts);
  return (
    <Page title={texts.broken} purpose={texts.brokenWhy}>
      <Group role="alert">
        <Button onClick={() => window.location.reload()}>{texts.reload}</Button>
      </Group>
    </Page>
  );
}
