import { Anchor, AppShell, Box, Burger, Group, NavLink, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Actor } from '@opora/domain/basics/actor.ts';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import { useTexts } from '../platform/language.tsx';
import { frameTexts } from './frame-catalog.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Notices } from './notices.tsx';
import { uiTexts } from './ui-catalog.ts';

type FrameProps = {
  readonly actor: Actor;
  /** Where I am: region, municipality or school, and as whom. */
  readonly place: ReactNode;
  /** Search over everything. */
  readonly search: ReactNode;
  /** Who I am, with the way out. */
  readonly account: ReactNode;
  readonly onLanguage: (language: Language) => void;
  /** Stands above every page. */
  readonly children?: ReactNode;
};

/** The frame of every page for a signed-in person: the cycle on the left, where I am and who I am on top. */
export function Frame({ actor, place, search, account, onLanguage, children }: FrameProps) {
  const texts = useTexts(uiTexts);
  const names = useTexts(frameTexts);
  const [opened, { toggle, close }] = useDisclosure();
  // A line of its own below that of the plans.
  const isPlanImport = useMatchRoute()({ to: '/plans/import' }) !== false;
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
            <Box visibleFrom="sm" miw={0}>
              {place}
            </Box>
          </Group>
          <Group wrap="nowrap" gap="sm">
            {search}
            {/* A phone has no room for it here; it stands on «Моя учётная запись» too. */}
            <Box visibleFrom="sm">
              <LanguageSwitch onChoose={onLanguage} />
            </Box>
            {account}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="screen-only" component="nav" aria-label={texts.menu}>
        {canSomewhere(actor, 'plans.read') && (
          <>
            <NavLink component={Link} to="/" label={names.overview} onClick={close} />
            <NavLink component={Link} to="/tasks" label={names.tasks} onClick={close} />
          </>
        )}
        {canSomewhere(actor, 'registry.read') && (
          <NavLink component={Link} to="/schools" label={names.schools} onClick={close} />
        )}
        {canSomewhere(actor, 'results.read') && (
          <NavLink component={Link} to="/results" label={names.results} onClick={close} />
        )}
        {canSomewhere(actor, 'indicators.read') && (
          <NavLink component={Link} to="/monitoring" label={names.monitoring} onClick={close} />
        )}
        {canSomewhere(actor, 'plans.read') && (
          <NavLink
            component={Link}
            to="/plans"
            activeOptions={{ exact: isPlanImport }}
            label={names.plans}
            onClick={close}
          />
        )}
        {canSomewhere(actor, 'plans.manage') && (
          <NavLink component={Link} to="/plans/import" label={names.planImport} onClick={close} />
        )}
        {canSomewhere(actor, 'hearings.read') && (
          <NavLink component={Link} to="/hearings" label={names.hearings} onClick={close} />
        )}
        <VisuallyHidden>{texts.administration}</VisuallyHidden>
        {canSomewhere(actor, 'registry.manage') && (
          <NavLink component={Link} to="/organisations" label={names.organisations} onClick={close} />
        )}
        {canSomewhere(actor, 'calendars.manage') && (
          <NavLink component={Link} to="/calendars" label={names.calendars} onClick={close} />
        )}
        {canSomewhere(actor, 'people.read') && (
          <NavLink component={Link} to="/people" label={names.people} onClick={close} />
        )}
        {canSomewhere(actor, 'audit.read') && (
          <NavLink component={Link} to="/audit" label={names.audit} onClick={close} />
        )}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {children}
        <Outlet />
      </AppShell.Main>
      <Notices />
    </AppShell>
  );
}
