import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCompletenessSearch } from './indicators/completeness-search.ts';
import { readDynamicsSearch } from './indicators/dynamics-search.ts';
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

const indicators = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./indicators/indicators-page.tsx'), 'IndicatorsPage'),
});

const dynamics = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/dynamics',
  validateSearch: readDynamicsSearch,
  component: lazyRouteComponent(() => import('./indicators/dynamics-page.tsx'), 'DynamicsPage'),
});

const form = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/forms/$submissionId',
  component: lazyRouteComponent(() => import('./indicators/form-page.tsx'), 'FormPage'),
});

const reports = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/reports',
  validateSearch: ({ report }): { report?: string } => (typeof report === 'string' ? { report } : {}),
  component: lazyRouteComponent(() => import('./indicators/reports-page.tsx'), 'ReportsPage'),
});

const newCampaign = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/campaigns/new',
  validateSearch: ({ copy }): { copy?: string } => (typeof copy === 'string' ? { copy } : {}),
  component: lazyRouteComponent(() => import('./compose-campaign-pages.tsx'), 'NewCampaign'),
});

const campaign = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./indicators/campaign-page.tsx'), 'CampaignPage'),
});

const campaignDraft = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/campaigns/$campaignId/draft',
  component: lazyRouteComponent(() => import('./compose-campaign-pages.tsx'), 'DraftCampaign'),
});

const completeness = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/completeness',
  validateSearch: readCompletenessSearch,
  component: lazyRouteComponent(() => import('./indicators/completeness-page.tsx'), 'CompletenessPage'),
});

const valueImports = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/imports',
  component: lazyRouteComponent(() => import('./indicators/value-imports-page.tsx'), 'ValueImportsPage'),
});

const valueImport = createRoute({
  getParentRoute: () => monitoringFrame,
  path: '/imports/$valueImportId',
  component: lazyRouteComponent(() => import('./indicators/value-import-page.tsx'), 'ValueImportPage'),
});

/** Collections of indicators, their catalogue, dynamics and reports under one frame of tabs. */
export const monitoringRoutes = monitoringFrame.addChildren([
  campaigns,
  newCampaign,
  campaign,
  campaignDraft,
  completeness,
  indicators,
  dynamics,
  form,
  reports,
  valueImports,
  valueImport,
]);
