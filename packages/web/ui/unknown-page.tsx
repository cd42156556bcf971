import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { lostTexts } from './lost-catalog.ts';
import { Page } from './page.tsx';

/** For an address that no page has: the menu stays around it. */
export function UnknownPage() {
  const texts = useTexts(lostTexts);
  return (
    <Page title={texts.unknown} purpose={texts.unknownWhy}>
      <Anchor component={Link} to="/">
        {texts.toOverview}
      </Anchor>
    </Page>
  );
}
