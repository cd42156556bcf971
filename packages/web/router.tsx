import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { isCalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { readNarrativeSearch } from './documents/narrative-search.ts';
import { monitoringRoutes } from './monitoring-routes.ts';
import { readAmendmentSearch } from './plans/amendment-search.ts';
import { readEditionsSearch } from './plans/editions-search.ts';
import { readPlanSearch } from './plans/plan-view.ts';
import { resultsRoutes } from './results-routes.ts';
import { root, signedIn } from './signed-in-route.tsx';
import { BrokenPage } from './ui/broken-page.tsx';

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
});

const link = createRoute({
  getParentRoute: () => root,
  path: '/link',
  component: lazyRouteComponent(() => import('./accounts/link-page.tsx'), 'LinkPage'),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('./reminders/own-account-page.tsx'), 'OwnAccountPage'),
});

const reminders = createRoute({
  getParentRoute: () => signedIn,
  path: '/reminders',
  validateSearch: ({ day }): { day?: string } =>
    typeof day === 'string' && isCalendarDate(day) ? { day } : {},
  component: lazyRouteComponent(() => import('./reminders/reminders-page.tsx'), 'RemindersPage'),
});

const reminderRules = createRoute({
  getParentRoute: () => signedIn,
  path: '/reminders/rules',
  component: lazyRouteComponent(() => import('./reminders/reminder-rules-page.tsx'), 'ReminderRulesPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: ({ person }): { person?: string } => (typeof person === 'string' ? { person } : {}),
  component: lazyRouteComponent(() => import('./accounts/people-page.tsx'), 'PeoplePage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  component: lazyRouteComponent(() => import('./accounts/audit-page.tsx'), 'AuditPage'),
});

const schools = createRoute({
  getParentRoute: () => signedIn,
  path: '/schools',
  component: lazyRouteComponent(() => import('./registry/schools-page.tsx'), 'SchoolsPage'),
});

const school = createRoute({
  getParentRoute: () => signedIn,
  path: '/schools/$schoolId',
  component: lazyRouteComponent(() => import('./overview/school-place-page.tsx'), 'SchoolPlacePage'),
});

const organisations = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations',
  validateSearch: ({ unit }): { unit?: string } => (typeof unit === 'string' ? { unit } : {}),
  component: lazyRouteComponent(() => import('./registry/organisations-page.tsx'), 'OrganisationsPage'),
});

const calendars = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendars',
  component: lazyRouteComponent(() => import('./overview/calendars-page.tsx'), 'CalendarsPage'),
});

const registerImports = createRoute({
  getParentRoute: () => signedIn,
  path: '/register-imports',
  component: lazyRouteComponent(() => import('./registry/register-imports-page.tsx'), 'RegisterImportsPage'),
});

const registerReview = createRoute({
  getParentRoute: () => signedIn,
  path: '/register-imports/$importId',
  component: lazyRouteComponent(() => import('./registry/register-review-page.tsx'), 'RegisterReviewPage'),
});

const planImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/import',
  component: lazyRouteComponent(() => import('./plans/import-page.tsx'), 'ImportPage'),
});

const planDraft = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/drafts/$draftId',
  component: lazyRouteComponent(() => import('./plans/draft-page.tsx'), 'DraftPage'),
});

const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./cascade/asked-tasks-page.tsx'), 'AskedTasksPage'),
});

const plans = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans',
  component: lazyRouteComponent(() => import('./plans/plans-page.tsx'), 'PlansPage'),
});

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./cascade/traced-plan-page.tsx'), 'TracedPlanPage'),
});

const editions = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/editions',
  validateSearch: readEditionsSearch,
  component: lazyRouteComponent(() => import('./plans/editions-page.tsx'), 'EditionsPage'),
});

const planCascade = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/requirements',
  validateSearch: ({ activity }): { activity?: string } => (typeof activity === 'string' ? { activity } : {}),
  component: lazyRouteComponent(() => import('./cascade/plan-cascade-page.tsx'), 'PlanCascadePage'),
});

const carryOver = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/carry-over',
  component: lazyRouteComponent(() => import('./cascade/carry-over-page.tsx'), 'CarryOverPage'),
});

const unitCascade = createRoute({
  getParentRoute: () => signedIn,
  path: '/requirements',
  validateSearch: ({ unit }): { unit?: string } => (typeof unit === 'string' ? { unit } : {}),
  component: lazyRouteComponent(() => import('./cascade/unit-cascade-page.tsx'), 'UnitCascadePage'),
});

const narrative = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/narrative',
  validateSearch: readNarrativeSearch,
  component: lazyRouteComponent(() => import('./documents/narrative-page.tsx'), 'NarrativePage'),
});

const dates = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/dates',
  validateSearch: ({ schedule }): { schedule?: string } => (typeof schedule === 'string' ? { schedule } : {}),
  component: lazyRouteComponent(() => import('./plans/dates-page.tsx'), 'DatesPage'),
});

const control = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId/control',
  component: lazyRouteComponent(() => import('./plans/control-page.tsx'), 'ControlPage'),
});

const amendment = createRoute({
  getParentRoute: () => signedIn,
  path: '/amendments/$amendmentId',
  validateSearch: readAmendmentSearch,
  component: lazyRouteComponent(() => import('./plans/amendment-page.tsx'), 'AmendmentPage'),
});

const hearings = createRoute({
  getParentRoute: () => signedIn,
  path: '/hearings',
  component: lazyRouteComponent(() => import('./decisions/hearings-page.tsx'), 'HearingsPage'),
});

const hearing = createRoute({
  getParentRoute: () => signedIn,
  path: '/hearings/$hearingId',
  component: lazyRouteComponent(() => import('./decisions/hearing-page.tsx'), 'HearingPage'),
});

const unknown = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  component: lazyRouteComponent(() => import('./ui/unknown-page.tsx'), 'UnknownPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    link,
    signedIn.addChildren([
      overview,
      tasks,
      schools,
      school,
      resultsRoutes,
      monitoringRoutes,
      organisations,
      calendars,
      registerImports,
      registerReview,
      planImport,
      planDraft,
      plans,
      plan,
      editions,
      dates,
      planCascade,
      unitCascade,
      control,
      carryOver,
      narrative,
      amendment,
      hearings,
      hearing,
      people,
      audit,
      account,
      reminders,
      reminderRules,
      unknown,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
