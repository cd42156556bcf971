import { Stack } from '@mantine/core';
import { canSomewhere, type Action } from '@opora/domain/basics/can.ts';
import { Outlet } from '@tanstack/react-router';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { PageTabs } from '../ui/page-tabs.tsx';
import { monitoringTexts } from './monitoring-catalog.ts';

/** One line a page of monitoring: where it is, what it is called, who is offered it. */
const tabs = [
  { to: '/monitoring', name: 'campaigns', action: 'indicators.read' },
  { to: '/monitoring/completeness', name: 'completeness', action: 'indicators.values' },
  { to: '/monitoring/indicators', name: 'indicators', action: 'indicators.read' },
  { to: '/monitoring/dynamics', name: 'dynamics', action: 'indicators.values' },
  { to: '/monitoring/reports', name: 'reports', action: 'indicators.values' },
  { to: '/monitoring/imports', name: 'imports', action: 'indicators.approve' },
] as const satisfies readonly {
  readonly to: string;
  readonly name: keyof (typeof monitoringTexts)['ru'];
  readonly action: Action;
}[];

/** What stands above every page of monitoring: the way to the others. */
export function MonitoringFrame() {
  const texts = useTexts(monitoringTexts);
  const { data: me } = useMe();
  const offered = tabs.filter(({ action }) => me !== undefined && canSomewhere(me, action));
  return (
    <Stack gap="md">
      <PageTabs label={texts.tabs} tabs={offered.map(({ to, name }) => ({ to, name: texts[name] }))} />
      <Outlet />
    </Stack>
  );
}
