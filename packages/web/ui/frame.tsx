import {
  Anchor,
  AppShell,
  Burger,
  Group,
  NavLink,
  SegmentedControl,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { frameTexts } from './frame-catalog.ts';
import { uiTexts } from './ui-catalog.ts';

/** The frame of every page for a signed-in person: the cycle on the left, where I am and who I am on top. */
export function Frame() {
  const texts = useTexts(uiTexts);
  const names = useTexts(frameTexts);
  const { language, choose } = useLanguage();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <Anchor href="#content" className="skip-link">
        {texts.skipToContent}
      </Anchor>
      <AppShell.Header className="screen-only">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={texts.menu} />
            <Text fw={700}>{texts.product}</Text>
          </Group>
          <SegmentedControl
            size="xs"
            aria-label={texts.language}
            value={language}
            onChange={(value) => choose(value === 'en' ? 'en' : 'ru')}
            data={[
              { value: 'ru', label: 'Рус' },
              { value: 'en', label: 'Eng' },
            ]}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="screen-only" component="nav" aria-label={texts.menu}>
        <NavLink component={Link} to="/schools" label={names.schools} onClick={close} />
        <VisuallyHidden>{texts.administration}</VisuallyHidden>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
