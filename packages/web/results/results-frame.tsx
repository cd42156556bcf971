import { Outlet } from '@tanstack/react-router';
import { Stack } from '@mantine/core';
import { canSomewhere, type Action } from '@opora/domain/basics/can.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';
import { resultsTexts } from './results-catalog.ts';

/** One line a page of results: where it is, what it is called, who is offered it. */
const tabs = [
  { to: '/results', name: 'results', action: 'results.read' },
  { to: '/results/imports', name: 'imports', action: 'results.import' },
  { to: '/results/scales', name: 'scales', action: 'results.read' },
  { to: '/results/methodologies', name: 'methodologies', action: 'identification.manage' },
  { to: '/results/runs', name: 'lists', action: 'identification.read' },
  { to: '/results/context', name: 'context', action: 'results.read' },
  { to: '/results/passports', name: 'passports', action: 'results.read' },
] as const satisfies readonly {
  readonly to: string;
  readonly name: keyof (typeof resultsTexts)['ru'];
  readonly action: Action;
}[];

/** What stands above every page of results: the way to the others. */
export function ResultsFrame() {
  const texts = useTexts(resultsTexts);
  const { data: me } = useMe();
  const offered = tabs.filter(({ action }) => me !== undefined && canSomewhere(me, action));
  return (
    <Stack gap="md">
      <PageTabs label={texts.tabs} tabs={offered.map(({ to, name }) => ({ to, name: texts[name] }))} />
      <Outlet />
    </Stack>
  );
}
