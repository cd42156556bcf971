import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './signed-in-route.tsx';

const monitoringFrame = createRoute({
  getParentRoute: () => signedIn,
  path: '/monitoring',
  component: lazyRouteComponent(() => import('./indicators/monitoring-frame.tsx'), 'MonitoringFrame'),
});

const campaigns = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/',
  component: lazyRouteComponent(() => import('./indicators/campaigns-page.tsx'), 'CampaignsPage'),
});

/** Collections of indicators, their catalogue, dynamics and reports under one frame of tabs. */
export const monitoringRoutes = monitoringFrame.addChildren([campaigns]);
