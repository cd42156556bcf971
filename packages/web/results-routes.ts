import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPassportsSearch } from './results/passports-search.ts';
import { readResultsSearch } from './results/results-search.ts';
import { signedIn } from './signed-in-route.tsx';

const resultsFrame = createRoute({
  getParentRoute: () => signedIn,
  path: '/results',
  component: lazyRouteComponent(() => import('./results/results-frame.tsx'), 'ResultsFrame'),
});

const results = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/',
  validateSearch: readResultsSearch,
  component: lazyRouteComponent(() => import('./results/results-page.tsx'), 'ResultsPage'),
});

const schoolResults = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/schools/$schoolId',
  validateSearch: readResultsSearch,
  component: lazyRouteComponent(() => import('./results/school-results-page.tsx'), 'SchoolResultsPage'),
});

const examImports = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/imports',
  component: lazyRouteComponent(() => import('./results/exam-imports-page.tsx'), 'ExamImportsPage'),
});

const examImport = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/imports/$examImportId',
  component: lazyRouteComponent(
    () => import('./results/exam-import-review-page.tsx'),
    'ExamImportReviewPage',
  ),
});

const examScales = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/scales',
  component: lazyRouteComponent(() => import('./results/exam-scales-page.tsx'), 'ExamScalesPage'),
});

const methodologies = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/methodologies',
  component: lazyRouteComponent(() => import('./results/methodologies-page.tsx'), 'MethodologiesPage'),
});

const runs = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/runs',
  component: lazyRouteComponent(() => import('./results/runs-page.tsx'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('./results/run-page.tsx'), 'RunPage'),
});

const context = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/context',
  component: lazyRouteComponent(() => import('./results/context-page.tsx'), 'ContextPage'),
});

const passports = createRoute({
  getParentRoute: () => resultsFrame,
  path: '/passports',
  validateSearch: readPassportsSearch,
  component: lazyRouteComponent(() => import('./results/passports-page.tsx'), 'PassportsPage'),
});

/** Results, identification and context under one frame of tabs. */
export const resultsRoutes = resultsFrame.addChildren([
  results,
  schoolResults,
  examImports,
  examImport,
  examScales,
  methodologies,
  runs,
  run,
  context,
  passports,
]);
